import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import type { Disposition, ReviewSnapshot } from '../../shared/model/review';
import type { Failure, Result } from '../../shared/result';
import { saveAnalysis } from '../db/analyses';
import { addRevision, type ReportRow, type RevisionRow } from '../db/reports';
import { basisOf } from './basis';
import { changeable, dropLapsed } from './case';
import { decisionBy, record } from './decision';
import { actorId, analysisKey, checkedBy, type Desk, remember } from './desk';
import { knownEdited } from './draft-check';
import { edited } from './edited';
import { sha256 } from './import-report';
import { currentRevision, openReport } from './snapshot';

export interface Fixed {
  readonly fingerprint: string;
  readonly title: string;
}

export interface Revising {
  readonly edits: readonly Edit[];
  readonly reason: string;
  readonly fixed: readonly Fixed[];
  /** What the audit log and undo call the act, where it is not the acceptance of a fix. */
  readonly act?: { readonly action: string; readonly title: string };
  /** Says of the checked text whether the act may stand. */
  readonly refuse?: (analysis: Analysis) => Failure | null;
}

/** The next revision of a report, checked, with the decisions that made it. */
export async function revise(
  desk: Desk,
  { report, revision }: { readonly report: ReportRow; readonly revision: RevisionRow },
  { edits, reason, fixed, act, refuse }: Revising,
): Promise<Result<ReviewSnapshot>> {
  const { text, marks } = edited(revision, edits);
  const { key, ...basis } = await basisOf(desk, report);
  const before = desk.analyses.get(analysisKey(revision.id, key));
  const analysis =
    (before && (await knownEdited(desk, report, revision, edits, before))) ??
    (await desk.jobs.run('check', reason, { text, marks, edits, ...basis }));
  const reportId = report.id;
  const refused = refuse?.(analysis) ?? null;
  if (refused) return { ok: false, error: refused };
  // The check took a moment: another act may have come first.
  const still = changeable(desk, currentRevision(desk, reportId, revision.id));
  if (!still.ok) return still;
  desk.connection.transaction(() => {
    const at = desk.now().toISOString();
    const by = desk.reviewer();
    const { sourceId } = revision;
    const added = {
      reportId,
      parentId: revision.id,
      sourceId,
      text,
      sha256: sha256(text),
      author: by,
      authorId: actorId(desk),
      reason,
      at,
      marks,
      edits,
    };
    const after = addRevision(desk.connection, added);
    const checkedWith = checkedBy(desk, key);
    // What the store has of the revision before is what is known of it only where it was checked alike.
    const isAlike = before && still.value.revision.checkedWith === checkedWith;
    const stored = isAlike ? { revisionId: revision.id, analysis: before } : null;
    saveAnalysis(desk.connection, after, analysis, checkedWith, stored);
    remember(desk, analysisKey(after, key), analysis);
    const decided = fixed.map(
      ({ fingerprint, title }): Disposition => ({
        ...decisionBy(desk, at),
        fingerprint,
        kind: 'fixed',
        reason: title,
      }),
    );
    const { action, title } = act ?? { action: 'finding.fixed', title: `采纳修改：${reason}` };
    record(desk, action, title, reportId, decided, { before: revision.id, after });
    dropLapsed(desk, reportId, analysis, 'act');
  })();
  return openReport(desk, reportId);
}
