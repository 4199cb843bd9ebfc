import type { Difference } from '../../../shared/model/source';
import { align } from './align';
import { type Clean, shortened, squeezed } from './clean';
import type { PlacedGrid } from './working';

/** A grid by its texts' numbers: equal texts, white space aside, have equal numbers; no text is 0. */
interface NumberedGrid {
  readonly grid: PlacedGrid;
  readonly rows: readonly NumberedRow[];
  readonly width: number;
  readonly key: string;
}

interface NumberedRow {
  /** In the grid, from 0. */
  readonly index: number;
  readonly cells: readonly number[];
}

/** Compares tables cell by cell. */
export function compareTables(
  source: readonly PlacedGrid[],
  working: readonly PlacedGrid[],
  clean: Clean,
): readonly Difference[] {
  const numbers = numberer(clean);
  const left = source.map((grid) => numberedGrid(grid, numbers)).filter(isCompared);
  const right = working.map((grid) => numberedGrid(grid, numbers)).filter(isCompared);
  const kinds = [left, right].map((grids) =>
    grids.map(({ rows }) => new Set(rows.flatMap((row) => row.cells))),
  );
  const alike = (a: number, b: number): boolean => shared(kinds[0]?.[a], kinds[1]?.[b]);
  const pairs = align(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
    alike,
  );
  return pairs.flatMap((pair) => {
    const expected = left[pair.source ?? -1];
    const actual = right[pair.working ?? -1];
    if (expected && actual) return expected.key === actual.key ? [] : compareGrids(expected, actual);
    return missingOrAdded(expected, actual);
  });
}

/** Gives equal texts equal numbers. Strings that are the same object are looked at once, however often they stand. */
function numberer(clean: Clean): (text: string) => number {
  const byRaw = new Map<string, number>();
  const byText = new Map<string, number>([['', 0]]);
  return (raw) => {
    const known = byRaw.get(raw);
    if (known !== undefined) return known;
    const text = squeezed(clean(raw));
    const number = byText.get(text) ?? byText.size;
    byText.set(text, number);
    byRaw.set(raw, number);
    return number;
  };
}

/** Rows without any text and columns without any at the end say nothing, and each format has its own idea of them. */
function numberedGrid(grid: PlacedGrid, numberOf: (text: string) => number): NumberedGrid {
  const rows = grid.rows
    .map((row, index): NumberedRow => {
      const cells = row.map(numberOf);
      return { index, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== 0) + 1) };
    })
    .filter(({ cells }) => cells.length > 0);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { grid, rows, width, key: rows.map(({ cells }) => cells.join(',')).join(';') };
}

/** At least half of the smaller one's texts are the other's too. */
function shared(a: ReadonlySet<number> = new Set(), b: ReadonlySet<number> = new Set()): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const number of small) if (number !== 0 && large.has(number)) common++;
  return common > 0 && common * 2 >= small.size;
}

/**
 * A table whose places all say the same may be a single cell to a reader, and that is no table. Its text is compared
 * with the rest of the text.
 */
function isCompared({ rows, width }: NumberedGrid): boolean {
  const first = rows[0]?.cells[0];
  return rows.some(({ cells }) => cells.length < width || cells.some((cell) => cell !== first));
}

const sizeOf = ({ rows, width }: NumberedGrid): string => `${rows.length}行${width}列`;

function compareGrids(expected: NumberedGrid, actual: NumberedGrid): readonly Difference[] {
  const { label } = expected.grid;
  if (expected.rows.length !== actual.rows.length || expected.width !== actual.width)
    return [{ kind: 'table', place: label, expected: sizeOf(expected), actual: sizeOf(actual) }];
  return expected.rows.flatMap((row, at) => {
    const other = actual.rows[at];
    const columns = Array.from({ length: expected.width }, (_, column) => column);
    const changed = columns.filter((column) => (row.cells[column] ?? 0) !== (other?.cells[column] ?? 0));
    return changed.map(
      (column): Difference => ({
        kind: 'cell',
        place: `${label}第${row.index + 1}行第${column + 1}格`,
        expected: textAt(expected, row.index, column),
        actual: textAt(actual, other?.index ?? -1, column),
      }),
    );
  });
}

const textAt = ({ grid }: NumberedGrid, row: number, column: number): string =>
  shortened(grid.rows[row]?.[column] ?? '');

function missingOrAdded(expected?: NumberedGrid, actual?: NumberedGrid): readonly Difference[] {
  const place = (expected ?? actual)?.grid.label;
  if (place === undefined) return [];
  return [
    {
      kind: 'table',
      place,
      expected: expected ? described(expected) : '',
      actual: actual ? described(actual) : '',
    },
  ];
}

const CELLS_SHOWN = 6;

/** A table by its size and the beginning of its first row. */
function described(numbered: NumberedGrid): string {
  const row = numbered.grid.rows[numbered.rows[0]?.index ?? 0] ?? [];
  const cells = row.slice(0, CELLS_SHOWN).map((text) => shortened(text));
  return `${sizeOf(numbered)}：${shortened(cells.join('、'))}`;
}
