import { createHash, randomUUID } from 'node:crypto';
import type { ImportOutcome } from '../../shared/model/review';
import { failure, type Result, success } from '../../shared/result';
import { recordAct } from '../db/acts';
import { saveAnalysis } from '../db/analyses';
import { appendAudit } from '../db/audit-log';
import { listDispositions } from '../db/dispositions';
import { addRevision, createReport, findReportBySource, renameReport, saveSource } from '../db/reports';
import type { Tasks } from '../jobs/tasks';
import { basisKey } from './basis';
import { changeable, dropLapsed } from './case';
import { actorId, analysisKey, checkedBy, type Desk, remember } from './desk';
import { policyOf } from './policy-of';
import { analysisOf, currentRevision, openReport } from './snapshot';

type Checked = Extract<Tasks['import']['output'], { ok: true }>['value'];

/** The report that a draft becomes the next revision of, as the window shows it. */
export interface Into {
  readonly reportId: number;
  readonly revisionId: number;
}

/** A draft read but not stored: its working text is not the source. */
export interface PendingImport {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly checked: Checked;
  readonly into: Into | null;
  /** Of the basis that it was checked on. */
  readonly key: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Takes a draft into the library: as a report of its own, or as the next revision of one. The same bytes open
 * the report that they made before. Rejects with `JobCancelled`; nothing is written before the check is done.
 * Errors: those of `importReport`; `stale`, `no-report`, `unchanged`.
 */
export async function importDraft(
  desk: Desk,
  fileName: string,
  bytes: Uint8Array,
  into: Into | null = null,
): Promise<Result<ImportOutcome>> {
  const known = into === null ? findReportBySource(desk.connection, sha256(bytes)) : null;
  if (known !== null) {
    const opened = await openReport(desk, known);
    return opened.ok ? success({ kind: 'opened', snapshot: opened.value, known: true }) : opened;
  }
  const target = into && changeable(desk, currentRevision(desk, into.reportId, into.revisionId));
  if (target && !target.ok) return target;
  const { policy } = policyOf(desk, into?.reportId ?? null);
  const checked = await desk.jobs.run('import', fileName, { bytes, fileName, policy });
  if (!checked.ok) return checked;
  const { proof, notes } = checked.value.imported;
  const pending: PendingImport = { fileName, bytes, checked: checked.value, into, key: basisKey(policy, '') };
  if (proof.differenceCount === 0) return store(desk, pending, false);
  const token = randomUUID();
  desk.pendingImports.clear();
  desk.pendingImports.set(token, pending);
  return success({ kind: 'unproved', token, fileName, proof, notes });
}

/** Goes on with an import whose proof found differences. The log says who did so, and which. */
export async function acceptImport(desk: Desk, token: string): Promise<Result<ImportOutcome>> {
  const pending = desk.pendingImports.get(token);
  if (!pending) return failure('expired', '这次导入已经失效，请重新选择文件');
  desk.pendingImports.delete(token);
  return store(desk, pending, true);
}

async function store(desk: Desk, pending: PendingImport, accepted: boolean): Promise<Result<ImportOutcome>> {
  const { into } = pending;
  if (into) return storeRevision(desk, pending, into, accepted);
  const reportId = desk.connection.transaction(() => storeReport(desk, pending, accepted))();
  const opened = await openReport(desk, reportId);
  return opened.ok ? success({ kind: 'opened', snapshot: opened.value, known: false }) : opened;
}

function storeReport(desk: Desk, pending: PendingImport, accepted: boolean): number {
  const { fileName, checked } = pending;
  const { findings, document } = checked.analysis;
  const at = desk.now().toISOString();
  const reportId = createReport(desk.connection, document.title || fileName, fileName, at);
  const revisionId = storeText(desk, pending, { reportId, parentId: null, at });
  log(desk, pending, accepted, {
    reportId,
    at,
    action: 'report.imported',
    summary: `导入原件《${fileName}》，发现 ${findings.length} 个问题`,
    detail: { fileName, source: checked.sha256, revision: revisionId, findings: findings.length },
  });
  return reportId;
}

async function storeRevision(
  desk: Desk,
  pending: PendingImport,
  into: Into,
  accepted: boolean,
): Promise<Result<ImportOutcome>> {
  const { fileName, checked } = pending;
  // The import took a moment: another act may have come first.
  const current = changeable(desk, currentRevision(desk, into.reportId, into.revisionId));
  if (!current.ok) return current;
  const { report, revision } = current.value;
  if (revision.text === checked.imported.text) {
    return failure('unchanged', `“${fileName}”与当前版本的文字完全相同，没有生成新版本`);
  }
  const before = await analysisOf(desk, report, revision);
  const dispositions = listDispositions(desk.connection, report.id);
  const { analysis } = checked;
  const comparison = await desk.jobs.run('compare', fileName, { before, after: analysis, dispositions });
  const still = changeable(desk, currentRevision(desk, into.reportId, into.revisionId));
  if (!still.ok) return still;
  desk.connection.transaction(() => {
    const at = desk.now().toISOString();
    const after = storeText(desk, pending, { reportId: report.id, parentId: revision.id, at });
    renameReport(desk.connection, report.id, analysis.document.title || fileName);
    const title = `导入新稿《${fileName}》`;
    const change = { revision: { before: revision.id, after }, dispositions: [] };
    recordAct(desk.connection, {
      reportId: report.id,
      title,
      change,
      actor: desk.reviewer(),
      actorId: actorId(desk),
      at,
    });
    const { text, figures, waivers } = comparison;
    log(desk, pending, accepted, {
      reportId: report.id,
      at,
      action: 'report.revised',
      summary: `${title}：文字变动 ${text.length} 处，数字变动 ${figures.length} 处；豁免沿用 ${waivers.carried} 项，失效 ${waivers.lapsed} 项`,
      detail: {
        fileName,
        source: checked.sha256,
        revision: { before: revision.id, after },
        text: text.length,
        figures: figures.length,
        waivers,
      },
    });
    dropLapsed(desk, report.id, analysis, 'act');
  })();
  const opened = await openReport(desk, report.id);
  return opened.ok ? success({ kind: 'revised', snapshot: opened.value, comparison }) : opened;
}

interface Place {
  readonly reportId: number;
  readonly parentId: number | null;
  readonly at: string;
}

function storeText(desk: Desk, pending: PendingImport, { reportId, parentId, at }: Place): number {
  const { connection } = desk;
  const { fileName, bytes, checked, key } = pending;
  const { format, encoding, text, notes, proof, map, marks } = checked.imported;
  const source = { sha256: checked.sha256, fileName, format, encoding, bytes, at, notes, proof, map };
  const revisionId = addRevision(connection, {
    reportId,
    parentId,
    sourceId: saveSource(connection, source),
    text,
    sha256: sha256(text),
    author: desk.reviewer(),
    authorId: actorId(desk),
    reason: parentId === null ? '导入原件' : `导入新稿《${fileName}》`,
    at,
    marks,
    edits: null,
  });
  saveAnalysis(connection, revisionId, checked.analysis, checkedBy(desk, key));
  remember(desk, analysisKey(revisionId, key), checked.analysis);
  return revisionId;
}

interface Entry {
  readonly reportId: number;
  readonly at: string;
  readonly action: string;
  readonly summary: string;
  readonly detail: unknown;
}

function log(desk: Desk, { fileName, checked }: PendingImport, accepted: boolean, entry: Entry): void {
  const actor = desk.reviewer();
  appendAudit(desk.connection, { ...entry, actor });
  if (!accepted) return;
  const { differences, differenceCount } = checked.imported.proof;
  appendAudit(desk.connection, {
    reportId: entry.reportId,
    at: entry.at,
    actor,
    action: 'import.accepted',
    summary: `确认导入《${fileName}》：工作稿与原件有 ${differenceCount} 处不一致，仍然导入`,
    detail: { fileName, source: checked.sha256, differenceCount, differences },
  });
}
