import { remembered } from '../../../shared/memo';
import type { Cell, Row, Table } from '../../../shared/model/document';
import { COVERED_LEFT, COVERED_UP, spansAll } from '../../document/spans';

const EDGE = /^[^\S\n]|[^\S\n]$/;
const SPACE = /\s/;

/** Surely no blank: ASCII's signs, and Han with all from there to the private use area. */
const isInk = (unit: number): boolean => (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < 0xe000);

/** What a cell says, without the blanks at its ends. A `<br>` reads as a line feed and is kept. */
export function cellText(cell: Cell | undefined): string {
  const text = cell?.prose.text ?? '';
  if (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))) return text;
  return EDGE.test(text) ? text.replace(/^[^\S\n]+|[^\S\n]+$/g, '') : text;
}

/** The rows below the header. */
export const bodyRows = (table: Table): readonly Row[] =>
  table.headerRows > 0 ? table.rows.slice(table.headerRows) : table.rows;

/** True for a cell that a merged neighbour covers, and for one that reaches over its right neighbour: no cell of its column alone. */
export const isMerged = (row: Row, column: number): boolean =>
  row.cells[column]?.covered !== undefined || row.cells[column + 1]?.covered === 'left';

/** Stand for covered cells among texts of cells; no text begins with this sign. */
const COVERED = { left: `\u0000${COVERED_LEFT}`, up: `\u0000${COVERED_UP}` } as const;

/** As `cellText`, with a sign of its own for a covered cell, which `toMarkdownCell` writes back. */
export const repairText = (cell: Cell | undefined): string =>
  cell?.covered ? COVERED[cell.covered] : cellText(cell);

/** Whether a repair's text is that sign, for a cell covered from the left or, unless `from` says so, from above. */
export const isCoveredText = (text: string, from?: 'left'): boolean =>
  text === COVERED.left || (from === undefined && text === COVERED.up);

/** A text without any blanks. */
export const compacted = (text: string): string => (SPACE.test(text) ? text.replace(/\s+/g, '') : text);

/** What a cell says on one line, all blanks removed. */
export const compactText = (cell: Cell | undefined): string => compacted(cell?.prose.text ?? '');

const PLACEHOLDER = /^(?:[-—–－―/\\*.…·、×]+|无|暂无|不适用|未披露|待定|N\/?A|n\/?a|－－)$/;

/** `—`, `/`, 不适用: a cell that says that there is nothing to say. */
export const isPlaceholder = (text: string): boolean => text.length < 12 && PLACEHOLDER.test(text);

export const isBlank = (text: string): boolean => text === '' || isPlaceholder(text);

const TOTAL =
  /^[（(]?(?:[一二三四五六七八九十]+、|\d+[.、])?(?:本页|本期|本年|以上)?(?:合计|总计|小计|共计|总额|总和|累计合计|总合计)/;
const NOTE =
  /^(?:[（(【]?(?:注|备注|说明|附注|资料来源|数据来源|来源|单位|填表|制表|审核|填报)[）)】]?\d*[：:]|注\d*[.、]?|[*＊※])/;
const GROUP =
  /^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+[类组部分章节])/;
const AGGREGATE = /^(?:平均|均值|其中|减[：:]|加[：:]|最大|最小|中位)/;

/**
 * Rows that say something about the table and are no entry of it: totals, footnotes, group headings,
 * blank rows, and rows of one text in all cells, merged or repeated.
 */
export const isSpecialRow = remembered((row: Row): boolean => {
  let first = '';
  let filled = 0;
  let alike = row.cells.every((cell) => cell.covered !== 'up');
  if (spansAll(row)) return true;
  for (const [at, cell] of row.cells.entries()) {
    const text = compactText(cell);
    if (text === '') continue;
    if (at < 3 && SPECIAL.test(text) && isSpecialText(text)) return true;
    if (filled++ === 0) first = text;
    else if (text !== first) alike = false;
  }
  return filled === 0 || NOTE.test(first) || (filled > 1 && alike);
});

/** No special text begins otherwise: most cells need no closer look. */
const SPECIAL = /^[（(第本以合总小共累平均其减加最中\d一二三四五六七八九十]/;

const isSpecialText = (text: string): boolean => TOTAL.test(text) || AGGREGATE.test(text) || GROUP.test(text);

const MARKUP: Readonly<Record<string, string>> = { '\n': '<br>', '|': '\\|' };

/** The way back from a cell's visible text to Markdown. */
export function toMarkdownCell(text: string): string {
  if (isCoveredText(text)) return text.slice(1);
  // Signs of a covered cell that are meant as text.
  if (text === COVERED_LEFT || text === COVERED_UP) return `\\${text}`;
  return text.replace(/[\n|]/g, (unit) => MARKUP[unit] ?? unit);
}
