import type { LedgerTable, Sheet } from '../../../shared/model/ledger';
import type { RowLabel } from './labels';
import type { GridRow } from './rows';
import { isBlankCell } from './words';

/** Tells why a merged figure belongs to no single row or column; null when it does. For rows in order. */
export function mergeReader(
  rows: readonly GridRow[],
): (at: number, column: number, labels: readonly RowLabel[]) => string | null {
  let checked = -1;
  let areSame = false;
  return (at, column, labels) => {
    if (rows[at]?.[column + 1]?.covered === 'left') return '单元格合并了几列，无法判断这个数属于哪一列';
    if (rows[at + 1]?.[column]?.covered !== 'up') return null;
    if (checked !== at) areSame = isSameRow(rows[at + 1] ?? [], labels);
    checked = at;
    return areSame ? null : '单元格合并了几行，无法判断这个数属于哪一行';
  };
}

/** True when no label of its own sets the row below apart. */
const isSameRow = (below: GridRow, labels: readonly RowLabel[]): boolean =>
  labels.every(({ column }) => below[column]?.covered !== undefined || isBlankCell(below[column]));

/**
 * Rows of a text file with more cells than their header: a comma inside a figure that was not put between
 * quotation marks moves all that follows. Gives the reason for such a row, else null.
 */
export function slippedRows(table: LedgerTable, sheet: Sheet): (row: number) => string | null {
  const { widths } = sheet;
  if (!widths) return () => null;
  const header = widths.slice(table.headerFrom, table.dataFrom).reduce((a, b) => Math.max(a, b), 0);
  const usual = commonest(widths.slice(table.dataFrom, table.dataTo));
  return (row) => {
    const width = widths[row] ?? 0;
    if (header === 0 || width <= header) return null;
    const isFilled = sheet.rows[row]?.slice(header, width).some((cell) => !isBlankCell(cell));
    if (width === usual && !isFilled) return null;
    return `这一行有 ${width} 格，表头只有 ${header} 格，各格可能错位`;
  };
}

function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const width of widths) {
    const count = (counts.get(width) ?? 0) + 1;
    counts.set(width, count);
    if (count > (counts.get(best) ?? 0)) best = width;
  }
  return best;
}
