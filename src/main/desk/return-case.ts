import type { ReadCase } from '../casefile/read';
import { appendAudit } from '../db/audit-log';
import type { Loading } from '../db/case/loading';
import { withoutGuards } from '../db/case/rows';
import { unpurge } from '../db/removed';
import { setRemoved } from '../db/shelf';
import type { CaseEntry } from '../review/case-chain';
import { newIn } from '../review/case-merge';
import { loadEverything } from './case-contents';
import type { Desk } from './desk';
import { addEntries, mustAgree, received } from './take-entries';

/** A report that was removed here and came again, as it is here. */
export function bringBackCase(desk: Desk, fileName: string, read: ReadCase, reportId: number): number {
  setRemoved(desk.connection, reportId, null);
  received(desk, fileName, reportId, read, read.manifest.head);
  return reportId;
}

/**
 * A report that was deleted for good here and came again with its case: the file's contents take its place, and its chain goes
 * on from both, so that the deletion stays in it.
 */
export function storeAgain(
  desk: Desk,
  fileName: string,
  read: ReadCase,
  loading: Loading,
  { reportId, mine }: { readonly reportId: number; readonly mine: readonly CaseEntry[] },
): number {
  const { connection } = desk;
  const head = mine.at(-1)?.hash ?? '';
  received(desk, fileName, reportId, read, head);
  const news = newIn(read.entries, mine);
  addEntries(desk, reportId, news);
  unpurge(connection, reportId);
  withoutGuards(connection, () => loadEverything(desk, reportId, read, loading));
  mustAgree(desk, reportId, read);
  appendAudit(
    connection,
    {
      reportId,
      at: desk.now().toISOString(),
      actor: desk.reviewer(),
      action: 'case.returned',
      summary: `彻底删除后，随案卷《${fileName}》重新收入`,
      detail: { fileName },
    },
    news.length > 0 ? [head, read.manifest.head] : [head],
  );
  return reportId;
}
