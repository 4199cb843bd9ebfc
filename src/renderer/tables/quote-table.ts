import { parseDecimal } from '../../shared/decimal';
import type { Analysis } from '../../shared/model/analysis';
import type { TieTerm } from '../../shared/model/tie';
import { type QuoteRow, quoteRows } from '../../shared/tables/quote-rows';
import { tablesOf } from '../text/references';
import { excerptAt } from './excerpt';
import { printedValue } from './numbers';
import { blockFinder } from './sections';
import { type DataColumn, type TableData, tableData } from './table-data';
import { tieMark, tieStatuses } from './tie-mark';

/** (c) Figures of tables beside the sentences that quote them. */
export function quoteTable(analysis: Analysis): TableData<QuoteRow> {
  const blockAt = blockFinder(analysis.document);
  const titles = new Map(tablesOf(analysis.document).map(({ table, title }) => [table.index, title]));
  const titleOf = ({ table }: QuoteRow): string => titles.get(table) ?? '';
  const columns: readonly DataColumn<QuoteRow>[] = [
    { name: 'table', width: 210, text: titleOf, key: ({ table }) => table },
    {
      name: 'cell',
      numeric: true,
      width: 116,
      // Of a count the table's rows are what is quoted, not a cell.
      text: ({ cell, tie }, { data }) =>
        cell.figure ? cell.raw : data.rows(analysis.ties[tie]?.expected ?? ''),
      key: ({ cell, tie }) =>
        cell.figure ? figureValue(cell) : printedValue(analysis.ties[tie]?.expected ?? ''),
    },
    {
      name: 'prose',
      numeric: true,
      width: 116,
      text: ({ prose }) => prose.raw,
      key: ({ prose }) => figureValue(prose),
    },
    { name: 'kind', width: 92, text: ({ kind }, { ties }) => ties.kinds[kind] },
    {
      name: 'status',
      width: 92,
      text: ({ status }, { ties }) => ties.statuses[status],
      key: ({ status }) => tieStatuses.indexOf(status),
      mark: ({ status }) => tieMark(status),
    },
    {
      name: 'sentence',
      width: 240,
      grows: true,
      text: ({ prose }) => sentenceOf(analysis, blockAt, prose),
      key: ({ prose }) => prose.range.start,
    },
  ];
  const rows = quoteRows(analysis);
  return tableData({
    rows,
    columns,
    facets: { status: (at) => rows[at]?.status ?? '', table: (at) => String(rows[at]?.table) },
    section: (at) => blockAt(rows[at]?.prose.range.start ?? 0)?.section ?? -1,
    searched: (at) => (rows[at] ? `${titleOf(rows[at])}\n${rows[at].cell.raw}\n${rows[at].prose.raw}` : ''),
  });
}

const figureValue = (term: TieTerm) => parseDecimal(term.figure?.value ?? '') ?? printedValue(term.raw);

function sentenceOf(
  { document }: Analysis,
  blockAt: ReturnType<typeof blockFinder>,
  { range }: TieTerm,
): string {
  const block = blockAt(range.start);
  const excerpt = block && excerptAt(document, block, [range]);
  return excerpt?.kind === 'sentence' ? excerpt.pieces.map(({ text }) => text).join('') : '';
}
