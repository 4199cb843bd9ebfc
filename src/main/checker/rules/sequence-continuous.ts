import type { ReportDocument, Table } from '../../../shared/model/document';
import { blockwise, TABLES_ALONE } from '../../document/blockwise';
import { defineRule, type Problem } from '../rule';
import { nearTableSearch, tableSearch } from '../search';
import { cellText } from '../tables/cell-text';
import { wrongCodes } from '../tables/coded-sequence';
import { isGapExplained } from '../tables/gap-notes';
import { hanNumber, sequenceColumn } from '../tables/sequence';
import { type SequenceDefect, sequenceDefects } from '../tables/sequence-defects';

type MessageId = 'wrong' | 'skipped' | 'repeated' | 'swapped' | 'notNumber';

const MESSAGE = {
  wrong: 'wrong',
  skipped: 'skipped',
  repeated: 'repeated',
  swapped: 'swapped',
  'not-a-number': 'notNumber',
} as const satisfies Record<SequenceDefect['kind'], MessageId>;

/** 序号 runs on without gap or repeat, but for gaps that a note at the table explains. A new group may begin with 1 again. */
export const sequenceContinuous = defineRule<MessageId>({
  code: 'T103',
  name: 'sequence-continuous',
  severity: 'error',
  looks: 'near',
  messages: {
    wrong: '序号写作“{stated}”，按前后各行应为 {expected}',
    skipped: '序号由 {before} 跳到 {stated}，缺 {missing}',
    repeated: '序号 {stated} 重复或倒退，前一行为 {before}，此处应为 {expected}',
    swapped: '序号 {stated} 与下一行的 {expected} 次序颠倒',
    notNumber: '序号写作“{stated}”，不是序号；按前后各行应为 {expected}',
  },
  check: ({ document }) => [
    ...(numberedTables(document, undefined).length > 0 ? problemsIn(document, undefined) : []),
    ...codesIn(document, undefined),
  ],
});

const problemsIn = nearTableSearch(tableProblems);

const codesIn = tableSearch<MessageId>((table) =>
  sequenceColumn(table) >= 0
    ? []
    : wrongCodes(table).map(({ stated, expected, range }) => ({
        message: 'wrong',
        data: { stated, expected },
        range,
        fixes: [{ title: `改为 ${expected}`, edits: [{ range, text: expected }] }],
      })),
);

/** One entry for each table that numbers its rows. */
const numberedTables = blockwise(
  (block): readonly true[] => (block.kind === 'table' && sequenceColumn(block) >= 0 ? [true] : []),
  (one) => one,
  TABLES_ALONE,
);

function tableProblems(table: Table, document: ReportDocument): Problem<MessageId>[] {
  const column = sequenceColumn(table);
  if (column < 0) return [];
  return sequenceDefects(table, column)
    .filter((defect) => !isLeftOutOnPurpose(defect, table, document))
    .map((defect) => problemOf(defect, column));
}

function isLeftOutOnPurpose(
  { kind, expected, stated }: SequenceDefect,
  table: Table,
  document: ReportDocument,
): boolean {
  const last = Number(/\d+/.exec(stated)?.[0] ?? hanNumber(stated) ?? 0) - 1;
  return kind === 'skipped' && isGapExplained(document, table, expected, Math.max(expected, last));
}

function problemOf(defect: SequenceDefect, column: number): Problem<MessageId> {
  const cell = defect.row.cells[column];
  const range = cell && cell.range.end > cell.range.start ? cell.range : defect.row.range;
  const expected = String(defect.expected);
  const last = Number(defect.stated) - 1;
  const missing = last > defect.expected ? `${expected} 至 ${last}` : expected;
  const before = defect.before?.cells[column];
  return {
    message: MESSAGE[defect.kind],
    data: { stated: defect.stated.replace(/\s+/g, ' '), expected, missing, before: defect.expected - 1 },
    range,
    related: before && cellText(before) !== '' ? [{ range: before.range, note: '前一行的序号' }] : [],
    fixes: fixesOf(defect, range, expected),
  };
}

/** A plain number between right neighbours is set right; a torn cell is row-torn's to mend. */
function fixesOf(defect: SequenceDefect, range: Problem['range'], expected: string): Problem['fixes'] {
  if (!defect.determined || !defect.plain) return [];
  const text = defect.stated.startsWith('0') ? expected.padStart(defect.stated.length, '0') : expected;
  return [{ title: `改为 ${text}`, edits: [{ range, text }] }];
}
