import type { Lattice, LatticeName } from '../tables/lattice';
import { isAverageLine, type LineKind, lineKind, lineLevel, measureNamed } from '../tables/words';

/** A line as shares see it. */
export interface ShareLine {
  readonly name: LatticeName;
  readonly kind: LineKind;
  /** Depth that an enumerator or indentation tells; 0 for none. */
  readonly level: number;
  /** Place among the lines. */
  readonly order: number;
}

/** The lines of a table with what stands around each. */
export interface ShareLines {
  readonly all: readonly ShareLine[];
  readonly sums: readonly ShareLine[];
  readonly of: ReadonlyMap<LatticeName, ShareLine>;
  /** The nearest total or subtotal below, above, and the entry that a 其中 or a deeper line belongs to. */
  below(line: ShareLine): ShareLine | undefined;
  above(line: ShareLine): ShareLine | undefined;
  parent(line: ShareLine): ShareLine | undefined;
  /** Of a long table, the total of the line's own measure: 合计 笔数 for 东区 笔数. */
  sameMeasure(line: ShareLine): ShareLine | undefined;
  /** 笔数 of `合计 笔数`: what tells the measures of one entry apart in a long table; empty in others. */
  measureOf(line: ShareLine): string;
}

const INDENTED = 6;

export const isSum = ({ kind }: ShareLine): boolean => kind === 'total' || kind === 'subtotal';

/** Lines that are parts or wholes: no rates, changes or averages of their own. Linear. */
export function linesOf(lattice: Lattice): ShareLines {
  const all = lattice.lines
    .filter((name) => measureNamed(name) === 'other' && !isAverageLine(name.text))
    .map((name, order) => ({
      name,
      kind: lineKind(name.path),
      level: lineLevel(name.path.at(-1) ?? '') || (name.indented ? INDENTED : 0),
      order,
    }));
  const above = lastBefore(all, isSum);
  const below = lastBefore([...all].reverse(), isSum).reverse();
  const parents = parentsOf(all);
  const sums = all.filter(isSum);
  const byMeasure = new Map(
    sums.filter(({ kind }) => kind === 'total').map((line) => [measureOf(line), line]),
  );
  return {
    all,
    sums,
    of: new Map(all.map((line) => [line.name, line])),
    below: ({ order }) => below[order],
    above: ({ order }) => above[order],
    parent: ({ order }) => parents[order],
    measureOf,
    sameMeasure: (line) => (measureOf(line) === '' ? undefined : byMeasure.get(measureOf(line))),
  };
}

const measureOf = ({ name: { path } }: ShareLine): string => (path.length > 1 ? (path.at(-1) ?? '') : '');

function lastBefore(
  lines: readonly ShareLine[],
  isWanted: (line: ShareLine) => boolean,
): (ShareLine | undefined)[] {
  let last: ShareLine | undefined;
  return lines.map((line) => {
    const before = last;
    if (isWanted(line)) last = line;
    return before;
  });
}

function parentsOf(lines: readonly ShareLine[]): readonly (ShareLine | undefined)[] {
  const open: ShareLine[] = [];
  return lines.map((line) => {
    const isInside = (outer: ShareLine | undefined): boolean =>
      outer !== undefined && (line.kind === 'part' ? outer.kind !== 'part' : outer.level < line.level);
    while (open.length > 0 && !isInside(open.at(-1))) open.pop();
    const parent = open.at(-1);
    open.push(line);
    return parent;
  });
}
