import { diffArrays } from 'diff';

/** A stretch of one side of a change, and whether the other side has it. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface ChangedPieces {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

/** Beyond this a text is marked as a whole: finding single characters would take too long. */
const LONGEST_UNITS = 2000;
/** The time that a comparison takes grows with the square of its edits: this many take about 0.1 s. */
const MOST_EDITS = 600;
/** Below this share of common tokens two texts have nothing in common, and single characters say nothing. */
const LEAST_COMMON = 0.3;

/** A number with its separators and sign of percent is one: half a number must not look unchanged. */
const TOKEN = /\d[\d,.，．]*[%％‰]?|[\s\S]/gu;

/** What changed between two texts, character by character, numbers as wholes. */
export function changedPieces(before: string, after: string): ChangedPieces {
  if (before === '' || after === '') return wholly(before, after);
  if (before.length > LONGEST_UNITS || after.length > LONGEST_UNITS) return wholly(before, after);
  const [old, fresh] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const changes = diffArrays(old, fresh, { maxEditLength: MOST_EDITS });
  if (!changes) return wholly(before, after);
  const sides: { before: Piece[]; after: Piece[] } = { before: [], after: [] };
  let common = 0;
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    if (!added && !removed) common += value.length;
    if (!added) sides.before.push({ text, changed: removed });
    if (!removed) sides.after.push({ text, changed: added });
  }
  return common < LEAST_COMMON * Math.min(old.length, fresh.length) ? wholly(before, after) : sides;
}

const wholly = (before: string, after: string): ChangedPieces => ({
  before: before === '' ? [] : [{ text: before, changed: true }],
  after: after === '' ? [] : [{ text: after, changed: true }],
});
