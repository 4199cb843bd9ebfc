import type { ReadCase } from '../casefile/read';
import { appendAudit, insertAudit } from '../db/audit-log';
import { addEntry } from '../db/case/entries';
import { CaseClash } from '../db/case/loading';
import { stateOf } from '../db/case/state';
import type { CaseEntry } from '../review/case-chain';
import type { Desk } from './desk';

/** The log's entry that a case came. `before`: the chain's head until then. */
export function received(
  desk: Desk,
  fileName: string,
  reportId: number,
  { manifest }: ReadCase,
  before: string,
): void {
  appendAudit(desk.connection, {
    reportId,
    at: desk.now().toISOString(),
    actor: desk.reviewer(),
    action: 'case.received',
    summary: `收到 ${manifest.sender.name} 移交的案卷《${fileName}》`,
    detail: { fileName, sender: manifest.sender.id, head: manifest.head, before },
  });
}

/** Puts entries of the file into the log here, in the file's order, each with its own hash. */
export function addEntries(desk: Desk, reportId: number, entries: readonly CaseEntry[]): void {
  for (const entry of entries) {
    const { at, actor, action, summary, detail } = entry;
    const sequence = insertAudit(desk.connection, { reportId, at, actor, action, summary, detail });
    addEntry(desk.connection, reportId, sequence, entry);
  }
}

/** The tables must now say what the file's last entry says; else nothing of it stays. */
export function mustAgree(desk: Desk, reportId: number, { entries }: ReadCase): void {
  const said = entries.at(-1)?.state ?? {};
  const found = stateOf(desk.connection, reportId);
  const wrong = Object.keys(said).find((part) => said[part] !== found[part]);
  if (wrong !== undefined) throw new CaseClash(`内容与它的日志所记不符（${wrong}）`);
}
