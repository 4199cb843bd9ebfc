import type { Block, Table } from '../../../../shared/model/document';
import { lineReader } from '../../../text/table-rows';

const LINE = 31.5;
export const ROW = 28;
/** Units of text in a line of the sheet, and about how many a cell has for itself. */
const UNITS = 28;
const TABLE_UNITS = 34;

/** About how high a block that is not painted yet will be, in pixels, so that the scroll bar tells the truth. */
export function estimateHeight(block: Block): number {
  if (block.kind === 'table') return tableHeight(block);
  if (block.kind === 'divider' || block.kind === 'page-break') return 3 * 17;
  const length = 'prose' in block ? block.prose.text.length : block.range.end - block.range.start;
  const breaks = 'prose' in block ? block.prose.text.split('\n').length - 1 : 0;
  const indent = block.kind === 'paragraph' || block.kind === 'heading' ? 2 : 0;
  return Math.max(1, Math.ceil((length + indent) / UNITS) + breaks) * LINE;
}

function tableHeight(table: Table): number {
  const heightOf = heightReader(table);
  let height = 20 + ROW;
  for (let row = 0; row < table.rows.length; row++) height += heightOf(row);
  return height;
}

/** About how high each row of a table is; 0 for a row that is not there. */
export function heightReader(table: Table): (row: number) => number {
  const lineOf = lineReader(table);
  return (row) => {
    if (row < 0 || row >= table.rows.length) return 0;
    const { units, cells } = lineOf(row);
    return rowHeight(units, cells);
  };
}

/** By the length of its line: text of about `TABLE_UNITS` fits side by side. */
export function rowHeight(units: number, cells: number): number {
  const content = units - 3 * cells;
  return ROW + Math.max(0, Math.ceil(content / (TABLE_UNITS * 1.6)) - 1) * 21;
}
