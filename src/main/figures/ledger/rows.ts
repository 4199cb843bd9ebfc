import type { SheetCell } from '../../../shared/model/ledger';
import { statedUnit } from '../units';
import { wholePeriod } from './period';
import { splitUnit, unitAbove } from './units';
import { isBlankCell, isPlaceholder } from './words';

export type GridRow = readonly SheetCell[];

/** A cell that stands for itself, and its column. */
export interface OwnCell {
  readonly column: number;
  readonly text: string;
  readonly cell: SheetCell;
}

/** The cells of a row with content. */
export const ownCells = (row: GridRow = []): readonly OwnCell[] =>
  row.flatMap((cell, column) => (isBlankCell(cell) ? [] : [{ column, text: cell.text.trim(), cell }]));

/** No content, and no cell merged downwards that runs through. */
export const isBlankRow = (row: GridRow = []): boolean =>
  row.every((cell) => isBlankCell(cell) && cell.covered !== 'up');

const NOTE =
  /^[（(]?(?:注|备注|附注|说明|数据来源|资料来源|来源|口径|填[表报]说明|填[表报]人|制表人?|审核人?|复核人?|经办人?|负责人|单位负责人|联系人)\s*\d*\s*(?:[：:]|[（(]?\d+[）).、])/;
const LABELLED = /^[^：:]{1,12}[：:]/;

/** A line below a table: 注：…, 填表人：…. */
export const isNoteRow = (row: GridRow | undefined): boolean => {
  const own = ownCells(row);
  const [first] = own;
  if (!first || !NOTE.test(first.text)) return false;
  return !own.some(({ cell, text }) => isFigure(cell) || unitAbove([text]) !== '');
};

/** A number that is no year or month. */
export const isFigure = (cell: SheetCell): boolean =>
  cell.number !== '' && !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])?$/.test(cell.text.trim());

export const hasFigure = (row: GridRow = []): boolean => row.some(isFigure);

/**
 * A line above a header: a title, `单位：万元`, 编制单位 and date side by side. One text over the columns right of
 * the first is a row of the header instead, if it groups columns or figures follow below it.
 */
export function isBanner(row: GridRow, next: GridRow | undefined, from: number, to: number): boolean {
  const own = ownCells(row);
  const [first] = own;
  if (!first || hasFigure(row)) return false;
  const isTelling = ({ text }: OwnCell): boolean => LABELLED.test(text) || unitAbove([text]) !== '';
  if (own.length > 1) {
    // `金额（万元）` names a column; only a unit that stands alone tells of the table.
    const isTold = ({ text }: OwnCell): boolean =>
      LABELLED.test(text) || (unitAbove([text]) !== '' && splitUnit(text).text.trim() === '');
    const isAllTold = own.every((cell, at) => isTold(cell) || at === 0 || wholePeriod(cell.text) !== null);
    return isAllTold && own.some(isTold) && own.length <= 6;
  }
  if (isTelling(first)) return true;
  if (to - from <= 1) return false;
  if (first.column === from) return true;
  if (hasFigure(next)) return false;
  return (
    row[first.column + 1]?.covered !== 'left' && wholePeriod(first.text) === null && !statedUnit(first.text)
  );
}

/** Words and periods only. A placeholder stands for a figure. */
export const isHeaderLike = (row: GridRow = []): boolean => {
  const own = ownCells(row);
  return (
    own.length > 0 &&
    own.every(({ cell, text }) => !isPlaceholder(text) && (cell.number === '' || !isFigure(cell)))
  );
};

/**
 * 甲 乙 1 2 3, or ① ② ③=①+②: a row that numbers the columns, with nothing to say of them. Plain digits behind
 * other words are figures.
 */
export function isNumbering(row: GridRow = []): boolean {
  const own = ownCells(row);
  const numbered = own.filter(({ text }) => !/^(?:[甲乙丙丁戊己—-]|栏次|行次|项次|序号)$/.test(text));
  if (own.length < 2 || numbered.length === 0) return own.length > 1;
  const isMarked = numbered.length < own.length || numbered.every(({ text }) => !/^\d+$/.test(text));
  return isMarked && numbered.every(({ text }, at) => numberOf(text) === at + 1);
}

function numberOf(text: string): number {
  const circled = text.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  const plain = /^[（(]?(\d{1,2})[）)]?(?:[=＝].*)?$/.exec(text);
  return plain ? Number(plain[1]) : Number.NaN;
}
