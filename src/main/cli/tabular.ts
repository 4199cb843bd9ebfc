type Row<C extends string> = Readonly<Record<C, unknown>>;

/** Rows as CSV (RFC 4180) or as a table for a terminal, header first. */
export function tabular<C extends string>(
  format: 'csv' | 'table',
  columns: readonly C[],
  rows: readonly Row<C>[],
): string {
  const cells = [
    [...columns] as string[],
    ...rows.map((row) => columns.map((column) => String(row[column]))),
  ];
  return format === 'csv' ? asCsv(cells) : asTable(cells);
}

const asCsv = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/** A leading =, +, -, @ would be a formula to a spreadsheet unless it is a plain number. */
function csvCell(value: string): string {
  const plainNumber = /^-?\d+(\.\d+)?$/.test(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !plainNumber ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asTable(full: readonly (readonly string[])[]): string {
  const cells = full.map((row) => row.map((cell) => shorten(cell.replaceAll('\n', ' '))));
  const widths = (cells[0] ?? []).map((_, column) =>
    cells.reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0),
  );
  return cells
    .map((row) =>
      row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

const MAX_CELL = 24;
const shorten = (cell: string): string => (cell.length > MAX_CELL ? `${cell.slice(0, MAX_CELL - 1)}…` : cell);

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns on a terminal: Chinese characters and full-width forms take two. */
const width = (cell: string): number =>
  Array.from(cell).reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
