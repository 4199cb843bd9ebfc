import type { Row } from '../../../shared/model/document';
import { compactText } from './cell-text';

/** `3=1+2`, `C=A+B`, `⑤=③+④` below a header. Groups: the column's own number, what makes it. */
export const FORMULA = /^[（(]?([A-Z]|\d{1,2}|[①-⑳])[）)]?[=＝](.+?)[）)]?$/;
/** The number of a column, alone or before its formula. */
export const NAME = /^[（(]?([A-Z]|\d{1,2}|[①-⑳])[）)]?(?:[=＝]|$)/;
/** Rows below the header in which column numbers are looked for. */
export const NUMBERED_ROWS = 4;
const LABEL = /^(?:栏次|栏目|列次|栏号|序列)$/;

export const hasFormula = ({ cells }: Row): boolean => cells.some((cell) => FORMULA.test(compactText(cell)));

/** A row below the header that numbers the columns (栏次 | 1 | 2 | 3=1+2): no figures. `at`: index below the header. */
export function numbersColumns(row: Row, at: number): boolean {
  if (at >= NUMBERED_ROWS) return false;
  const texts = row.cells.map(compactText).filter((text) => text !== '');
  const numbers = texts.filter((text) => NAME.test(text)).length;
  if (numbers < 2 || numbers < texts.length - 2) return false;
  return hasFormula(row) || texts.some((text) => LABEL.test(text));
}
