import type { Range } from '../../shared/model/range';
import type { LosslessProof } from '../../shared/model/source';
import { type Parse, parseDocument } from '../document/parse';
import { compareCharacters } from './proof/characters';
import { cleaner } from './proof/clean';
import { compareNumbers } from './proof/numbers';
import { compareTables } from './proof/tables';
import { tallyOf } from './proof/tally';
import { readGrids, readWorking } from './proof/working';
import type { Census } from './source-document';

const MOST_LISTED = 200;

/** A census that cannot tell some characters from markup: they are left out on both sides of the comparison. */
export interface LooseCensus extends Census {
  readonly unsure?: string;
}

/**
 * Compares a source's census with the working text, read as the checker reads it and without what was `generated`
 * (ascending): every number, every table cell by cell, every visible character. Paragraphs may be split, joined and
 * moved. A `verbatim` working text is the source itself, so only what is made of its tables is compared: a number in
 * a link or a tag is markup, not a loss. Linear.
 */
export function proveLossless(
  census: LooseCensus,
  text: string,
  generated: readonly Range[],
  { verbatim = false, parse = parseDocument }: { readonly verbatim?: boolean; readonly parse?: Parse } = {},
): LosslessProof {
  const clean = cleaner(census.unsure ?? '');
  const tables = census.grids.length;
  const cells = census.grids.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.length, 0), 0);
  if (verbatim) {
    const { numbers, characters } = tallyOf(census.texts, census.unsure ?? '');
    const found = compareTables(census.grids, readGrids(text, parse), clean);
    const differences = found.slice(0, MOST_LISTED);
    return { numbers, tables, cells, characters, differences, differenceCount: found.length };
  }
  const working = readWorking(text, generated, parse);
  const numbers = compareNumbers(census.texts, working.texts, clean);
  const characters = compareCharacters(census.texts, working.texts, clean);
  const found = [...compareTables(census.grids, working.grids, clean), ...numbers.differences];
  const unlike = characters.differences;
  const room = MOST_LISTED - unlike.length;
  return {
    numbers: numbers.count,
    tables,
    cells,
    characters: characters.count,
    differences: [...found.slice(0, room), ...unlike],
    differenceCount: found.length + unlike.length,
  };
}
