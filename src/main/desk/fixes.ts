import type { Edit } from '../../shared/model/finding';
import { overlaps, type Range } from '../../shared/model/range';
import type { ReviewSnapshot } from '../../shared/model/review';
import { failure, type Result } from '../../shared/result';
import { changeable } from './case';
import { findFinding, type Target } from './decision';
import type { Desk } from './desk';
import { type Fixed, revise } from './revise';
import { analysisOf, currentRevision } from './snapshot';

/** Puts a proposed fix into the text: a new revision, checked again. */
export async function applyFix(
  desk: Desk,
  target: Target & { readonly fix: number },
): Promise<Result<ReviewSnapshot>> {
  const found = await findFinding(desk, target);
  if (!found.ok) return found;
  const { report, revision, finding } = found.value;
  const fix = finding.fixes[target.fix];
  if (!fix) return failure('no-fix', '这个问题没有这一条修改建议');
  const reason = `${finding.code} ${fix.title}`;
  const fixed = [{ fingerprint: finding.fingerprint, title: fix.title }];
  return revise(desk, { report, revision }, { edits: fix.edits, reason, fixed });
}

export interface FamilyTarget {
  readonly reportId: number;
  readonly revisionId: number;
  readonly fingerprints: readonly string[];
}

/**
 * Puts the first fix of each of several findings into the text as one revision, which one undo takes back. Of fixes
 * that overlap the first in the text is taken; the others stay open. Errors: as `applyFix`.
 */
export async function applyFixes(desk: Desk, target: FamilyTarget): Promise<Result<ReviewSnapshot>> {
  const current = changeable(desk, currentRevision(desk, target.reportId, target.revisionId));
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const wanted = new Set(target.fingerprints);
  const findings = analysis.findings
    .filter((finding) => wanted.has(finding.fingerprint) && finding.fixes.length > 0)
    .sort((a, b) => a.range.start - b.range.start);
  const edits: Edit[] = [];
  const fixed: Fixed[] = [];
  for (const { fingerprint, fixes } of findings) {
    const [fix] = fixes;
    if (!fix || fix.edits.some(({ range }) => edits.some((edit) => meet(edit.range, range)))) continue;
    edits.push(...fix.edits);
    fixed.push({ fingerprint, title: fix.title });
  }
  const [first] = findings;
  if (!first || edits.length === 0) return failure('no-fix', '这些问题没有修改建议');
  return revise(
    desk,
    { report, revision },
    { edits, reason: `${first.code} 同类 ${fixed.length} 处`, fixed },
  );
}

/** Two insertions at one place meet as well. */
const meet = (a: Range, b: Range): boolean => overlaps(a, b) || a.start === b.start;
