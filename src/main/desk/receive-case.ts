import { canonicalJson } from '../../shared/canonical-json';
import type { CaseOutcome, MergeConflict, MergeSide } from '../../shared/model/case';
import type { Edit } from '../../shared/model/finding';
import { failure, type Result, success } from '../../shared/result';
import type { ReadCase } from '../casefile/read';
import { sha256 } from '../casefile/write';
import { applyEdits } from '../checker/edits';
import { appendAudit } from '../db/audit-log';
import { caseEntries, reportOfCase, setCaseUid } from '../db/case/entries';
import { CaseClash, type Loading } from '../db/case/loading';
import { withoutGuards } from '../db/case/rows';
import { migrations } from '../db/migrations/index';
import { isPurged } from '../db/removed';
import { createReport } from '../db/reports';
import type { CaseEntry } from '../review/case-chain';
import { newIn, relationOf } from '../review/case-merge';
import { loadEverything } from './case-contents';
import type { Desk } from './desk';
import { conflictsOf, mergeCase, type Plan, planOf } from './merge-case';
import { bringBackCase, storeAgain } from './return-case';
import { openReport } from './snapshot';
import { addEntries, mustAgree, received } from './take-entries';

/** Where a case that waits for the person's word is kept. Only the newest. */
export interface PendingCase {
  readonly read: ReadCase;
  readonly fileName: string;
  readonly conflicts: readonly MergeConflict[];
  /** Head of the log here when the conflicts were found. */
  readonly head: string;
}

/**
 * Takes a verified case file in: as a report of its own, as what happened since, or merged with what happened here. Nothing is
 * written while a conflict waits. Errors: `newer-case`, `foreign-case`, `older-case`, `case-clash`.
 */
export async function receiveCase(
  desk: Desk,
  fileName: string,
  read: ReadCase,
  settled?: ReadonlyMap<string, MergeSide>,
): Promise<Result<CaseOutcome | { readonly pending: PendingCase }>> {
  const { connection } = desk;
  const { contents, entries } = read;
  if (contents.schema > migrations.length) {
    return failure('newer-case', '案卷由更新版本的 Gouji 写成，请升级后再导入');
  }
  const texts = textsOf(read);
  if (!texts) return failure('broken-case', '案卷没有通过核对，没有导入：一个版本的正文与它的哈希不符');
  const loading: Loading = { tables: contents.tables, texts, files: read.parts };
  const reportId = reportOfCase(connection, contents.uid);
  if (reportId === null) return taken(desk, 'opened', () => storeNew(desk, fileName, read, loading));
  const mine = caseEntries(connection, reportId);
  const relation = relationOf(mine, entries);
  if (relation.kind === 'same') {
    if (!isRemoved(desk, reportId)) return opened(desk, 'unchanged', reportId);
    return taken(desk, 'opened', () => bringBackCase(desk, fileName, read, reportId));
  }
  if (relation.kind === 'foreign') {
    return failure(
      'foreign-case',
      '本机已有同一编号的案卷，但两边的日志不是同一条链：可能是伪造的，没有导入',
    );
  }
  if (isPurged(connection, reportId)) {
    return taken(desk, 'opened', () => storeAgain(desk, fileName, read, loading, { reportId, mine }));
  }
  if (relation.kind === 'older') {
    const there = isRemoved(desk, reportId) ? '；这份报告在“已移除”里，可以恢复' : '';
    return failure(
      'older-case',
      `这是较早的案卷，它的内容本机都已有，并且本机已有更新的处理；没有导入${there}`,
    );
  }
  if (relation.kind === 'newer') {
    return taken(desk, 'updated', () => storeNewer(desk, fileName, read, loading, { reportId, mine }));
  }
  const plan = planOf(desk, { reportId, mine, read, base: relation.base });
  const conflicts = conflictsOf(plan, settled);
  const head = mine.at(-1)?.hash ?? '';
  if (conflicts.length > 0) return success({ pending: { read, fileName, conflicts, head } });
  return taken(desk, 'merged', () =>
    storeMerged(desk, fileName, read, loading, { plan, settled: settled ?? new Map() }),
  );
}

const isRemoved = ({ connection }: Desk, reportId: number): boolean =>
  connection.prepare('SELECT removed_at FROM report WHERE id = ?').pluck().get(reportId) !== null;

async function taken(
  desk: Desk,
  kind: CaseOutcome['kind'],
  store: () => number,
): Promise<Result<CaseOutcome>> {
  let reportId: number;
  try {
    reportId = desk.connection.transaction(store)();
  } catch (thrown) {
    if (thrown instanceof CaseClash) return failure('case-clash', `案卷没有导入：${thrown.message}`);
    throw thrown;
  }
  return opened(desk, kind, reportId);
}

async function opened(desk: Desk, kind: CaseOutcome['kind'], reportId: number): Promise<Result<CaseOutcome>> {
  const report = await openReport(desk, reportId);
  return report.ok ? success({ kind, snapshot: report.value }) : report;
}

/** All texts by their hash, those between made again from edits; null when one is not what its hash says. */
function textsOf({ contents, parts }: ReadCase): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>();
  const byRow = new Map<number, string>();
  for (const [name, bytes] of parts) {
    if (name.startsWith('texts/')) texts.set(name.slice('texts/'.length), new TextDecoder().decode(bytes));
  }
  for (const row of contents.tables.revision ?? []) {
    const hash = String(row['sha256']);
    const parent = row['parent_id'] === null ? undefined : byRow.get(Number(row['parent_id']));
    const edits = row['edits'];
    const made =
      texts.get(hash) ??
      (parent === undefined || typeof edits !== 'string'
        ? ''
        : applyEdits(parent, JSON.parse(edits) as Edit[]));
    if (sha256(made) !== hash) return null;
    texts.set(hash, made);
    byRow.set(Number(row['id']), made);
  }
  return texts;
}

function storeNew(desk: Desk, fileName: string, read: ReadCase, loading: Loading): number {
  const { connection } = desk;
  const { contents } = read;
  const reportId = createReport(connection, contents.title, contents.fileName, contents.createdAt);
  setCaseUid(connection, reportId, contents.uid, null);
  received(desk, fileName, reportId, read, '');
  addEntries(desk, reportId, read.entries);
  withoutGuards(connection, () => loadEverything(desk, reportId, read, loading));
  mustAgree(desk, reportId, read);
  return reportId;
}

function storeNewer(
  desk: Desk,
  fileName: string,
  read: ReadCase,
  loading: Loading,
  { reportId, mine }: { readonly reportId: number; readonly mine: readonly CaseEntry[] },
): number {
  received(desk, fileName, reportId, read, mine.at(-1)?.hash ?? '');
  addEntries(desk, reportId, newIn(read.entries, mine));
  withoutGuards(desk.connection, () => loadEverything(desk, reportId, read, loading));
  mustAgree(desk, reportId, read);
  return reportId;
}

function storeMerged(
  desk: Desk,
  fileName: string,
  read: ReadCase,
  loading: Loading,
  { plan, settled }: { readonly plan: Plan; readonly settled: ReadonlyMap<string, MergeSide> },
): number {
  const { connection } = desk;
  const { reportId, mine } = plan;
  const heads = [mine.at(-1)?.hash ?? '', read.manifest.head];
  received(desk, fileName, reportId, read, heads[0] ?? '');
  addEntries(desk, reportId, newIn(read.entries, mine));
  const at = desk.now().toISOString();
  withoutGuards(connection, () => mergeCase(desk, plan, { read, loading, settled, at }));
  const choices = [...settled].map(([key, side]) => ({ key, taken: side }));
  const summary = `与 ${read.manifest.sender.name} 的案卷《${fileName}》合并${choices.length > 0 ? `，裁定冲突 ${choices.length} 处` : ''}`;
  appendAudit(
    connection,
    {
      reportId,
      at,
      actor: desk.reviewer(),
      action: 'case.merged',
      summary,
      detail: JSON.parse(canonicalJson({ choices })),
    },
    heads,
  );
  return reportId;
}
