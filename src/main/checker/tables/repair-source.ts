import { allMatches } from '../../../shared/matches';
/** A torn row's cells as one run of units, with what it costs to cut it at each place. */
export interface Source {
  readonly units: string;
  /** `cuts[i]`: what it costs to cut before unit i; 0 at cell borders and blanks. */
  readonly cuts: readonly number[];
  /** Positions where a cell begins. */
  readonly borders: ReadonlySet<number>;
  /** Where the cell of each column begins, in the order in which columns are read. */
  readonly homes: readonly number[];
  readonly runs: readonly number[];
  /** Which run each unit belongs to. A wrapped line keeps its order: fragments of one run seldom swap. */
  readonly runOf: readonly number[];
}

const CUT_AT_CLASS = 1;
const CUT_IN_DIGITS = 2;
const CUT_IN_WORD = 2.5;
const WEEKDAY = /每?(?:周|星期)[一二三四五六日天末]/g;

/** Lines the cells up, blanks left out. `order`: which columns are read first. */
export function sourceOf(cells: readonly string[], order: readonly number[]): Source {
  let units = '';
  const cuts: number[] = [];
  const borders = new Set<number>();
  const homes: number[] = [];
  for (const cell of cells) {
    borders.add(units.length);
    homes.push(units.length);
    cuts[units.length] = 0;
    for (const part of cell.split(/[^\S\n]+/)) {
      if (part === '') continue;
      const start = units.length;
      units += part;
      cuts[start] = 0;
      const weekdays = weekdayEdges(part);
      for (let at = 1; at < part.length; at++) {
        cuts[start + at] = weekdays.has(at) ? CUT_AT_CLASS : cutCost(part[at - 1] ?? '', part[at] ?? '');
      }
    }
  }
  const runs: number[] = [];
  const runOf: number[] = [];
  for (let at = 0; at < units.length; at++) {
    if (cuts[at] === 0) runs.push(...(at === 0 ? [0] : [at, at]));
    runOf.push(runs.length);
  }
  if (units.length > 0) runs.push(units.length);
  const inOrder = order.map((index) => homes[index] ?? -1);
  return { units, cuts, borders, homes: inOrder, runs, runOf };
}

function weekdayEdges(text: string): Set<number> {
  const edges = new Set<number>();
  for (const match of allMatches(text, WEEKDAY)) {
    edges.add(match.index);
    edges.add(match.index + match[0].length);
  }
  return edges;
}

export const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9';
/** What is known of each unit: 1 for a letter or digit, 2 for another, 0 where nobody has asked. */
const words = new Uint8Array(0x10000);

/** A letter or digit. The search asks about the same few units again and again. */
export function isWord(unit: string): boolean {
  const code = unit.charCodeAt(0);
  if (unit.length !== 1) return /[\p{L}\p{N}]/u.test(unit);
  if (words[code] === 0) words[code] = /[\p{L}\p{N}]/u.test(unit) ? 1 : 2;
  return words[code] === 1;
}

function cutCost(left: string, right: string): number {
  if (isDigit(left) && isDigit(right)) return CUT_IN_DIGITS;
  const sameWord = isWord(left) && isWord(right) && !isDigit(left) && !isDigit(right);
  const sameScript = /[A-Za-z]/.test(left) === /[A-Za-z]/.test(right);
  return sameWord && sameScript ? CUT_IN_WORD : CUT_AT_CLASS;
}
