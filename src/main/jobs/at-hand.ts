import { isDeepStrictEqual } from 'node:util';
import type { Analysis } from '../../shared/model/analysis';
import type { ReportDocument } from '../../shared/model/document';
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

/** The analysis of a text, as a fresh check gives it. */
export function checkWhole(input: CheckInput, onProgress: Progress, document?: ReportDocument): Analysis {
  const known = atHand(input);
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

/** The text that was opened under that key last; null where another one was. */
export const openedText = (key: string): Rechecker | null => (edited?.key === key ? edited.rechecker : null);

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

function isOf(
  { against, rechecker }: Checked,
  { text, marks, references = [], policy }: CheckInput,
): boolean {
  return (
    rechecker.analysis.document.text === text &&
    isDeepStrictEqual(rechecker.marks, marks) &&
    isDeepStrictEqual(against.references ?? [], references) &&
    isDeepStrictEqual(against.policy, policy)
  );
}

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
