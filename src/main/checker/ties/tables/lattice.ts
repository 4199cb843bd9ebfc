import type { Decimal } from '../../../../shared/decimal';
import { remembered } from '../../../../shared/memo';
import type { Cell, ReportDocument, Row, Table } from '../../../../shared/model/document';
import type { Quantity } from '../../../../shared/model/quantity';
import { cellAt } from '../../../document/spans';
import { firstQuantity } from '../../../figures/quantities-of';
import { headerUnit, tableContext } from '../../../figures/table-columns';
import { statedUnit } from '../../../figures/units';
import { amountOf } from '../../tables/amount';
import { compactText, isBlank } from '../../tables/cell-text';
import type { TieInput } from '../input';
import { isIndented, withoutUnitNote } from './words';

/** A row or a column of a table as named. */
export interface LatticeName {
  /** Row or column index in the table. */
  readonly at: number;
  /** Names from the outermost in, blanks and units left out. */
  readonly path: readonly string[];
  /** The path in one. */
  readonly text: string;
  /** Base unit that the name states, `%` and `个百分点` too; empty when none. */
  readonly unit: string;
  /** Of a row: its label stands to the right of those above. */
  readonly indented: boolean;
}

/** A cell that holds one figure. */
export interface LatticeCell {
  readonly quantity: number;
  readonly source: Quantity;
  /** Half-width, without blanks. */
  readonly text: string;
  /** As printed, 万 and 亿 of the cell itself included; null where the cell is no plain number. */
  readonly printed: Decimal | null;
  /** Power of ten of the last printed digit, the header's unit left out. */
  readonly precision: number;
  /** Power of ten between the printed number and `Quantity.value`: the unit of the header. */
  readonly power: number;
}

/**
 * A table as fields (what is measured) over lines (of what it is measured). Either its columns over its rows, or turned:
 * 占比 and 同比 stand in rows as well as in columns.
 */
export interface Lattice {
  readonly table: Table;
  readonly turned: boolean;
  readonly fields: readonly LatticeName[];
  readonly lines: readonly LatticeName[];
  cell(field: LatticeName, line: LatticeName): LatticeCell | null;
}

/** A number that names a period or a rank is no figure of a column. */
const LABELS = /^(?:年份|年度|月份|季度|月度|期间|时间|日期|单位|计量单位|指标|项目|地区|机构|名称|类别)$/;
const UNIT_COLUMN = /^(?:计量)?单位$/;

/** A table with figures, in both ways that it can be read. Shares and growth are found in the same. */
export const latticesOf = (table: Table, input: TieInput): readonly Lattice[] => latticesIn(input)(table);

const latticesIn = remembered((input: TieInput) => remembered((table: Table) => readLattices(table, input)));

function readLattices(table: Table, { document, quantities }: TieInput): readonly Lattice[] {
  const inTable = quantitiesByCell(table, quantities);
  return inTable.isEmpty ? [] : bothWays(document, table, inTable, quantities);
}

/** Both ways to read a table; none for a table that is torn or too small. */
function bothWays(
  document: ReportDocument,
  table: Table,
  inTable: CellFigures,
  quantities: readonly Quantity[],
): readonly Lattice[] {
  if (table.broken || table.rows.length === 0) return [];
  const { columns, headerRows } = tableContext(document, table);
  const width = table.header.cells.length;
  const rows = table.rows
    .map((row, at) => ({ row, at }))
    .filter(({ row, at }) => at >= headerRows && row.cells.length === width);
  if (rows.length === 0 || width < 2) return [];
  const first = firstFigures(
    columns.map(({ path, kind }) => ({ text: path.join(''), plain: kind === 'plain' })),
    rows.map(({ row }) => row),
  );
  const units = columns.findIndex(({ path }) => UNIT_COLUMN.test(path.join('')));
  const across: LatticeName[] = columns.flatMap(({ path, kind, unit }, at) =>
    kind === 'plain' && at >= first && at !== units
      ? [{ at, path, text: path.join(''), unit: unit?.unit ?? '', indented: false }]
      : [],
  );
  const named = columns.map(({ kind }, at) => kind === 'plain' && at !== units);
  const down = rows.map(({ row, at }) => rowName(document, table, row, at, named.slice(0, first), units));
  const cells = cellReader(table, inTable, quantities);
  return [
    { table, turned: false, fields: across, lines: down, cell: (field, line) => cells(line.at, field.at) },
    { table, turned: true, fields: down, lines: across, cell: (field, line) => cells(field.at, line.at) },
  ];
}

/** The first column behind the labels: mostly figures, and not headed like a label. */
function firstFigures(
  columns: readonly { readonly text: string; readonly plain: boolean }[],
  rows: readonly Row[],
): number {
  const sample = rows.slice(0, 40);
  const at = columns.findIndex(({ text, plain }, column) => {
    if (!plain || LABELS.test(text) || column === 0) return false;
    const texts = sample.map((row) => compactText(row.cells[column])).filter((one) => !isBlank(one));
    const figures = texts.filter((one) => amountOf(one) !== null).length;
    return figures > 0 && figures * 2 >= texts.length;
  });
  return at < 0 ? columns.length : at;
}

function rowName(
  document: ReportDocument,
  table: Table,
  row: Row,
  at: number,
  named: readonly boolean[],
  units: number,
): LatticeName {
  const texts = named.flatMap((isNamed, column) => {
    const text = isNamed ? compactText(cellAt(table, { row: at, column })) : '';
    return text === '' ? [] : [text];
  });
  const written = texts.filter((text, index) => text !== texts[index - 1]);
  const own = written.map((text) => headerUnit(text)?.unit ?? '').findLast((unit) => unit !== '') ?? '';
  const column = units < 0 ? '' : (statedUnit(compactText(row.cells[units]))?.unit ?? '');
  const path = written.map(withoutUnitNote);
  const label = row.cells.find((cell, index) => named[index] && compactText(cell) !== '');
  return { at, path, text: path.join(''), unit: own || column, indented: isIndented(document.text, label) };
}

function cellReader(
  table: Table,
  { stride, at }: CellFigures,
  quantities: readonly Quantity[],
): (row: number, column: number) => LatticeCell | null {
  const known: (LatticeCell | null | undefined)[] = new Array(at.length);
  return (row, column) => {
    const key = row * stride + column;
    const before = known[key];
    if (before !== undefined) return before;
    const index = at[key] ?? 0;
    const source = index > 0 ? quantities[index - 1] : undefined;
    const cell = table.rows[row]?.cells[column];
    const read =
      !source || !cell || isShared(table, row, column) ? null : figureCell(cell, index - 1, source);
    known[key] = read;
    return read;
  };
}

/** A figure merged over several rows or columns belongs to none of them alone. */
function isShared(table: Table, row: number, column: number): boolean {
  const cells = table.rows[row]?.cells;
  return (
    cells?.[column]?.covered !== undefined ||
    cells?.[column + 1]?.covered === 'left' ||
    table.rows[row + 1]?.cells[column]?.covered === 'up'
  );
}

function figureCell(cell: Cell, quantity: number, source: Quantity): LatticeCell {
  const text = compactText(cell).normalize('NFKC');
  const amount = amountOf(text);
  const precision = amount ? amount.scale - amount.decimals : 0;
  const power = amount && !source.exempt ? source.precision - precision : 0;
  return { quantity, source, text, printed: amount?.value ?? null, precision, power };
}

/** The quantity that each cell of a table holds alone. */
interface CellFigures {
  /** So many cells a row has at most. */
  readonly stride: number;
  /** By row times `stride` and column: the quantity's index and one, 0 for none, -1 for several. */
  readonly at: Int32Array;
  readonly isEmpty: boolean;
}

function quantitiesByCell(table: Table, quantities: readonly Quantity[]): CellFigures {
  let stride = table.header.cells.length;
  for (const { cells } of table.rows) if (cells.length > stride) stride = cells.length;
  const found = new Int32Array(table.rows.length * stride);
  let isEmpty = true;
  for (let at = firstQuantity(quantities, table.index); quantities[at]?.place.block === table.index; at++) {
    const { row = -1, column } = quantities[at]?.place ?? {};
    if (row < 0 || column === undefined) continue;
    const key = row * stride + column;
    found[key] = found[key] === 0 ? at + 1 : -1;
    isEmpty = false;
  }
  return { stride, at: found, isEmpty };
}
