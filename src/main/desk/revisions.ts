import type { RevisionComparison } from '../../shared/model/comparison';
import type { Range } from '../../shared/model/range';
import type { SourceMap } from '../../shared/model/source';
import { failure, type Result, success } from '../../shared/result';
import { movedRanges } from '../checker/edits';
import { listDispositions } from '../db/dispositions';
import { findRevision, type RevisionRow, sourceMapOf } from '../db/reports';
import type { Desk } from './desk';
import { analysisOf, currentRevision } from './snapshot';

/** What a revision changed against an earlier one of the same report. Errors: `no-report`. */
export async function compareInReport(
  desk: Desk,
  { reportId, before, after }: { readonly reportId: number; readonly before: number; readonly after: number },
): Promise<Result<RevisionComparison>> {
  const current = currentRevision(desk, reportId);
  if (!current.ok) return current;
  const [earlier, later] = [findRevision(desk.connection, before), findRevision(desk.connection, after)];
  if (earlier?.reportId !== reportId || later?.reportId !== reportId) {
    return failure('no-report', '资料库里没有这个版本');
  }
  const { report } = current.value;
  const input = {
    before: await analysisOf(desk, report, earlier),
    after: await analysisOf(desk, report, later),
    dispositions: listDispositions(desk.connection, reportId),
  };
  return success(await desk.jobs.run('compare', report.title, input));
}

/** A revision beside the current one of another report, such as that of the period before. Errors: `no-report`. */
export async function compareWithReport(
  desk: Desk,
  order: { readonly reportId: number; readonly revisionId: number; readonly otherId: number },
): Promise<Result<RevisionComparison>> {
  const current = currentRevision(desk, order.reportId);
  const other = currentRevision(desk, order.otherId);
  if (!current.ok) return current;
  if (!other.ok) return other;
  const later = findRevision(desk.connection, order.revisionId);
  if (later?.reportId !== order.reportId) return failure('no-report', '资料库里没有这个版本');
  const { report } = current.value;
  const input = {
    before: await analysisOf(desk, other.value.report, other.value.revision),
    after: await analysisOf(desk, report, later),
    dispositions: [],
  };
  return success(await desk.jobs.run('compare', report.title, input));
}

/**
 * Where each part of a revision stands in its source: the import's map, carried through every edit since.
 * Empty when an edit on the way is not known. Errors: `no-report`, `stale`.
 */
export function sourceMapInReport(
  desk: Desk,
  { reportId, revisionId }: { readonly reportId: number; readonly revisionId: number },
): Result<SourceMap> {
  const current = currentRevision(desk, reportId, revisionId);
  if (!current.ok) return current;
  const { revision } = current.value;
  const edited: RevisionRow[] = [];
  let at: RevisionRow | null = revision;
  while (at && !at.imported) {
    edited.push(at);
    at = at.parentId === null ? null : findRevision(desk.connection, at.parentId);
  }
  if (!at || edited.some(({ edits }) => edits === null)) return success([]);
  const map = sourceMapOf(desk.connection, at.sourceId);
  let ranges: readonly Range[] = map.map(({ range }) => range);
  for (const { edits } of edited.toReversed()) ranges = movedRanges(ranges, edits ?? []);
  const moved = map.map(({ label }, index) => ({ range: ranges[index] ?? { start: 0, end: 0 }, label }));
  return success(moved.filter(({ range }) => range.end > range.start));
}
