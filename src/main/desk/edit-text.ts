import type { Analysis } from '../../shared/model/analysis';
import type { DraftCheck, TextChange } from '../../shared/model/editing';
import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result, success } from '../../shared/result';
import type { ReportRow, RevisionRow } from '../db/reports';
import { lineColumn } from '../document/lines';
import { draftFindings } from '../editing/draft-findings';
import { type Placed, placeChange } from '../editing/place';
import { changeable } from './case';
import type { Desk } from './desk';
import { checkEdited } from './draft-check';
import { revise } from './revise';
import { analysisOf, currentRevision } from './snapshot';

export interface EditTarget {
  readonly reportId: number;
  readonly revisionId: number;
  readonly change: TextChange;
}

/**
 * Changes the text by hand: a new revision, checked, with author, time and reason. Errors: `stale`, `no-place`,
 * `unchanged`, `covered`, `not-read-back`: nothing is stored then.
 */
export async function editText(
  desk: Desk,
  { reason, ...target }: EditTarget & { readonly reason: string },
): Promise<Result<ReviewSnapshot>> {
  const found = await placed(desk, target);
  if (!found.ok) return found;
  const { report, revision, before, place } = found.value;
  const where = `第${lineColumn(before.document.lineStarts, place.at).line}行`;
  const why = reason === '' ? `修改${where}` : reason;
  const title = reason === '' ? `修改正文：${where}` : `修改正文（${where}）：${reason}`;
  return revise(
    desk,
    { report, revision },
    {
      edits: place.edits,
      reason: why,
      fixed: [],
      act: { action: 'text.edited', title },
      refuse: ({ document }) => (place.readsBack(document) ? null : NOT_READ_BACK.error),
    },
  );
}

const NOT_READ_BACK = failure('not-read-back', '这样改会打乱前后文的结构，没有保存；请在源码视图里修改');

/** What the check says of a change that is still being typed. Stores nothing; errors as `editText`. */
export async function checkDraft(desk: Desk, target: EditTarget): Promise<Result<DraftCheck>> {
  const asked = await placed(desk, target);
  if (!asked.ok) return asked;
  const { report, revision, before, place } = asked.value;
  const { isSettled, ...after } = await checkEdited(desk, report, revision, place.edits, before);
  if (!place.readsBack(after.document)) return NOT_READ_BACK;
  const found = draftFindings(before, after, place, target.change.kind === 'source');
  return success({ ...found, isSettled });
}

interface Found {
  readonly report: ReportRow;
  readonly revision: RevisionRow;
  readonly before: Analysis;
  readonly place: Placed;
}

async function placed(desk: Desk, { reportId, revisionId, change }: EditTarget): Promise<Result<Found>> {
  const current = changeable(desk, currentRevision(desk, reportId, revisionId));
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const before = await analysisOf(desk, report, revision);
  const place = placeChange(before.document, change);
  return place.ok ? success({ report, revision, before, place: place.value }) : place;
}
