import { defineRule } from '../rule';
import { nearRepeats } from '../text/near-repeats';

type MessageId = 'near';

const SHOWN = 16;

/** Two items of one list that say nearly the same: 二是 copied into 三是 and not rewritten. */
export const phraseNearRepeat = defineRule<MessageId>({
  code: 'W303',
  name: 'phrase-near-repeat',
  severity: 'doubt',
  messages: { near: '这一项与同一列举中的“{other}”几乎相同，可能复制后没有改完' },
  check: ({ document }) =>
    nearRepeats(document).map(({ first, second }) => ({
      message: 'near',
      data: { other: first.text.length > SHOWN ? `${first.text.slice(0, SHOWN)}…` : first.text },
      range: second.range,
      related: [{ range: first.range, note: '几乎相同的一项' }],
    })),
});
