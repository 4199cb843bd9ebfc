import type { Analysis } from '../../shared/model/analysis';
import { failure, success } from '../../shared/result';
import type { Outcome } from './main';
import { placeOf, write } from './output';
import { checkFile } from './read-report';

/** `gouji figures`: every quantity with what it means and its state. */
export async function figures(file: string, format: string): Promise<Outcome> {
  const writer = { json: asJson, csv: asCsv, table: asTable }[format];
  if (!writer) return failure('bad-format', `--format 只能是 table、json 或 csv，不能是 ${format}`);
  const checked = await checkFile(file);
  if (!checked.ok) return checked;
  await write(writer(figuresOf(checked.value.analysis)));
  return success(0);
}

export function figuresOf(analysis: Analysis) {
  const facts = new Map(analysis.facts.map((fact) => [fact.quantity, fact]));
  return analysis.quantities.map((quantity, index) => {
    const fact = facts.get(index);
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
      state: analysis.states[index] ?? 'single',
      exempt: quantity.exempt,
    };
  });
}

type Figure = ReturnType<typeof figuresOf>[number];

const asJson = (rows: readonly Figure[]): string => `${JSON.stringify({ figures: rows }, null, 2)}\n`;

const COLUMNS = ['line', 'column', 'raw', 'value', 'unit', 'concept', 'scope', 'period', 'state'] as const;

function asCsv(rows: readonly Figure[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => csvCell(String(row[column]))).join(','));
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A leading =, +, -, @ would be a formula to a spreadsheet unless it is a plain number. */
function csvCell(value: string): string {
  const plainNumber = /^-?\d+(\.\d+)?$/.test(value);
  const safe = /^[=+\-@\t\r]/.test(value) && !plainNumber ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asTable(rows: readonly Figure[]): string {
  const cells = [
    [...COLUMNS] as string[],
    ...rows.map((row) => COLUMNS.map((column) => shorten(String(row[column])))),
  ];
  const widths = COLUMNS.map((_, column) =>
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

/** Columns on a terminal: Chinese characters and full-width forms take two. */
const width = (cell: string): number =>
  Array.from(cell).reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
