import { defineRule } from '../rule';
import { nearRepeats } from '../text/repeats/near-repeats';

type MessageId = 'near';

const SHOWN = 16;

/** Two items of one list that say nearly the same: 二是 copied into 三是 and not rewritten. */
export const phraseNearRepeat = defineRule<MessageId, 'length' | 'alike'>({
  code: 'W303',
  name: 'phrase-near-repeat',
  severity: 'doubt',
  looks: 'across',
  messages: { near: '这一项与同一列举中的“{other}”几乎相同，可能复制后没有改完' },
  // Characters of the shorter item; share of the longer one, in per cent.
  limits: { length: { value: 16, least: 8, most: 200 }, alike: { value: 86, least: 70, most: 99 } },
  check: ({ document }, { length, alike }) =>
    nearRepeats(document, { length, alike }).map(({ first, second }) => ({
      message: 'near',
      data: { other: first.text.length > SHOWN ? `${first.text.slice(0, SHOWN)}…` : first.text },
      range: second.range,
      related: [{ range: first.range, note: '几乎相同的一项' }],
    })),
});
