import { isDeepStrictEqual } from 'node:util';
import type { Analysis } from '../../shared/model/analysis';
import type { ReportDocument } from '../../shared/model/document';
import type { Edit } from '../../shared/model/finding';
import { applyEdits, movedMarks } from '../checker/edits';
import { Rechecker } from '../checker/recheck';
import type { CheckInput } from './tasks';

/*
 * What this thread has checked lately: the text that somebody edits, and the last one that was checked as a whole. A text is
 * not checked again while it is at hand and everything that it is checked against is the same.
 */

type Progress = (done: number) => void;

interface Checked {
  readonly against: Pick<CheckInput, 'references' | 'policy'>;
  readonly rechecker: Rechecker;
}

let edited: (Checked & { readonly key: string }) | null = null;
let whole: Checked | null = null;

/** Of texts longer than this one is kept, and only until the thread has something else to do: some 400 MB for 5 million units. */
const LONG = 1_000_000;

/**
 * The analysis of a text, as a fresh check gives it. `edits`: what makes this text of one that may be at hand; `document`:
 * the text as parsed already.
 */
export function checkWhole(
  input: CheckInput,
  onProgress: Progress,
  { edits, document }: { readonly edits?: readonly Edit[]; readonly document?: ReportDocument } = {},
): Analysis {
  const known = atHand(input) ?? (edits ? editedTo(input, edits, onProgress) : null);
  if (known) return settled(known, onProgress);
  whole = null;
  dropLong();
  whole = checked(input, onProgress, document);
  return whole.rechecker.analysis;
}

/** Takes a text to be edited under a key, checked and settled. */
export function openText(key: string, input: CheckInput, onProgress: Progress): Rechecker {
  let known = atHand(input);
  if (!known) {
    edited = null;
    dropLong();
    known = checked(input, onProgress);
  }
  if (known === whole) whole = null;
  edited = { ...known, key };
  settled(known, onProgress);
  return known.rechecker;
}

/** Whether a text can be opened without a check of it. */
export const holdsText = (input: CheckInput): boolean => atHand(input) !== null;

/** The text that was opened under that key last; null where another one was. */
export const openedText = (key: string): Rechecker | null => (edited?.key === key ? edited.rechecker : null);

/** What was checked as a whole last and nobody has edited, for edits that are only tried; null where there is none, or it is long. */
export const textToRehearse = (): Rechecker | null => (whole && !isLong(whole) ? whole.rechecker : null);

/** Before a task that has nothing to do with them: makes room. */
export function dropLong(): void {
  if (edited && isLong(edited)) edited = null;
  if (whole && isLong(whole)) whole = null;
}

const isLong = ({ rechecker }: Checked): boolean => rechecker.analysis.document.text.length > LONG;

function checked(
  { text, marks, ...against }: CheckInput,
  onProgress: Progress,
  document?: ReportDocument,
): Checked {
  const rechecker = new Rechecker(text, marks, against, { onProgress, ...(document ? { document } : {}) });
  return { against, rechecker };
}

const atHand = (input: CheckInput): Checked | null =>
  [edited, whole].find((one) => one !== null && isOf(one, input)) ?? null;

/** A text at hand that the edits make the one asked for; it is that then. */
function editedTo(input: CheckInput, edits: readonly Edit[], onProgress: Progress): Checked | null {
  const { text, marks } = input;
  for (const one of [edited, whole]) {
    if (!one || !isAgainst(one, input)) continue;
    const { analysis, marks: before } = one.rechecker;
    if (!yields(analysis.document.text, edits, text)) continue;
    if (!isDeepStrictEqual(movedMarks(before, edits), marks)) continue;
    one.rechecker.edit(edits, onProgress);
    return one;
  }
  return null;
}

/** Whether the edits make `after` of `before`; they may have been made for another text. */
function yields(before: string, edits: readonly Edit[], after: string): boolean {
  const units = edits.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0);
  if (before.length + units !== after.length) return false;
  if (edits.some(({ range }) => range.end > before.length)) return false;
  return applyEdits(before, edits) === after;
}

const isOf = (one: Checked, input: CheckInput): boolean =>
  one.rechecker.analysis.document.text === input.text &&
  isDeepStrictEqual(one.rechecker.marks, input.marks) &&
  isAgainst(one, input);

const isAgainst = ({ against }: Checked, { references = [], policy }: CheckInput): boolean =>
  isDeepStrictEqual(against.references ?? [], references) && isDeepStrictEqual(against.policy, policy);

/** Steps until it is said that a share of it is done that comes to the half. */
const HALF = 12;

function settled({ rechecker }: Checked, onProgress: Progress): Analysis {
  if (!rechecker.isSettled) {
    let steps = 0;
    rechecker.settle(() => {
      steps++;
      onProgress(steps / (steps + HALF));
      return true;
    });
  }
  return rechecker.analysis;
}
