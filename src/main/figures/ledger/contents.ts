import type { SheetCell } from '../../../shared/model/ledger';
import { statedUnit } from '../units';
import { wholePeriod } from './period';
import type { GridRow } from './rows';
import { isBlankCell, isPlaceholder } from './words';

/** What stands in a column of data: how many cells of each kind. */
export interface Contents {
  readonly numbers: number;
  readonly periods: number;
  /** Of `periods`, those that name their year. */
  readonly dated: number;
  readonly units: number;
  readonly words: number;
  /** 1, 2, 3 … from the first cell on. */
  readonly isCounting: boolean;
}

/** So many words tell what kind of words a column holds. */
const MOST_WORDS = 500;

/** Reads the cells of one column. Numbers are all counted; words only until their kind is plain. */
export function contentsOf(rows: readonly GridRow[], from: number, to: number, column: number): Contents {
  const contents = { numbers: 0, periods: 0, dated: 0, units: 0, words: 0 };
  let steps = 0;
  for (let at = from; at < to; at++) {
    const cell = rows[at]?.[column];
    if (!cell || isBlankCell(cell) || isPlaceholder(cell.text)) continue;
    if (cell.number !== '') {
      contents.numbers++;
      if (cell.number === String(contents.numbers)) steps++;
    } else if (contents.words + contents.periods + contents.units < MOST_WORDS) addWord(contents, cell);
  }
  const { numbers, words } = contents;
  return { ...contents, isCounting: numbers > 1 && steps * 3 >= numbers * 2 && words <= numbers };
}

function addWord(
  contents: { periods: number; dated: number; units: number; words: number },
  cell: SheetCell,
): void {
  const period = wholePeriod(cell.text);
  if (period || cell.date !== '') {
    contents.periods++;
    if (cell.date !== '' || period?.year) contents.dated++;
  } else if (statedUnit(cell.text)) contents.units++;
  else contents.words++;
}
