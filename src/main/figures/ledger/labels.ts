import type { ColumnMapping, ColumnRole } from '../../../shared/model/ledger';
import type { GridRow } from './rows';
import { isBlankCell, isPlaceholder, isTotal, tidy } from './words';

/** The label cell that names a row in one column. */
export interface RowLabel {
  readonly column: number;
  readonly role: ColumnRole;
  readonly text: string;
  /** The row where the label stands; a label merged downwards, or not repeated, stands further up. */
  readonly row: number;
}

/**
 * Reads the labels of one row after the other; rows must be given in order. A merged label names all its rows. A
 * label that is left out below the first row of its group (`华东 | 上海`, ` | 杭州`) holds on while labels on
 * its right tell the rows apart.
 */
export function labelReader(
  mapping: readonly ColumnMapping[],
  columnFrom: number,
): (row: GridRow, at: number) => readonly RowLabel[] {
  const columns = mapping.flatMap(({ role }, index) =>
    role === 'concept' || role === 'scope' || role === 'period' ? [{ role, column: columnFrom + index }] : [],
  );
  let above: readonly RowLabel[] = [];
  return (row, at) => {
    const labels: RowLabel[] = [];
    const merged = mergedTexts(row);
    let isFresh = false;
    columns.forEach(({ role, column }, index) => {
      const cell = row[column];
      const previous = above[index];
      const own = {
        column,
        role,
        text: isPlaceholder(cell?.text ?? '') ? '' : tidy(cell?.text ?? ''),
        row: at,
      };
      if (cell?.covered === 'up') labels.push(previous ?? own);
      else if (cell?.covered === 'left') labels.push({ ...own, text: merged(column) });
      else if (own.text !== '' || isFresh || !previous) labels.push(own);
      else labels.push(holdsOn(row, columns.slice(index + 1)) ? previous : own);
      if (own.text !== '') isFresh = true;
    });
    above = row.every(isBlankCell) && !row.some((cell) => cell.covered === 'up') ? [] : labels;
    return labels;
  };
}

/** The text of the merged cell that reaches into a column from the left. For columns in order. */
function mergedTexts(row: GridRow): (column: number) => string {
  let at = 0;
  let text = '';
  return (column) => {
    for (; at <= column; at++) if (row[at]?.covered !== 'left') text = row[at]?.text ?? '';
    return tidy(text);
  };
}

function holdsOn(row: GridRow, right: readonly { readonly column: number }[]): boolean {
  const next = right.map(({ column }) => tidy(row[column]?.text ?? '')).find((text) => text !== '');
  return next !== undefined && !isTotal(next);
}
