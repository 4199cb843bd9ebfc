import type { AnalysisChange } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import { holdsText, openedText, openText } from './at-hand';
import type { CheckInput } from './tasks';

/**
 * Checks a text while it is edited.
 *
 * The desk opens a text once (`open` with its text, marks, references and policy, under a key of its own choosing, such
 * as the report's id with the revision's), which costs nothing where an import or a check left it at hand, and sends the
 * first edits with it. Then it sends the edits alone, in offsets of the
 * text as it stood after the edits sent before, and gets what they changed; `applyChange` (src/shared/analysis-change.ts)
 * makes the next analysis of that and the one before, in the window as well as in the main process. `whole` comes where
 * an edit touched what everything hangs on (the signature, a code fence): it takes the place of what was there.
 * `lost` says that the worker does not hold that text (another was opened, a cancelled job ended the thread): the desk
 * opens it again with the text as it stands. `isSettled` is false where comparisons over the whole report (terms, repeats,
 * facts in several places) were carried over from before the edit; when no stroke has come for some 300 ms the desk asks
 * for the rest with `settle`, and must have done so before anything is decided, signed or stored. That is done in short tasks:
 * `settling` says that another is needed, and an edit may come between. One text is held at a time. An edit that depends on an answer not yet there
 * may be sent at once: tasks are done in order. Several strokes within some 50 ms are best sent as one task.
 */
export interface RecheckInput {
  readonly key: string;
  readonly open?: CheckInput;
  /** The text is opened only where it is at hand, and is `lost` else. */
  readonly isAtHand?: true;
  readonly edits?: readonly Edit[];
  readonly settle?: true;
}

export type RecheckReply =
  | { readonly kind: 'whole'; readonly analysis: Analysis }
  | { readonly kind: 'change'; readonly change: AnalysisChange; readonly isSettled: boolean }
  | { readonly kind: 'settling' }
  | { readonly kind: 'lost' };

/** A stroke waits no longer than this for a task that brings the rest up to date, and one step of it. */
const SLICE_MS = 12;

export function recheck(
  { key, open, isAtHand, edits = [], settle }: RecheckInput,
  onProgress: (done: number) => void = () => {},
): RecheckReply {
  if (open && isAtHand && !holdsText(open)) return { kind: 'lost' };
  const rechecker = open ? openText(key, open, onProgress) : openedText(key);
  if (!rechecker) return { kind: 'lost' };
  if (edits.length === 0 && !settle) return { kind: 'whole', analysis: rechecker.analysis };
  const until = performance.now() + SLICE_MS;
  const change =
    settle && edits.length === 0
      ? rechecker.settle(() => performance.now() < until)
      : rechecker.edit(edits, onProgress);
  if (change === 'more') return { kind: 'settling' };
  const { analysis, isSettled } = rechecker;
  return change ? { kind: 'change', change, isSettled } : { kind: 'whole', analysis };
}
