import { parseDecimal } from '../../shared/decimal';
import type { Analysis } from '../../shared/model/analysis';
import type { ReferenceKind } from '../../shared/model/reference';
import type { TieStatus } from '../../shared/model/tie';
import { eachNumber, numberReader, textReader } from '../../shared/packed/leaves';
import { type FigureRow, figureRows } from '../../shared/tables/figure-rows';
import { formatDecimal, formatPeriod } from '../text/format';
import type { Column } from './column';
import type { Filters } from './filter';
import { type DataColumn, type TableData, tableData } from './table-data';
import { columnWidth } from './text-width';
import { tieSigns } from './tie-mark';

/** States in which nothing confirms a figure. */
export const unconfirmedStates: ReadonlySet<string> = new Set(['single', 'unclear']);

export const isUnconfirmed = (states: ReadonlySet<string>): boolean =>
  [...states].every((state) => unconfirmedStates.has(state));

/** While only figures are listed that nothing confirms, the reason takes the place of their ties. */
const showsUnconfirmed = ({ state }: Filters['facets']): boolean =>
  state !== undefined && state.size > 0 && isUnconfirmed(state);

const STATE_ORDER = ['conflicting', 'unclear', 'single', 'waived', 'tied', 'exempt'];

/** (a) The figures of the report beside the previous report's and the ledgers'. */
export function figureTable(analysis: Analysis): TableData<FigureRow> {
  const { document, quantities, states } = analysis;
  const blockOf = numberReader(quantities, 'place.block');
  const rows = figureRows(analysis);
  const read = readersOf(analysis);
  return tableData({
    rows,
    columns: columnsOf(analysis, rows, read),
    facets: { state: (at) => states[at] ?? 'single' },
    section: (at) => document.blocks[blockOf(at)]?.section ?? -1,
    searched: (at) => `${read.raw(at)}\n${read.concept(at)}\n${read.scope(at)}`,
  });
}

const printed = ({ quantity }: FigureRow): string => `${formatDecimal(quantity.value)} ${quantity.unit}`;

/** What sorting and searching look at, of a row by its index: without making the rows of a very long table. */
function readersOf({ quantities, facts }: Analysis) {
  const factOf = new Int32Array(quantities.length).fill(-1);
  eachNumber(facts, 'quantity', (fact, quantity) => {
    factOf[quantity] = fact;
  });
  const ofFact = (key: 'concept' | 'scope' | 'period'): ((index: number) => string) => {
    const read = textReader(facts, key);
    return (index) => {
      const fact = factOf[index] ?? -1;
      return fact < 0 ? '' : read(fact);
    };
  };
  return {
    raw: textReader(quantities, 'raw'),
    value: textReader(quantities, 'value'),
    exempt: textReader(quantities, 'exempt'),
    concept: ofFact('concept'),
    scope: ofFact('scope'),
    period: ofFact('period'),
  };
}

function columnsOf(
  analysis: Analysis,
  rows: readonly FigureRow[],
  read: ReturnType<typeof readersOf>,
): readonly DataColumn<FigureRow>[] {
  return [
    {
      name: 'raw',
      width: columnWidth(rows, ({ quantity }) => quantity.raw, 72, 150),
      text: ({ quantity }) => quantity.raw,
      key: ({ quantity }) => parseDecimal(quantity.value),
      keyAt: (at) => parseDecimal(read.value(at)),
    },
    {
      name: 'value',
      numeric: true,
      width: columnWidth(rows, (row) => (row.quantity.exempt ? '' : printed(row)), 76, 190),
      text: (row, { figures }) =>
        row.quantity.exempt ? figures.exemptReasons[row.quantity.exempt] : printed(row),
      key: ({ quantity }) => (quantity.exempt ? null : parseDecimal(quantity.value)),
      keyAt: (at) => (read.exempt(at) !== '' ? null : parseDecimal(read.value(at))),
      copy: ({ quantity }) => (quantity.exempt ? '' : quantity.value),
    },
    {
      name: 'concept',
      width: 70,
      grows: true,
      text: ({ fact }) => fact?.concept ?? '',
      keyAt: (at) => read.concept(at) || null,
    },
    {
      name: 'scope',
      width: 66,
      grows: true,
      text: ({ fact }) => fact?.scope ?? '',
      keyAt: (at) => read.scope(at) || null,
    },
    {
      name: 'period',
      // By the longer of the two languages.
      width: columnWidth(
        rows,
        ({ fact }) => formatPeriod(fact?.period ?? '', (day) => `up to ${day}`),
        60,
        150,
      ),
      text: ({ fact }, { figures }) => formatPeriod(fact?.period ?? '', figures.upTo),
      key: ({ fact }) => fact?.period.replace(/^\.\./, '') || null,
      keyAt: (at) => read.period(at).replace(/^\.\./, '') || null,
    },
    {
      name: 'why',
      width: 252,
      shown: showsUnconfirmed,
      text: ({ state, ties }, { data }) => (state === 'single' ? data.onlyOnce : reasonOf(analysis, ties)),
    },
    ...besides('previous', alignedRows(analysis, rows)),
    ...besides('ledger', alignedRows(analysis, rows)),
    {
      name: 'state',
      width: 98,
      text: ({ state }, { states }) => states[state],
      key: ({ state }) => STATE_ORDER.indexOf(state),
      keyAt: (at) => STATE_ORDER.indexOf(analysis.states[at] ?? 'single'),
      mark: ({ state }) => ({ look: `swatch state-${state}`, sign: '' }),
    },
    {
      name: 'ties',
      width: 52,
      shown: (facets) => !showsUnconfirmed(facets),
      text: ({ ties }) => tieMarks(analysis, ties),
      key: ({ ties }) => ties.length || null,
      copy: ({ ties }) => String(ties.length),
    },
  ];
}

/** The rows that stand beside figures of a reference. */
const alignedRows = ({ alignments, facts }: Analysis, rows: readonly FigureRow[]): readonly FigureRow[] =>
  alignments.flatMap(({ fact }) => rows[facts[fact]?.quantity ?? -1] ?? []);

/** The figures of a reference with what lies between them and the report's; none where no figure stands beside one. */
function besides(kind: ReferenceKind, rows: readonly FigureRow[]): readonly DataColumn<FigureRow>[] {
  const own = rows.filter((row) => row[kind] !== null);
  if (own.length === 0) return [];
  // The report's own unit, so that the three numbers of a row add up as they stand.
  const value = (row: FigureRow): string => row[kind]?.value ?? '';
  const difference = (row: FigureRow): string => row[kind]?.difference ?? '';
  const rate = (row: FigureRow): string => row[kind]?.rate ?? '';
  const number = (
    name: Column<FigureRow>['name'],
    of: (row: FigureRow) => string,
    least: number,
    sign = '',
  ): DataColumn<FigureRow> => {
    const text = (row: FigureRow): string => (of(row) === '' ? '' : formatDecimal(of(row)) + sign);
    return {
      name,
      numeric: true,
      width: columnWidth(own, text, least, 170),
      shown: (facets) => !showsUnconfirmed(facets),
      text,
      key: (row) => parseDecimal(of(row)),
      copy: (row) => (of(row) === '' ? '' : of(row) + sign),
    };
  };
  if (kind === 'ledger') return [number('ledger', value, 72), number('ledgerDifference', difference, 80)];
  return [
    number('previous', value, 72),
    number('previousDifference', difference, 80),
    number('previousRate', rate, 64, '%'),
  ];
}

/** `2= 1≠`: how many ties of each kind, the ones that hold first. */
function tieMarks({ ties: all }: Analysis, ties: readonly number[]): string {
  const counts = new Map<TieStatus, number>();
  for (const at of ties) {
    const status = all[at]?.status;
    if (status) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const statuses: readonly TieStatus[] = ['pass', 'rounding', 'fail', 'unclear'];
  return statuses
    .flatMap((status) => {
      const count = counts.get(status);
      return count ? [`${count}${tieSigns[status]}`] : [];
    })
    .join(' ');
}

/** Why the ties of a figure could not be evaluated, each reason once. */
function reasonOf({ ties: all }: Analysis, ties: readonly number[]): string {
  const reasons = ties.flatMap((at) => all[at]?.reason ?? []);
  return [...new Set(reasons)].join('；');
}
