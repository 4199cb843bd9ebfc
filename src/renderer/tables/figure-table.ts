import { parseDecimal } from '../../shared/decimal';
import type { Analysis } from '../../shared/model/analysis';
import type { AlignedFigure, ReferenceKind } from '../../shared/model/reference';
import type { TieStatus } from '../../shared/model/tie';
import { type FigureRow, figureRows } from '../../shared/tables/figure-rows';
import { formatDecimal, formatPeriod } from '../text/format';
import type { Filters } from './filter';
import { type DataColumn, type TableData, tableData } from './table-data';
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
  const { document } = analysis;
  return tableData({
    rows: figureRows(analysis),
    columns: columnsOf(analysis),
    facets: { state: ({ state }) => state },
    section: ({ quantity }) => document.blocks[quantity.place.block]?.section ?? -1,
    searched: ({ quantity, fact }) => `${quantity.raw}\n${fact?.concept ?? ''}\n${fact?.scope ?? ''}`,
  });
}

function columnsOf(analysis: Analysis): readonly DataColumn<FigureRow>[] {
  const has = (kind: ReferenceKind): boolean => analysis.references.some((one) => one.kind === kind);
  return [
    {
      name: 'raw',
      width: 100,
      text: ({ quantity }) => quantity.raw,
      key: ({ quantity }) => parseDecimal(quantity.value),
    },
    {
      name: 'value',
      numeric: true,
      width: 120,
      text: ({ quantity }, { figures }) =>
        quantity.exempt
          ? figures.exemptReasons[quantity.exempt]
          : `${formatDecimal(quantity.value)} ${quantity.unit}`,
      key: ({ quantity }) => (quantity.exempt ? null : parseDecimal(quantity.value)),
      copy: ({ quantity }) => (quantity.exempt ? '' : quantity.value),
    },
    { name: 'concept', width: 100, grows: true, text: ({ fact }) => fact?.concept ?? '' },
    { name: 'scope', width: 80, grows: true, text: ({ fact }) => fact?.scope ?? '' },
    {
      name: 'period',
      width: 106,
      text: ({ fact }, { figures }) => formatPeriod(fact?.period ?? '', figures.upTo),
      key: ({ fact }) => fact?.period.replace(/^\.\./, '') || null,
    },
    {
      name: 'why',
      width: 170,
      grows: true,
      shown: showsUnconfirmed,
      text: ({ state, ties }, { data }) => (state === 'single' ? data.onlyOnce : reasonOf(analysis, ties)),
    },
    ...(has('previous') ? besides('previous') : []),
    ...(has('ledger') ? besides('ledger') : []),
    {
      name: 'state',
      width: 90,
      text: ({ state }, { states }) => states[state],
      key: ({ state }) => STATE_ORDER.indexOf(state),
      mark: ({ state }) => ({ look: `swatch state-${state}`, sign: '' }),
    },
    {
      name: 'ties',
      width: 62,
      shown: (facets) => !showsUnconfirmed(facets),
      text: ({ ties }) => tieMarks(analysis, ties),
      key: ({ ties }) => ties.length || null,
      copy: ({ ties }) => String(ties.length),
    },
  ];
}

/** The figure of a reference with what lies between it and the report's. */
function besides(kind: ReferenceKind): readonly DataColumn<FigureRow>[] {
  const figure = (row: FigureRow): AlignedFigure | null => row[kind];
  const columns: readonly DataColumn<FigureRow>[] = [
    {
      name: kind,
      numeric: true,
      width: 92,
      text: (row) => figure(row)?.raw ?? '',
      key: (row) => parseDecimal(figure(row)?.value ?? ''),
      copy: (row) => figure(row)?.value ?? '',
    },
    {
      name: `${kind}Difference`,
      numeric: true,
      width: 90,
      text: (row) => formatDecimal(figure(row)?.difference ?? ''),
      key: (row) => parseDecimal(figure(row)?.difference ?? ''),
      copy: (row) => figure(row)?.difference ?? '',
    },
  ];
  if (kind === 'ledger') return columns;
  const rate: DataColumn<FigureRow> = {
    name: 'previousRate',
    numeric: true,
    width: 74,
    text: (row) => (figure(row)?.rate ? `${figure(row)?.rate}%` : ''),
    key: (row) => parseDecimal(figure(row)?.rate ?? ''),
  };
  return [...columns, rate];
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
