import type { ReportDocument, Table } from '../../shared/model/document';
import type { Fix } from '../../shared/model/finding';
import { editedSlice, touchedLines } from './edits';
import { cellsOfLine, looksLikeRow } from './table-line';

/** Rows of a table as they are and as a fix would leave them. */
export interface RowChange {
  readonly header: readonly string[];
  readonly before: readonly (readonly string[])[];
  readonly after: readonly (readonly string[])[];
}

/** More lines than this are shown as changes in the text. */
const MAX_LINES = 6;

/** The fix as a change of table rows, or null when it changes something else. */
export function rowChangeOf(document: ReportDocument, fix: Fix): RowChange | null {
  const window = touchedLines(document.text, fix.edits);
  const table = document.blocks.find(
    (block): block is Table =>
      block.kind === 'table' && block.range.start <= window.start && window.end <= block.range.end,
  );
  if (!table || fix.edits.length === 0) return null;
  const before = document.text.slice(window.start, window.end).split('\n');
  const after = editedSlice(document.text, window, fix.edits).split('\n');
  if (before.length > MAX_LINES || after.length > MAX_LINES) return null;
  if (![...before, ...after].every((line) => line.trim() === '' || looksLikeRow(line))) return null;
  return {
    header: table.header.cells.map((cell) => cell.prose.text),
    before: before.filter((line) => line.trim() !== '').map(cellsOfLine),
    after: after.filter((line) => line.trim() !== '').map(cellsOfLine),
  };
}

/** True for a cell that reads otherwise on the other side; rows are compared one to one where they can be. */
export function cellDiffers(
  here: readonly (readonly string[])[],
  there: readonly (readonly string[])[],
  row: number,
  column: number,
): boolean {
  if (here.length !== there.length) return true;
  return here[row]?.[column] !== there[row]?.[column];
}
