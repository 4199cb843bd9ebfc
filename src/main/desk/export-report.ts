import { type Result, success } from '../../shared/result';
import { anchorHead } from '../db/anchors';
import { appendAudit, auditHead } from '../db/audit-log';
import { caseHead } from '../db/case/entries';
import { listDispositions } from '../db/dispositions';
import type { ExportInput } from '../jobs/tasks';
import { openFindings, withWaivers } from '../review/dispositions';
import { releaseRefusal } from '../review/release';
import { closedBy, waiverStates } from '../review/waivers';
import { notReleased, signOffRecord } from './case';
import { type Desk, today } from './desk';
import { sha256 } from './import-report';
import { ownFontsOf } from './own-fonts';
import { policyOf } from './policy-of';
import { analysisOf, currentRevision } from './snapshot';
import { threadsIn } from './threads';

export interface ExportOrder {
  readonly reportId: number;
  readonly revisionId: number;
  readonly draft: boolean;
  /** The author that the PDF names. */
  readonly organisation?: string;
  /** The evidence carries what was said about the report. */
  readonly comments?: boolean;
  readonly seal: Omit<NonNullable<ExportInput['seal']>, 'signedAt'> | null;
}

/** Renders (and seals) the current revision, the final one as it was released. Errors: `errors-open`, `rule-failed`, `not-released`,
 * `changed-since-release`, those of the key. */
export async function renderReport(desk: Desk, order: ExportOrder): Promise<Result<Uint8Array>> {
  const current = currentRevision(desk, order.reportId, order.revisionId);
  if (!current.ok) return current;
  const { report, revision } = current.value;
  const analysis = await analysisOf(desk, report, revision);
  const dispositions = listDispositions(desk.connection, order.reportId);
  const facts = { text: revision.text, today: today(desk) };
  const closed = closedBy(dispositions, analysis.findings, facts);
  const open = openFindings(analysis.findings, closed);
  const refusal = order.draft
    ? null
    : (releaseRefusal({ ...analysis, findings: open }) ?? notReleased(desk, report.id, analysis));
  if (refusal) return refusal;
  return desk.jobs.run('export', report.title, {
    analysis: withWaivers(analysis, closed),
    policy: policyOf(desk, order.reportId).policy,
    dispositions,
    signOff: signOffRecord(desk, report.id, waiverStates(dispositions, analysis.findings, facts)),
    draft: order.draft,
    ...(order.comments ? { comments: threadsIn(desk, report.id, revision) } : {}),
    sha256: revision.sha256,
    auditHead: auditHead(desk.connection),
    caseHead: caseHead(desk.connection, order.reportId),
    version: desk.version,
    fontsDirectory: desk.fontsDirectory,
    ownFonts: ownFontsOf(desk),
    organisation: order.organisation ?? '',
    // The revision's own time, not the clock's: the same revision gives the same bytes before the seal.
    createdAt: new Date(revision.createdAt),
    seal: order.seal && { ...order.seal, signedAt: desk.now() },
  });
}

/** Puts a finished export into the audit log, and the head that it carries among the anchors. */
export function recordExport(
  desk: Desk,
  order: ExportOrder,
  fileName: string,
  pdf: Uint8Array,
): Result<true> {
  const { connection } = desk;
  const { reportId } = order;
  const kind = order.draft ? '草稿' : '正式件';
  const at = desk.now().toISOString();
  connection.transaction(() => {
    anchorHead(connection, { kind: 'pdf', target: fileName, reportId, at });
    appendAudit(connection, {
      reportId,
      at,
      actor: desk.reviewer(),
      action: 'report.exported',
      summary: `导出${kind}《${fileName}》${order.seal ? '并签章' : ''}${order.comments ? '，附批注' : ''}`,
      detail: {
        fileName,
        revision: order.revisionId,
        draft: order.draft,
        sealed: order.seal !== null,
        comments: order.comments === true,
        sha256: sha256(pdf),
      },
    });
  })();
  return success(true);
}

/** Puts a signature that was added to a finished PDF into the audit log; of no report, since any PDF can be sealed. */
export function recordSeal(desk: Desk, fileName: string, pdf: Uint8Array): void {
  appendAudit(desk.connection, {
    reportId: null,
    at: desk.now().toISOString(),
    actor: desk.reviewer(),
    action: 'seal.added',
    summary: `给《${fileName}》加签`,
    detail: { fileName, sha256: sha256(pdf) },
  });
}
