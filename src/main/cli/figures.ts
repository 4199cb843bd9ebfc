import type { Analysis } from '../../shared/model/analysis';
import type { AlignedFigure } from '../../shared/model/reference';
import { failure, success } from '../../shared/result';
import { type FigureRow, figureRows } from '../../shared/tables/figure-rows';
import { tableContext } from '../figures/table-columns';
import { isLedgerName } from './file-kind';
import { jsonParts, lazy } from './json';
import type { Outcome } from './main';
import { placeOf, write } from './output';
import { checkFile, type ReadOptions } from './read-report';
import { tabular } from './tabular';

/** `gouji figures`: every quantity with what it means and its state. */
export async function figures(file: string, format: string, options: ReadOptions): Promise<Outcome> {
  if (format !== 'json' && format !== 'csv' && format !== 'table') {
    return failure('bad-format', `--format 只能是 table、json 或 csv，不能是 ${format}`);
  }
  if (isLedgerName(file)) return (await import('./ledger')).ledgerFigures(file, format);
  const checked = await checkFile(file, options);
  if (!checked.ok) return checked;
  const { analysis } = checked.value;
  if (format === 'json') {
    const figures = lazy(figureRows(analysis), figureReader(analysis));
    for (const part of jsonParts({ figures })) await write(part);
  } else await write(tabular(format, COLUMNS, figuresOf(analysis)));
  return success(0);
}

export const figuresOf = (analysis: Analysis) => figureRows(analysis).map(figureReader(analysis));

function figureReader(analysis: Analysis) {
  const paths = headerPaths(analysis);
  return ({ quantity, fact, state, previous, ledger, ties }: FigureRow) => {
    return {
      ...placeOf(analysis.document, quantity.range),
      raw: quantity.raw,
      value: quantity.value,
      unit: quantity.unit,
      precision: quantity.precision,
      approximator: quantity.approximator,
      concept: fact?.concept ?? '',
      scope: fact?.scope ?? '',
      period: fact?.period ?? '',
      comparison: fact?.comparison ?? null,
      state,
      exempt: quantity.exempt,
      date: quantity.date ?? '',
      previous: previous && withSource(analysis, previous),
      ledger: ledger && withSource(analysis, ledger),
      ties: ties.flatMap((at) => analysis.ties[at] ?? []).map(({ kind, status }) => ({ kind, status })),
      headers: paths.get(quantity.place.block)?.[quantity.place.column ?? -1] ?? [],
    };
  };
}

const withSource = ({ references }: Analysis, { reference, ...figure }: AlignedFigure) => ({
  source: references[reference]?.name ?? '',
  ...figure,
});

/** Block of each table → the header path of each column. */
const headerPaths = ({ document }: Analysis): ReadonlyMap<number, readonly (readonly string[])[]> =>
  new Map(
    document.blocks.flatMap((block) =>
      block.kind === 'table'
        ? [[block.index, tableContext(document, block).columns.map(({ path }) => path)]]
        : [],
    ),
  );

const COLUMNS = ['line', 'column', 'raw', 'value', 'unit', 'concept', 'scope', 'period', 'state'] as const;
