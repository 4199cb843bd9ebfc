import { createHash } from 'node:crypto';
import type { ReviewSnapshot } from '../../shared/model/review';
import type { Result } from '../../shared/result';
import { saveAnalysis } from '../db/analyses';
import { appendAudit } from '../db/audit-log';
import { addRevision, createReport, findReportBySource, saveSource } from '../db/reports';
import type { Tasks } from '../jobs/tasks';
import { type Desk, remember } from './desk';
import { openReport } from './snapshot';

type Checked = Extract<Tasks['import']['output'], { ok: true }>['value'];

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Takes a draft into the library. The same bytes open the report that they made before.
 * Rejects with `JobCancelled`; nothing is written before the check is done.
 */
export async function importDraft(
  desk: Desk,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<ReviewSnapshot>> {
  const known = findReportBySource(desk.connection, sha256(bytes));
  if (known !== null) return openReport(desk, known);
  const checked = await desk.jobs.run('import', fileName, { bytes, fileName });
  if (!checked.ok) return checked;
  const reportId = desk.connection.transaction(() => store(desk, fileName, bytes, checked.value))();
  return openReport(desk, reportId);
}

function store(desk: Desk, fileName: string, bytes: Uint8Array, checked: Checked): number {
  const { connection } = desk;
  const { imported, analysis } = checked;
  const at = desk.now().toISOString();
  const actor = desk.reviewer();
  const { format, encoding, text } = imported;
  const sourceId = saveSource(connection, { sha256: checked.sha256, fileName, format, encoding, bytes, at });
  const reportId = createReport(connection, analysis.document.title || fileName, fileName, at);
  const revisionId = addRevision(connection, {
    reportId,
    parentId: null,
    sourceId,
    text,
    sha256: sha256(text),
    author: actor,
    reason: '导入原件',
    at,
  });
  saveAnalysis(connection, revisionId, analysis, desk.version);
  appendAudit(connection, {
    reportId,
    at,
    actor,
    action: 'report.imported',
    summary: `导入原件《${fileName}》，发现 ${analysis.findings.length} 个问题`,
    detail: { fileName, source: checked.sha256, revision: revisionId, findings: analysis.findings.length },
  });
  remember(desk, revisionId, analysis);
  return reportId;
}
