import { defineRule } from '../rule';
import { captionDefects } from '../text/caption-sequence';

type MessageId = 'gap' | 'repeated';

/** 图1, 图2 … and 表1, 表2 … without a gap and each once. */
export const captionOrder = defineRule<MessageId>({
  code: 'S404',
  name: 'caption-order',
  severity: 'error',
  looks: 'near',
  messages: {
    gap: '“{own}”前面缺“{expected}”',
    repeated: '“{own}”出现了两次，后一个应为“{expected}”',
  },
  applies: ({ document }) => document.blocks.some((block) => block.kind === 'caption'),
  check: ({ document }) =>
    captionDefects(document).map(({ kind, caption, expected, previous }) => ({
      message: kind,
      data: {
        own: document.text.slice(caption.label.range.start, caption.label.range.end),
        expected: `${caption.label.noun}${expected}`,
      },
      range: caption.label.range,
      related: previous
        ? [{ range: previous.label.range, note: kind === 'gap' ? '前一个题注' : '相同的编号' }]
        : [],
    })),
});
