import type { ReadCase } from '../casefile/read';
import type { CaseContents } from '../casefile/schema';
import { appendAudit } from '../db/audit-log';
import { loadComments } from '../db/case/comments';
import { reportOfCase, setCaseUid } from '../db/case/entries';
import { replaceActs } from '../db/case/load-acts';
import { replaceDispositions } from '../db/case/load-dispositions';
import { loadFiles } from '../db/case/load-files';
import { loadPeople } from '../db/case/load-people';
import { loadPolicy } from '../db/case/load-policy';
import { loadRevisions } from '../db/case/load-revisions';
import { replaceSignOffs } from '../db/case/load-sign-offs';
import { CaseClash, type Loading } from '../db/case/loading';
import { chooseReferences } from '../db/references';
import { isPurged } from '../db/removed';
import { addRevision, createReport } from '../db/reports';
import { setRemoved } from '../db/shelf';
import type { Desk } from './desk';

/** Row numbers of the file → those here. */
export interface Placed {
  readonly revisions: Map<number, number>;
  readonly ledgers: Map<number, number>;
  readonly previous: number | null;
}

/** People, sources, ledgers, revisions and the earlier report: what is only ever added. */
export function addContents(desk: Desk, reportId: number, { contents }: ReadCase, loading: Loading): Placed {
  const { connection } = desk;
  loadPeople(connection, loading);
  const sources = loadFiles(connection, loading, 'source');
  const ledgers = loadFiles(connection, loading, 'ledger');
  const revisions = loadRevisions(connection, loading, reportId, sources);
  return {
    revisions,
    ledgers,
    previous: contents.previous && carriedReport(desk, contents.previous, loading),
  };
}

/** All that the file says of the report, in the place of what stands here. */
export function loadEverything(desk: Desk, reportId: number, read: ReadCase, loading: Loading): void {
  const { connection } = desk;
  const { contents } = read;
  const placed = addContents(desk, reportId, read, loading);
  const { revisions } = placed;
  const acts = replaceActs(connection, loading, reportId, revisions);
  replaceDispositions(connection, loading, reportId);
  replaceSignOffs(connection, loading, reportId, { revisions, acts });
  // The file goes on from what is here: whatever it says of a thread was said after.
  loadComments(connection, loading, reportId, { revisions, takesTheirs: () => true });
  setCurrent(desk, reportId, revisions.get(contents.current));
  takePolicy(desk, reportId, read);
  takeReferences(desk, reportId, read, placed);
}

export function setCurrent(
  { connection, now }: Desk,
  reportId: number,
  revisionId: number | undefined,
): void {
  if (revisionId === undefined) throw new CaseClash('案卷里没有它的当前版本');
  connection
    .prepare('UPDATE report SET current_revision_id = ?, changed_at = ? WHERE id = ?')
    .run(revisionId, now().toISOString(), reportId);
  setRemoved(connection, reportId, null);
}

export const takePolicy = (desk: Desk, reportId: number, { contents, manifest }: ReadCase): void =>
  loadPolicy(desk.connection, reportId, contents.policy, manifest.sender.name, manifest.madeAt);

export function takeReferences(
  { connection }: Desk,
  reportId: number,
  { contents, manifest }: ReadCase,
  { ledgers, previous }: Placed,
): void {
  const { references } = contents;
  const chosen = references && {
    previousReportId: references.previous === null ? null : previous,
    ledgerIds: references.ledgers.flatMap((id) => ledgers.get(id) ?? []),
  };
  chooseReferences(connection, reportId, chosen, manifest.sender.name, manifest.madeAt);
}

/** The earlier report: the one here, or a report made of what the case carries. */
function carriedReport(
  desk: Desk,
  { uid, title, fileName, sha256, sourceSha256, removed }: NonNullable<CaseContents['previous']>,
  { texts }: Loading,
): number {
  const { connection } = desk;
  const here = reportOfCase(connection, uid);
  if (here !== null && !isPurged(connection, here)) return here;
  const carried = carriedBefore(desk, uid);
  if (carried !== null) return carried;
  const text = texts.get(sha256);
  const source = connection.prepare('SELECT id FROM source WHERE sha256 = ?').pluck().get(sourceSha256);
  if (text === undefined || source === undefined) throw new CaseClash('案卷里缺少上期报告的正文或原件');
  const at = desk.now().toISOString();
  const reportId = createReport(connection, title, fileName, at);
  setCaseUid(connection, reportId, crypto.randomUUID(), uid);
  const author = desk.reviewer();
  const made = { reportId, parentId: null, sourceId: Number(source), text, sha256, author, authorId: null };
  addRevision(connection, { ...made, reason: '随案卷带入', at, marks: [], edits: null });
  if (removed) setRemoved(connection, reportId, at);
  const summary = `随案卷带入上期报告《${title}》`;
  appendAudit(connection, {
    reportId,
    at,
    actor: author,
    action: 'report.carried',
    summary,
    detail: { from: uid, sha256 },
  });
  return reportId;
}

function carriedBefore({ connection }: Desk, uid: string): number | null {
  const sql = `SELECT c.report_id FROM report_case c JOIN report r ON r.id = c.report_id
    WHERE c.carried_from = ? AND r.purged_at IS NULL`;
  const id = connection.prepare(sql).pluck().get(uid);
  return id === undefined ? null : Number(id);
}
