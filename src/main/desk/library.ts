import type { ReportSummary } from '../../shared/model/review';
import { failure, type Result, success } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { findReport, type ReportRow } from '../db/reports';
import { listLibrary, setArchived, setRemoved, setTags } from '../db/shelf';
import { type Desk, today } from './desk';
import { withTitleFacts } from './title-facts';

type Library = readonly ReportSummary[];

/** The library, newest change first. */
export const libraryOf = (desk: Desk): Library =>
  listLibrary(desk.connection, today(desk)).map(withTitleFacts);

/** Gives a report its tags, in place of those it had. Errors: `no-report`. */
export function tagReport(
  desk: Desk,
  { reportId, tags }: { readonly reportId: number; readonly tags: readonly string[] },
): Result<Library> {
  return change(desk, reportId, () => setTags(desk.connection, reportId, tags));
}

/** Puts a report out of sight, or brings it back. It can be searched, referred to and restored. Errors: `no-report`. */
export function archiveReport(
  desk: Desk,
  { reportId, archived }: { readonly reportId: number; readonly archived: boolean },
): Result<Library> {
  return change(desk, reportId, (report, at) => {
    setArchived(desk.connection, reportId, archived ? at : null);
    const summary = archived ? `归档《${report.title}》` : `取消归档《${report.title}》`;
    log(desk, { reportId, at, action: archived ? 'report.archived' : 'report.restored', summary });
  });
}

/** Takes a report out of the library, to where it can be brought back from. Errors: `no-report`. */
export function removeReport(desk: Desk, { reportId }: { readonly reportId: number }): Result<Library> {
  return change(desk, reportId, (report, at) => {
    log(desk, { reportId, at, action: 'report.removed', summary: `从资料库移除《${report.title}》` });
    setRemoved(desk.connection, reportId, at);
  });
}

function change(desk: Desk, reportId: number, act: (report: ReportRow, at: string) => void): Result<Library> {
  const report = findReport(desk.connection, reportId);
  if (!report) return failure('no-report', '资料库里没有这份报告');
  desk.connection.transaction(() => act(report, desk.now().toISOString()))();
  return success(libraryOf(desk));
}

interface Entry {
  readonly reportId: number;
  readonly at: string;
  readonly action: string;
  readonly summary: string;
}

function log(desk: Desk, entry: Entry): void {
  appendAudit(desk.connection, { ...entry, actor: desk.reviewer(), detail: { report: entry.reportId } });
}
