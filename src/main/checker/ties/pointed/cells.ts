import { absolute, compare, decimal, formatDecimal, shift, subtract } from '../../../../shared/decimal';
import { remembered } from '../../../../shared/memo';
import type { Table } from '../../../../shared/model/document';
import type { Fact, Quantity } from '../../../../shared/model/quantity';
import { bodyOf, type Measure } from '../../../figures/identity/measure';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { shareMeasureNamed } from '../../../figures/identity/share-measure';
import { labelColumn } from '../../../figures/table-rows';
import { DIGITS, type Pointer } from './pointers';

export interface PointedCell {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly measure: Measure;
}

export interface TableNames {
  readonly rows: readonly string[];
  readonly headers: readonly string[];
}

const TOTAL = /^(?:合计|总计|共计|小计|总额|总数|总量|全部|全市|全省|全国|全司|全行)/;

export function namesOf(table: Table): TableNames {
  const column = labelColumn(table);
  return {
    rows: table.rows.map(({ cells }) => cells[column]?.prose.text.replace(/\s+/g, '') ?? ''),
    headers: table.header.cells.map(({ prose }) => prose.text.replace(/\s+/g, '')),
  };
}

type FindCell = (
  pointer: Pointer,
  cells: readonly PointedCell[],
  names: TableNames,
  used: ReadonlySet<PointedCell>,
) => PointedCell | null;

export const equalCell: FindCell = (pointer, cells, names) =>
  cells.find((cell) => isAlike(pointer, cell) && isEqual(pointer, cell) && isMeant(cell, pointer, names)) ??
  null;

export const slippedCell: FindCell = (pointer, cells, names, used) => {
  const [only, ...others] = cells.filter(
    (cell) =>
      !used.has(cell) && isAlike(pointer, cell) && isMeant(cell, pointer, names) && isSlip(pointer, cell),
  );
  if (!only || others.some((one) => one.quantity.value !== only.quantity.value)) return null;
  // Where the table has the figure elsewhere, a sentence that names no row may mean that cell.
  const equal = cells.filter((cell) => isAlike(pointer, cell) && isEqual(pointer, cell));
  const beside = equal.some(({ quantity }) => quantity.place.row === only.quantity.place.row);
  return beside || (equal.length > 0 && !isNamed(only, pointer, names)) ? null : only;
};

const isAlike = ({ quantity }: Pointer, cell: PointedCell): boolean =>
  cell.quantity.unit === quantity.unit && cell.quantity.approximator === null;

/** The decimal of a quantity has one spelling for each value. */
const isEqual = ({ quantity }: Pointer, cell: PointedCell): boolean => quantity.value === cell.quantity.value;

/** One digit more or less proves something of longer figures only; the last digit may be rounded otherwise. */
function isSlip({ quantity: a, isTotal }: Pointer, { quantity: b }: PointedCell): boolean {
  const precision = Math.max(a.precision, b.precision);
  const [one, other] = [absolute(decimal(a.value)), absolute(decimal(b.value))];
  if (compare(absolute(subtract(one, other)), shift(decimal('1'), precision)) <= 0) return false;
  if (isNearMiss(a.value, b.value, precision)) return true;
  const [left, right] = [formatDecimal(one), formatDecimal(other)];
  const isUnit = left.replace(/[.0]/g, '') === right.replace(/[.0]/g, '');
  const isLong = left.split('.')[0]?.length === right.split('.')[0]?.length;
  return (isUnit || isLong) && isNearMiss(a.value, b.value, precision, isTotal ? DIGITS - 1 : DIGITS);
}

const rowOf = ({ quantity }: PointedCell, { rows }: TableNames): string =>
  rows[quantity.place.row ?? -1] ?? '';

/** The sentence names the cell's row: 高风险 in 高风险客户1,842户. */
function isNamed(cell: PointedCell, { words }: Pointer, names: TableNames): boolean {
  const label = rowOf(cell, names).replace(ORDINAL, '').replace(ASIDE, '');
  return label.length >= 2 && words.includes(label);
}

const ORDINAL = /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[、.．)）]|其中[:：]?|[加减][:：])/;
const ASIDE = /[（(].*?[）)]/g;

const NARROWING =
  /线[上下]|境[内外]|跨境|城[镇乡]|农村|日均|月均|人均|笔均|户均|单笔|新增|净增|活跃|有效|实名|成功|失败|个人|单位|企业|小微|借记|贷记/g;

/** 线上交易笔数 over a column 交易笔数 of a row that says nothing of it. */
function isNarrower(cell: PointedCell, { words }: Pointer, names: TableNames): boolean {
  const header = names.headers[cell.quantity.place.column ?? -1] ?? '';
  const own = `${rowOf(cell, names)}${header}${cell.fact.concept}${cell.fact.scope}`;
  return (words.match(NARROWING) ?? []).some((word) => !own.includes(word));
}

/** What each column measures, by its header alone. */
const headerMeasures = remembered(({ headers }: TableNames): readonly string[] =>
  headers.map((header) => bodyOf(header.replace(ASIDE, ''))),
);

/** The row is named or is the total; the column does not speak of something else, nor of another period. */
function isMeant(cell: PointedCell, pointer: Pointer, names: TableNames): boolean {
  const { period } = pointer.fact;
  const share = shareMeasureNamed(names.headers[cell.quantity.place.column ?? -1] ?? '');
  if (share !== '' && pointer.shareOf !== '' && share !== pointer.shareOf) return false;
  if (period !== '' && cell.fact.period !== '' && period !== cell.fact.period) return false;
  if (cell.measure.qualifiers !== pointer.measure.qualifiers || isNarrower(cell, pointer, names))
    return false;
  if (isNamed(cell, pointer, names)) return true;
  const measure = headerMeasures(names)[cell.quantity.place.column ?? -1] ?? '';
  const { words } = pointer;
  const fits = measure.length < 2 || words.includes(measure) || words.includes(measure.slice(-2));
  return fits && TOTAL.test(rowOf(cell, names));
}
