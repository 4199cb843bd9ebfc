import type { Block } from '../../../shared/model/document';
import { type Range, rangeOf } from '../../../shared/model/range';
import type { MarkKind, SourceMark } from '../../../shared/model/source';
import { type CheckedReport, defineRule, type Problem } from '../rule';

type MessageId = 'tracked' | 'comment';

const TRACKED: Readonly<Partial<Record<MarkKind, string>>> = {
  inserted: '插入',
  deleted: '删除',
  moved: '移动',
  formatted: '格式修改',
};
const MAX_DETAIL = 60;

/** Word revisions and comments still in the source. Revisions of one block are one finding; each comment is its own. */
export const trackedChanges = defineRule<MessageId>({
  code: 'C503',
  name: 'tracked-changes',
  severity: 'error',
  looks: 'near',
  messages: {
    tracked: '原件这里有未处理的修订（{what}），工作稿按接受全部修订读入',
    comment: '原件这里有未删除的批注：{detail}',
  },
  applies: ({ marks }) => marks.length > 0,
  check: (report) => [...trackedProblems(report), ...commentProblems(report)],
});

function trackedProblems({ document, marks }: CheckedReport): Problem<MessageId>[] {
  const byBlock = new Map<Block | undefined, SourceMark[]>();
  let at = 0;
  for (const mark of marks) {
    if (!(mark.kind in TRACKED)) continue;
    while (at + 1 < document.blocks.length && (document.blocks[at]?.range.end ?? 0) < mark.range.start) at++;
    const block = document.blocks[at];
    const group = byBlock.get(block);
    if (group) group.push(mark);
    else byBlock.set(block, [mark]);
  }
  return [...byBlock].map(([block, group]) => ({
    message: 'tracked',
    data: { what: kindsOf(group) },
    range: visible(around(group), block),
    related: group
      .filter((mark) => mark.detail !== '')
      .slice(0, 20)
      .map((mark) => ({ range: mark.range, note: `${TRACKED[mark.kind]}：${shortened(mark.detail)}` })),
  }));
}

function kindsOf(group: readonly SourceMark[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of group) counts.set(TRACKED[kind] ?? '', (counts.get(TRACKED[kind] ?? '') ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count} 处`).join('，');
}

const around = (group: readonly SourceMark[]): Range =>
  rangeOf(
    Math.min(...group.map(({ range }) => range.start)),
    Math.max(...group.map(({ range }) => range.end)),
  );

/** A deletion leaves nothing to show: then its block is shown. */
const visible = (range: Range, block: Block | undefined): Range =>
  range.end > range.start || !block ? range : block.range;

const commentProblems = ({ document, marks }: CheckedReport): Problem<MessageId>[] =>
  marks
    .filter(({ kind }) => kind === 'comment')
    .map(({ range, detail }) => ({
      message: 'comment',
      data: { detail: shortened(detail) || '（空白）' },
      range: visible(
        range,
        document.blocks.find((block) => block.range.end >= range.start),
      ),
    }));

const shortened = (text: string): string =>
  text.length > MAX_DETAIL ? `${text.slice(0, MAX_DETAIL)}…` : text;
