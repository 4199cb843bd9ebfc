import { ImportError } from '../bounds';

export const BROKEN_SHEET = '工作簿已损坏，单元格的位置有误，无法读取；请在 Excel 或 WPS 里重新保存一次';

/** Sizes that Excel and WPS allow. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

export const brokenSheet = (): ImportError => new ImportError('broken-workbook', BROKEN_SHEET);

/** `C5` → row 4, column 2. Throws `ImportError` for what no sheet has. */
export function cellPosition(reference: string): CellPosition {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) throw brokenSheet();
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return withinSheet({ row: Number(digits) - 1, column: column - 1 });
}

export function withinSheet(position: CellPosition): CellPosition {
  const { row, column } = position;
  if (!(row >= 0 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN)) throw brokenSheet();
  return position;
}

export interface CellRange {
  readonly from: CellPosition;
  readonly to: CellPosition;
}

/** `A1:C3`; a single cell is a range of one. */
export function cellRange(reference: string): CellRange {
  const [first = '', last = first, ...more] = reference.split(':');
  if (more.length > 0) throw brokenSheet();
  const from = cellPosition(first);
  const to = cellPosition(last);
  if (to.row < from.row || to.column < from.column) throw brokenSheet();
  return { from, to };
}
