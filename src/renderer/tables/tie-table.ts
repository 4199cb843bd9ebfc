import { parseDecimal } from '../../shared/decimal';
import type { Analysis } from '../../shared/model/analysis';
import type { Tie, TieKind } from '../../shared/model/tie';
import { mayHaveKey, numberReader, textReader } from '../../shared/packed/leaves';
import { lazyList, segmentsBehind } from '../../shared/packed/list';
import { printedValue } from './numbers';
import { blockFinder } from './sections';
import { type DataColumn, type TableData, tableData } from './table-data';
import { columnWidth } from './text-width';
import { tieMark, tieStatuses } from './tie-mark';

export interface TieRow {
  /** Index into `Analysis.ties`. */
  readonly index: number;
  readonly tie: Tie;
}

export const tieKinds: readonly TieKind[] = [
  'sum',
  'share',
  'growth',
  'count',
  'same',
  'part',
  'prior',
  'ledger',
];

/** (b) Every tie with both sides, the arithmetic and its state. */
export function tieTable(analysis: Analysis): TableData<TieRow> {
  const { ties } = analysis;
  const blockAt = blockFinder(analysis.document);
  const startOf = numberReader(ties, 'terms.*.range.start');
  return tableData({
    rows: tieRows(analysis),
    columns: columnsOf(analysis),
    facets: { status: textReader(ties, 'status'), kind: textReader(ties, 'kind') },
    section: (at) => blockAt(startOf(at))?.section ?? -1,
    searched: (at) => {
      const tie = ties[at];
      return tie ? `${tie.expression}\n${outsideTexts(tie)}\n${factText(analysis, tie)}` : '';
    },
  });
}

function tieRows({ ties }: Analysis): readonly TieRow[] {
  const rowOf = (tie: Tie, index: number): TieRow => ({ index, tie });
  if (!segmentsBehind(ties)) return ties.map(rowOf);
  return lazyList({ length: ties.length, at: (index) => rowOf(ties[index] as Tie, index) });
}

const outsideTexts = (tie: Tie): string =>
  (tie.outside ?? []).map(({ concept, scope, raw }) => `${concept} ${scope} ${raw}`).join('\n');

/** What the stated figure of a tie is about. */
function factText({ facts }: Analysis, { terms }: Tie): string {
  const quantity = terms[0]?.quantity;
  if (quantity === null || quantity === undefined) return '';
  const fact = facts[firstFactOf(facts, quantity)];
  return fact?.quantity === quantity ? `${fact.concept} ${fact.scope}` : '';
}

/** Facts ascend by quantity: position of the first that is not below. */
function firstFactOf(facts: Analysis['facts'], quantity: number): number {
  const quantityOf = numberReader(facts, 'quantity');
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quantityOf(middle) < quantity) low = middle + 1;
    else high = middle;
  }
  return low;
}

const columnsOf = ({ references, ties }: Analysis): readonly DataColumn<TieRow>[] => [
  { name: 'kind', width: 96, text: ({ tie }, { ties }) => ties.kinds[tie.kind] },
  {
    name: 'expected',
    numeric: true,
    width: columnWidth(ties, ({ expected }) => expected, 80, 170),
    text: ({ tie }) => tie.expected,
    key: ({ tie }) => printedValue(tie.expected),
  },
  {
    name: 'actual',
    numeric: true,
    width: columnWidth(ties, ({ actual }) => actual, 80, 170),
    text: ({ tie }) => tie.actual,
    key: ({ tie }) => parseDecimal(tie.terms[0]?.figure?.value ?? '') ?? printedValue(tie.actual),
  },
  { name: 'expression', width: 220, grows: true, text: ({ tie }) => tie.expression },
  {
    name: 'status',
    width: 92,
    text: ({ tie }, { ties }) => ties.statuses[tie.status],
    key: ({ tie }) => tieStatuses.indexOf(tie.status),
    mark: ({ tie }) => tieMark(tie.status),
  },
  ...(references.length > 0 ? [basisColumn(references)] : []),
  ...((mayHaveKey(ties, 'reason') ?? ties.some(({ reason }) => reason)) ? [reasonColumn] : []),
];

/** Which report or ledger a tie rests on; there is nothing to tell while there is only this report. */
const basisColumn = (references: Analysis['references']): DataColumn<TieRow> => ({
  name: 'basis',
  width: 130,
  text: ({ tie }, { data }) => {
    const names = (tie.outside ?? []).map((one) => references[one.reference]?.name ?? '');
    return names.length > 0 ? [...new Set(names)].join('、') : data.thisReport;
  },
});

const reasonColumn: DataColumn<TieRow> = {
  name: 'reason',
  width: 190,
  text: ({ tie }) => tie.reason ?? '',
};
