import type { ReviewRecord } from '../../shared/model/record';
import { failure, type Result, success } from '../../shared/result';
import { recordOf } from '../casefile/record';
import { anchorHead } from '../db/anchors';
import { appendAudit } from '../db/audit-log';
import { caseEntries } from '../db/case/entries';
import { findReport } from '../db/reports';
import type { Desk } from './desk';
import { contentsOf } from './hand-over';

/** Everything that an auditor asks of a report's review, as it stands now. Errors: `no-report`. */
export function reviewRecord(desk: Desk, reportId: number): Result<ReviewRecord> {
  const report = findReport(desk.connection, reportId);
  if (!report) return failure('no-report', '资料库里没有这份报告');
  const { contents } = contentsOf(desk, report, []);
  return success(recordOf(contents, caseEntries(desk.connection, reportId)));
}

/** Notes that the record left, and the head that it names among the anchors. */
export function recordLeft(desk: Desk, reportId: number, fileName: string): void {
  const { connection } = desk;
  const at = desk.now().toISOString();
  connection.transaction(() => {
    anchorHead(connection, { kind: 'record', target: fileName, reportId, at });
    appendAudit(connection, {
      reportId,
      at,
      actor: desk.reviewer(),
      action: 'record.exported',
      summary: `导出审核记录《${fileName}》`,
      detail: { fileName },
    });
  })();
}
