import { absolute, compare, decimal } from '../../../../shared/decimal';
import type { Claim } from '../prose/claims';
import type { NamedRow, RowCell, RowIndex } from './row-index';

/** A figure without its sign. */
export const sizeOf = (value: string) => absolute(decimal(value));
/** Two decimals that are equal are the same binary number. */
export const isSame = ({ size, quantity }: Claim, cell: RowCell): boolean =>
  size === cell.size && compare(sizeOf(quantity.value), sizeOf(cell.quantity.value)) === 0;

/** So many digits a figure prints that tell. */
export const digitCount = ({ quantity: { raw } }: Claim): number =>
  raw.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length;

const FEWEST_DIGITS = 2;
const FEWEST_ROWS = 3;
const TOP = /最[高低大小多少快慢长短]/;
const NOT_TOP = /上次|前次|此前|标准|要求|目标|上限|下限/;

/** 恢复最快的是甲系统，用时87分钟 where another row has the least, 87: that column's cell of the row that is named. */
export function toppedBy(index: RowIndex, claim: Claim, sentence: string, row: NamedRow): RowCell | null {
  if (!sentence.includes('最')) return null;
  const clause = sentence.split(/[。；]/).at(-1) ?? '';
  const at = clause.lastIndexOf(row.label);
  const words = clause.slice(Math.max(0, clause.slice(0, at).lastIndexOf('，') + 1));
  if (at < 0 || !TOP.test(words) || NOT_TOP.test(words) || /\d/.test(clause.slice(at + row.label.length)))
    return null;
  if (digitCount(claim) < FEWEST_DIGITS) return null;
  const others = index.rowsBeside(row).filter((one) => one.row !== row.row);
  const found = index.figuresOf(row).filter((cell) => {
    if (cell.quantity.unit !== claim.quantity.unit || isSame(claim, cell)) return false;
    const column = others.flatMap((other) => {
      const own = index.figuresOf(other).find((one) => one.column === cell.column);
      return own ? [{ label: other.label, cell: own }] : [];
    });
    const bearer = column.find((other) => isSame(claim, other.cell));
    if (!bearer || sentence.includes(bearer.label)) return false;
    const orders = [...column.map((one) => one.cell), cell].map((one) =>
      compare(sizeOf(one.quantity.value), sizeOf(claim.quantity.value)),
    );
    return (
      orders.length >= FEWEST_ROWS &&
      (orders.every((order) => order >= 0) || orders.every((order) => order <= 0))
    );
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
