import { applyEdits } from '../../src/main/checker/edits';
import { draftFindings } from '../../src/main/editing/draft-findings';
import { placeChange } from '../../src/main/editing/place';
import type { DraftCheck, TextChange } from '../../src/shared/model/editing';
import { failure, type Result, success } from '../../src/shared/result';
import type { Check } from './fake-report';

/** The text after a change by hand; as the main process makes it. */
export function changedText(check: Check, text: string, change: TextChange): Result<string> {
  const placed = placeChange(check(text).document, change);
  if (!placed.ok) return placed;
  const after = applyEdits(text, placed.value.edits);
  return placed.value.readsBack(check(after).document)
    ? success(after)
    : failure('not-read-back', '这样改会打乱前后文的结构');
}

export function draftOf(check: Check, text: string, change: TextChange): Result<DraftCheck> {
  const placed = placeChange(check(text).document, change);
  if (!placed.ok) return placed;
  const after = check(applyEdits(text, placed.value.edits));
  const found = draftFindings(check(text), after, placed.value, change.kind === 'source');
  return success({ ...found, isSettled: true });
}
