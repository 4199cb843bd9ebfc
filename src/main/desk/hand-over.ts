import type { Edit } from '../../shared/model/finding';
import { failure, type Result, success } from '../../shared/result';
import { HANDED_OVER } from '../casefile/read';
import type { CaseContents } from '../casefile/schema';
import { contentsDigest, type Sending, sha256, writeCase } from '../casefile/write';
import { applyEdits } from '../checker/edits';
import { anchorHead } from '../db/anchors';
import { appendAudit } from '../db/audit-log';
import {
  type CarriedReferences,
  coverageOf,
  dumpFiles,
  dumpTables,
  originOf,
  policyOfCase,
  referencesOfCase,
  revisionTexts,
} from '../db/case/dump';
import { caseEntries, caseUid } from '../db/case/entries';
import { findReport, findRevision, type ReportRow } from '../db/reports';
import type { Desk } from './desk';
import { choiceOf } from './references';

export interface HandingOver {
  readonly reportId: number;
  /** Name of the file, for the log. */
  readonly fileName: string;
  /** Who hands over, and their key. */
  readonly sender: Sending['sender'];
  readonly sign: Sending['sign'];
}

/**
 * The report's case as one signed file. The log says so before the file is written, and the file carries that entry: whoever
 * receives it stands where this library stands. Errors: `no-report`.
 */
export function handOver(desk: Desk, order: HandingOver): Result<Uint8Array> {
  const { connection } = desk;
  const { reportId, fileName, sender } = order;
  const report = findReport(connection, reportId);
  if (!report) return failure('no-report', '资料库里没有这份报告');
  const at = desk.now().toISOString();
  const file = connection.transaction(() => {
    const { contents, parts } = contentsOf(desk, report, [sender.id]);
    const key = sha256(Buffer.from(sender.publicKey, 'base64'));
    appendAudit(connection, {
      reportId,
      at,
      actor: desk.reviewer(),
      action: HANDED_OVER,
      summary: `移交案卷《${fileName}》`,
      detail: { fileName, contents: contentsDigest(contents, parts), key },
    });
    anchorHead(connection, { kind: 'case', target: fileName, reportId, at });
    return { contents, parts, entries: caseEntries(connection, reportId) };
  })();
  return success(writeCase(file, { gouji: desk.version, at, sender, sign: order.sign }));
}

/** The file of a handover that is in the log was not written after all. */
export function handoverFailed(desk: Desk, reportId: number, fileName: string, why: string): void {
  appendAudit(desk.connection, {
    reportId,
    at: desk.now().toISOString(),
    actor: desk.reviewer(),
    action: 'case.unwritten',
    summary: `案卷《${fileName}》没有写成：${why}`,
    detail: { fileName },
  });
}

export function contentsOf(
  desk: Desk,
  report: ReportRow,
  people: readonly string[],
): { contents: CaseContents; parts: Map<string, Uint8Array> } {
  const { connection } = desk;
  const carried = choiceOf(desk, report);
  const parts = new Map(dumpFiles(connection, report.id, carried));
  for (const [hash, text] of keptTexts(desk, report.id))
    parts.set(`texts/${hash}`, new TextEncoder().encode(text));
  const created = connection.prepare('SELECT created_at FROM report WHERE id = ?').pluck().get(report.id);
  const contents: CaseContents = {
    uid: caseUid(connection, report.id),
    title: report.title,
    fileName: report.fileName,
    createdAt: String(created),
    current: report.currentRevisionId,
    schema: Number(connection.pragma('user_version', { simple: true })),
    policy: policyOfCase(connection, report.id),
    references: referencesOfCase(connection, report.id),
    previous: previousOf(desk, carried, parts),
    coverage: coverageOf(connection, report.currentRevisionId),
    tables: dumpTables(connection, report.id, carried, people) as CaseContents['tables'],
  };
  // As a reader gets it: what JSON leaves out is not part of it.
  return { contents: JSON.parse(JSON.stringify(contents)) as CaseContents, parts };
}

/** Texts that do not follow from another one and its edits, by SHA-256. */
function keptTexts(desk: Desk, reportId: number): ReadonlyMap<string, string> {
  const texts = new Map<number, string>();
  const kept = new Map<string, string>();
  for (const { id, parentId, text, sha256: hash, edits } of revisionTexts(desk.connection, reportId)) {
    texts.set(id, text);
    if (!follows(parentId === null ? undefined : texts.get(parentId), edits, text)) kept.set(hash, text);
  }
  return kept;
}

const follows = (parent: string | undefined, edits: string | null, text: string): boolean =>
  parent !== undefined && edits !== null && applyEdits(parent, JSON.parse(edits) as Edit[]) === text;

const PREVIOUS = `SELECT r.title, r.file_name AS fileName, r.current_revision_id AS revisionId,
  r.removed_at IS NOT NULL AS removed FROM report r WHERE r.id = ?`;

/** The earlier report's current text, among the parts. Once chosen it is part of the case, in the library or no longer. */
function previousOf(
  { connection }: Desk,
  { previousReportId }: CarriedReferences,
  parts: Map<string, Uint8Array>,
): CaseContents['previous'] {
  if (previousReportId === null) return null;
  const report = connection.prepare(PREVIOUS).get(previousReportId) as
    | { title: string; fileName: string; revisionId: number; removed: number }
    | undefined;
  const revision = report && findRevision(connection, report.revisionId);
  if (!report || !revision) return null;
  parts.set(`texts/${revision.sha256}`, new TextEncoder().encode(revision.text));
  const source = connection.prepare('SELECT sha256 FROM source WHERE id = ?').pluck().get(revision.sourceId);
  return {
    uid: originOf(connection, previousReportId),
    title: report.title,
    fileName: report.fileName,
    sha256: revision.sha256,
    sourceSha256: String(source),
    ...(report.removed === 1 ? { removed: true } : {}),
  };
}
