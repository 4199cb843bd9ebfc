import { remembered } from '../../shared/memo';
import { type CellPlace, isMergedRow, originsOf } from '../../shared/merged-cells';
import type { Cell, Row, Table } from '../../shared/model/document';

export { type CellPlace, cellAt, originOf, originsOf } from '../../shared/merged-cells';

/** How a cell that a merged neighbour reaches into is written in the working text. */
export const COVERED_LEFT = '<<';
export const COVERED_UP = '^^';

/** A header of more rows is none: it keeps hostile tables cheap. */
const MOST_HEADER_ROWS = 8;

/** Figures stand below a header, years and months in it. */
const FIGURE = /^[-+−－△▲（(]?\s*(?!(?:19|20)\d{2}(?:年|$))\d[\d,，.]*[%％‰]?\s*[）)]?$/;
const UNIT_CELL = /^[（(]?(?:金额|计量|货币)?单位\s*[:：]/;

const textOf = (cell: Cell | undefined): string => cell?.prose.text.trim() ?? '';
const isWordy = (text = ''): boolean => /\p{L}/u.test(text) && !FIGURE.test(text) && !/^无$/.test(text);
const holdsFigure = (row: Row): boolean => row.cells.some((cell) => FIGURE.test(textOf(cell)));

/** Whether any cell of a table is merged with another. */
export const isMergedTable = remembered(
  ({ header, rows }: Table): boolean => isMergedRow(header) || rows.some(isMergedRow),
);

/** A row that is one merged cell over all columns. */
export const spansAll = (row: Row): boolean =>
  row.cells.length > 1 && row.cells.slice(1).every((cell) => cell.covered === 'left');

/** A row above a header that names or measures the whole table: a title, `单位：万元`, or both side by side. */
export function isBanner(row: Row): boolean {
  if (spansAll(row)) return true;
  if (!isMergedRow(row) || row.cells.some((cell) => cell.covered === 'up')) return false;
  const own = row.cells.filter((cell) => !cell.covered && textOf(cell) !== '');
  const last = own.at(-1);
  return own.length <= 3 && last !== row.cells[0] && UNIT_CELL.test(textOf(last));
}

/**
 * How many body rows belong to a header with merged cells. A header goes on below a banner, below a cell that
 * groups several columns, and as far as a cell of its own reaches down.
 */
export function headerRowsOf(header: Row, rows: readonly Row[]): number {
  const [first] = rows;
  if (!first || !(isMergedRow(header) || first.cells.some((cell) => cell.covered === 'up'))) return 0;
  const zone = [header, ...rows.slice(0, MOST_HEADER_ROWS + 1)];
  const origins = originsOf(zone);
  const most = Math.min(MOST_HEADER_ROWS, rows.length);
  let last = 0;
  while (last < most && carriesOn({ zone, origins, last, isEnd: last + 1 === rows.length })) last++;
  // A first row that a name reaches out of, down to figures, is no header: the table has none.
  const isGrouped = zone.slice(0, last + 1).some(hasGroup);
  return reachedFromAbove(zone[last + 1], origins[last + 1], last) && !isGrouped ? 0 : last;
}

const hasGroup = (row: Row): boolean => row.cells.some((cell) => cell.covered === 'left');

const reachedFromAbove = (row: Row | undefined, origins: readonly CellPlace[] = [], index: number): boolean =>
  row !== undefined && origins.some((origin) => origin.row < index);

/** The rows that may be a header's, with `zone[0..last]` known to be. */
interface Zone {
  readonly zone: readonly Row[];
  /** `origins[n]` of `zone[n]`, whose rows count from -1. */
  readonly origins: readonly (readonly CellPlace[])[];
  readonly last: number;
  /** True when no row comes after the next one. */
  readonly isEnd: boolean;
}

function carriesOn({ zone, origins, last, isEnd }: Zone): boolean {
  const [above, row, below] = zone.slice(last, last + 3);
  const [over = [], places = []] = origins.slice(last, last + 2);
  if (!above || !row || holdsFigure(row)) return false;
  if (isBanner(above)) return !isEnd;
  if (spansAll(row)) return false;
  const isReached = (column: number): boolean => places[column] === over[column];
  const isGrouped = (column: number): boolean =>
    over[column] === over[column - 1] || over[column] === over[column + 1];
  const texts = row.cells.map((cell, column) => (isReached(column) ? '' : textOf(cell)));
  const columns = [...texts.keys()];
  const filled = columns.filter((column) => texts[column] !== '');
  if (columns.some(isReached)) {
    if (filled.every(isGrouped)) return true;
    return !isEnd && (filled.every((at) => isNote(texts[at])) || figuresBelow(below, filled));
  }
  const groups = columns.filter(isGrouped);
  if (isEnd || groups.length === 0 || filled.some((at) => isGrouped(at) && !isWordy(texts[at]))) return false;
  const single = columns.filter((column) => !isGrouped(column));
  const goesOn = single.every((at) => texts[at] === '' || texts[at] === textOf(above.cells[at]));
  if (single.length > 0 && goesOn) return filled.some(isGrouped);
  if (groups.some((at) => texts[at] === '' && !row.cells[at]?.covered)) return false;
  return figuresBelow(below, groups) || groupsRepeat(over, groups, texts);
}

/** `（万元）` below 金额. */
const isNote = (text = ''): boolean => /^[（(].*[）)]$/.test(text);

/** At least half of the columns hold figures in the row below. */
function figuresBelow(below: Row | undefined, columns: readonly number[]): boolean {
  const figures = columns.filter((column) => FIGURE.test(textOf(below?.cells[column])));
  return columns.length > 0 && figures.length * 2 >= columns.length;
}

/** Two groups or more, all parted in the same way: 笔数, 金额, 笔数, 金额. */
function groupsRepeat(
  over: readonly CellPlace[],
  groups: readonly number[],
  texts: readonly string[],
): boolean {
  const parts = new Map<CellPlace, string>();
  for (const column of groups) {
    const group = over[column];
    if (group) parts.set(group, `${parts.get(group) ?? ''}|${texts[column]}`);
  }
  return parts.size > 1 && new Set(parts.values()).size === 1;
}

type Headed = Pick<Table, 'header' | 'rows' | 'headerRows'>;
type HeaderCells = readonly (readonly Cell[])[];

/** For each column, the cells of its header that say something, from the top down; banners are not part of it. */
export const headerCells: (table: Headed) => HeaderCells = remembered(findHeaderCells);

function findHeaderCells(table: Headed): HeaderCells {
  const rows = [table.header, ...table.rows.slice(0, table.headerRows)];
  const origins = originsOf(rows);
  const banners = new Set(
    rows.flatMap((row, index) => (index < table.headerRows && isBanner(row) ? [index - 1] : [])),
  );
  return table.header.cells.map((_, column) => {
    const places = origins.flatMap((row) => row[column] ?? []);
    const own = places.filter((place, at) => place !== places[at - 1] && !banners.has(place.row));
    const cells = own.flatMap((place) => rows[place.row + 1]?.cells[place.column] ?? []);
    return cells.filter((cell) => textOf(cell) !== '');
  });
}

/** The rows above the header proper, with the table's title or unit. */
export function bannersOf(table: Pick<Table, 'header' | 'rows' | 'headerRows'>): readonly Row[] {
  return [table.header, ...table.rows.slice(0, table.headerRows)].slice(0, table.headerRows).filter(isBanner);
}
