import { rangeOf } from '../../../shared/model/range';
import { defineRule } from '../rule';
import { type Captioned, captionDefects, captionOf } from '../text/references/caption-sequence';

type MessageId = 'gap' | 'repeated';

/** 图1, 图2 …, 表1, 表2 … and 附表1-1, 附表1-2 … without a gap and each once. */
export const captionOrder = defineRule<MessageId>({
  code: 'S404',
  name: 'caption-order',
  severity: 'error',
  looks: 'near',
  messages: {
    gap: '“{own}”前面缺“{expected}”',
    repeated: '“{own}”出现了两次，后一个应为“{expected}”',
  },
  applies: ({ document }) => document.blocks.some((block) => captionOf(block, document.blocks)),
  check: ({ document }) =>
    captionDefects(document).map(({ kind, caption, expected, previous, isMiswritten }) => ({
      message: kind,
      data: {
        own: document.text.slice(caption.label.range.start, caption.label.range.end),
        expected: `${caption.label.noun}${expected}`,
      },
      range: caption.label.range,
      related: previous
        ? [{ range: previous.label.range, note: kind === 'gap' ? '前一个题注' : '相同的编号' }]
        : [],
      fixes: isMiswritten ? [renumbered(caption, expected)] : [],
    })),
});

const renumbered = ({ label: { noun, number, range } }: Captioned, expected: string) => ({
  title: `改为“${noun}${expected}”`,
  edits: [{ range: rangeOf(range.end - number.length, range.end), text: expected }],
});
