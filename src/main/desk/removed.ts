import type { LibraryOutputs } from '../../shared/ipc/library';
import type { RemovedReport } from '../../shared/model/library';
import { failure, type Result, success } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import { listRemoved, purgeRows, sweep } from '../db/removed';
import { setRemoved } from '../db/shelf';
import type { Desk } from './desk';
import { libraryOf } from './library';

interface Order {
  readonly reportId: number;
}

export const removedReports = (desk: Desk): readonly RemovedReport[] => listRemoved(desk.connection);

const NOT_THERE = failure('no-report', '已移除的报告里没有这一份');

/** Puts a removed report back into the library, as it was. Errors: `no-report`. */
export function bringBack(desk: Desk, { reportId }: Order): Result<LibraryOutputs['report:bring-back']> {
  const { connection } = desk;
  const [report] = listRemoved(connection, reportId);
  if (!report) return NOT_THERE;
  connection.transaction(() => {
    setRemoved(connection, reportId, null);
    say(desk, report, 'report.brought-back', `恢复已移除的《${report.title}》`);
  })();
  return success({ reports: libraryOf(desk), removed: removedReports(desk) });
}

/**
 * Deletes a removed report for good: its texts, figures, decisions, comments, signatures and what search knows of it. The log
 * keeps its entries. There is no way back but its case file or a backup. Errors: `no-report`, `released`, `compared-with`.
 */
export async function purgeReport(
  desk: Desk,
  { reportId }: Order,
): Promise<Result<readonly RemovedReport[]>> {
  const { connection } = desk;
  const [report] = listRemoved(connection, reportId);
  if (!report) return NOT_THERE;
  if (report.state === 'released') {
    return failure('released-stays', `《${report.title}》已放行，是存档记录，不能彻底删除`);
  }
  const [user] = report.usedBy;
  if (user !== undefined) {
    return failure('compared-with', `《${user}》选它作上期报告，请先改选，再彻底删除`);
  }
  connection.transaction(() => {
    purgeRows(connection, reportId, desk.now().toISOString());
    say(desk, report, 'report.purged', `彻底删除《${report.title}》：正文、数字、处置、批注和会签`);
  })();
  for (const key of desk.analyses.keys()) desk.analyses.delete(key);
  await sweep(connection);
  return success(removedReports(desk));
}

function say(desk: Desk, { id, revision }: RemovedReport, action: string, summary: string): void {
  appendAudit(desk.connection, {
    reportId: id,
    at: desk.now().toISOString(),
    actor: desk.reviewer(),
    action,
    summary,
    detail: { report: id, revisions: revision },
  });
}
