import type { CellBox, MergedCell, RowBox, TableFrame } from './boxes';
import type { TextStyle } from './glyphs';
import type { Line } from './lines';
import type { Part } from './parts';
import { placeText } from './place-text';
import type { PlacedCell, PlacedRule, PlacedTable, PlacedText } from './placed';
import { STYLES } from './styles';
import { CELL_PADDING, ROW_FRAME, RULE } from './table';

interface Grid {
  readonly rows: readonly RowBox[];
  readonly style: TextStyle;
  /** Of each row's top rule; one more for the last row's bottom. */
  readonly tops: readonly number[];
  /** Of each column's left rule; one more for the last column's right. */
  readonly lefts: readonly number[];
  readonly side: number;
}

/** Places the rows of one table that stand on one page. `height`: with the rule below, without the one above. */
export function placeTable(
  parts: readonly RowBox[],
  frame: TableFrame | undefined,
  left: number,
  top: number,
): { readonly table: PlacedTable; readonly height: number } {
  const { style = STYLES.body, widths = [], side = 0 } = frame ?? {};
  const rows = joinParts(parts);
  const tops = [top - RULE];
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + lineCount(row) * style.pitch + ROW_FRAME);
  const lefts = [left];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width + 2 * side + RULE);
  const grid: Grid = { rows, style, tops, lefts, side };
  const cells = rows.map((row, at) =>
    row.cells.flatMap((cell, column) => placeCell(grid, cell, at, column) ?? []),
  );
  const rules = hasMerged(rows) ? rulesBetween(grid, cells) : plainRules(grid);
  return { table: { kind: 'table', rows: cells, rules }, height: (tops.at(-1) ?? top) - top + RULE };
}

/** Parts of one row that stand on one page become one row again. */
function joinParts(rows: readonly RowBox[]): readonly RowBox[] {
  const joined: RowBox[] = [];
  for (const part of rows) {
    const before = joined[joined.length - 1];
    if (before?.row !== part.row) {
      joined.push(part);
      continue;
    }
    const cells = before.cells.map((cell, index) => ({
      ...cell,
      lines: cell.lines.concat(part.cells[index]?.lines ?? []),
    }));
    joined[joined.length - 1] = { ...before, cells, isLast: part.isLast };
  }
  return joined;
}

const lineCount = (row: RowBox): number => Math.max(1, ...row.cells.map((cell) => cell.lines.length));

/** What stands at one place of a page's rows; null for a place under a neighbour's cell. */
function placeCell(grid: Grid, cell: CellBox, at: number, column: number): PlacedCell | null {
  const { rows } = grid;
  const row = rows[at];
  if (!row || cell.columns === 0) return null;
  if (!cell.merged) {
    const lines = placeLines(grid, cell, cell.lines, { at, down: 1, column, part: partOf(row, cell) });
    return { column, columns: cell.columns, rows: 1, lines };
  }
  const isPart = (one: RowBox | undefined): boolean => one?.cells[column]?.merged === cell.merged;
  if (isPart(rows[at - 1])) return null;
  let end = at + 1;
  while (isPart(rows[end])) end += 1;
  const beside = rows.slice(at, end);
  const { lines, again } = linesBeside(cell.merged, beside, column);
  const part = again ? null : partOf(row, cell);
  const placed = placeLines(grid, cell, lines, { at, down: end - at, column, part });
  return { column, columns: cell.columns, rows: end - at, lines: placed };
}

const partOf = (row: RowBox, cell: CellBox): Part | null => (row.repeated ? null : cell.part);

/** Those lines of a cell over several rows that belong to this page; all of them again where it has none of its own. */
function linesBeside(
  merged: MergedCell,
  rows: readonly RowBox[],
  column: number,
): { readonly lines: readonly Line[]; readonly again: boolean } {
  const own = rows.flatMap((row) => row.cells[column]?.lines ?? []);
  const again = own.length === 0 && merged.lines.length <= linesOf(rows);
  return { lines: again ? merged.lines : own, again };
}

const linesOf = (rows: readonly RowBox[]): number => rows.reduce((sum, row) => sum + lineCount(row), 0);

interface CellPlace {
  readonly at: number;
  readonly down: number;
  readonly column: number;
  readonly part: Part | null;
}

/** Stands in the middle of its rows, or at the top when they are split between pages. */
function placeLines(
  { rows, style, tops, lefts, side }: Grid,
  { align, columns }: CellBox,
  lines: readonly Line[],
  { at, down, column, part }: CellPlace,
): readonly PlacedText[] {
  const beside = rows.slice(at, at + down);
  const isWhole = beside[0]?.isFirst === true && beside.at(-1)?.isLast === true;
  const room = linesOf(beside) * style.pitch + (down - 1) * ROW_FRAME;
  const spare = isWhole ? room - lines.length * style.pitch : 0;
  const top = (tops[at] ?? 0) + RULE + CELL_PADDING + spare / 2;
  const left = (lefts[column] ?? 0) + RULE + side;
  const width = (lefts[column + columns] ?? left) - side - left;
  return lines.map((line, index) => {
    const free = Math.max(0, width - line.width);
    const shift = align === 'left' ? 0 : align === 'right' ? free : free / 2;
    return placeText(line, style, left + shift, top + index * style.pitch, part);
  });
}

const hasMerged = (rows: readonly RowBox[]): boolean =>
  rows.some((row) => row.cells.some((cell) => cell.columns !== 1 || cell.merged !== null));

/** From edge to edge, all of them. */
function plainRules({ tops, lefts }: Grid): readonly PlacedRule[] {
  const [top = 0, left = 0, bottom = 0, right = 0] = [tops[0], lefts[0], tops.at(-1), lefts.at(-1)];
  return [
    ...tops.map((y) => ({ x: left, y, width: right - left + RULE, height: RULE })),
    ...lefts.map((x) => ({ x, y: top, width: RULE, height: bottom - top + RULE })),
  ];
}

/** Only where two cells meet. */
function rulesBetween(
  { tops, lefts }: Grid,
  rows: readonly (readonly PlacedCell[])[],
): readonly PlacedRule[] {
  const owners: (PlacedCell | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    for (const cell of cells) {
      for (const line of owners.slice(at, at + cell.rows))
        for (let across = 0; across < cell.columns; across += 1) line[cell.column + across] = cell;
    }
  });
  const rules: PlacedRule[] = [];
  const parted = (a: PlacedCell | undefined, b: PlacedCell | undefined) => a !== b || a === undefined;
  tops.forEach((y, at) => {
    const across = lefts.map((_, column) => parted(owners[at - 1]?.[column], owners[at]?.[column]));
    for (const [from, to] of stretches(across.slice(0, -1)))
      rules.push({
        x: lefts[from] ?? 0,
        y,
        width: (lefts[to] ?? 0) - (lefts[from] ?? 0) + RULE,
        height: RULE,
      });
  });
  lefts.forEach((x, column) => {
    const down = rows.map((_, at) => parted(owners[at]?.[column - 1], owners[at]?.[column]));
    for (const [from, to] of stretches(down))
      rules.push({ x, y: tops[from] ?? 0, width: RULE, height: (tops[to] ?? 0) - (tops[from] ?? 0) + RULE });
  });
  return rules;
}

/** Where consecutive values are true: from, and just after. */
function stretches(values: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (!value) return;
    if (last && last[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  });
  return found;
}
