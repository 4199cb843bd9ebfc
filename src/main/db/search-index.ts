import { createHash } from 'node:crypto';
import type { Connection } from './open';

/** Ids of a report's stretches: report × this + a number below it. */
export const STRETCHES = 65_536;
/** UTF-16 units: a stretch ends before the next heading once it is this long, … */
const USUAL = 4_096;
/** … and at the next block at the latest here. */
const MOST = 32_768;
/** So that the last two characters of a text begin a trigram as well. */
const END = '\n\n';

interface Block {
  readonly kind: string;
  readonly text: string;
}

/**
 * Brings a report's part of the search index in line with its current revision. Stretches that are the same as before
 * are left as they are. Call inside the transaction that changed the revision or its blocks.
 */
export function indexReport(connection: Connection, reportId: number): void {
  const blocks = connection
    .prepare(
      `SELECT b.kind, b.text FROM block b JOIN report r ON r.current_revision_id = b.revision_id
       WHERE r.id = ? AND r.removed_at IS NULL ORDER BY b.position`,
    )
    .all(reportId) as Block[];
  // A revision whose analysis is on its way: it is indexed when that is saved.
  if (blocks.length === 0) return;
  const wanted = new Map(stretchesOf(blocks).map((text) => [hashOf(text), text]));
  const known = connection.prepare('SELECT id, hash FROM search_chunk WHERE report_id = ?').all(reportId) as {
    id: number;
    hash: string;
  }[];
  for (const { id, hash } of known) {
    if (!wanted.delete(hash)) dropStretch(connection, id);
  }
  let id = known.reduce((most, one) => Math.max(most, one.id), reportId * STRETCHES - 1);
  const stretch = connection.prepare('INSERT INTO search_chunk (id, report_id, hash) VALUES (?, ?, ?)');
  const text = connection.prepare('INSERT INTO report_search (rowid, text) VALUES (?, ?)');
  for (const [hash, words] of wanted) {
    id = nextFree(connection, reportId, id);
    stretch.run(id, reportId, hash);
    text.run(id, words + END);
  }
}

/** Takes a report out of the index. */
export function unindexReport(connection: Connection, reportId: number): void {
  const ids = connection.prepare('SELECT id FROM search_chunk WHERE report_id = ?').pluck().all(reportId);
  for (const id of ids as number[]) dropStretch(connection, id);
}

function dropStretch(connection: Connection, id: number): void {
  connection.prepare('DELETE FROM search_chunk WHERE id = ?').run(id);
  connection.prepare('DELETE FROM report_search WHERE rowid = ?').run(id);
}

function nextFree(connection: Connection, reportId: number, last: number): number {
  const first = reportId * STRETCHES;
  const taken = connection.prepare('SELECT 1 FROM search_chunk WHERE id = ?').pluck();
  let id = last + 1 < first + STRETCHES ? last + 1 : first;
  while (taken.get(id) !== undefined) id = id + 1 < first + STRETCHES ? id + 1 : first;
  return id;
}

function stretchesOf(blocks: readonly Block[]): readonly string[] {
  const stretches: string[] = [];
  let open = '';
  for (const { kind, text } of blocks) {
    if ((kind === 'heading' && open.length >= USUAL) || open.length >= MOST) {
      stretches.push(open);
      open = '';
    }
    open += `${text}\n`;
  }
  return [...stretches, open];
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Pages merged at a time, so that the window goes on answering between two of them. */
const MERGED_AT_ONCE = 150;

/** Merges the index into one piece, which leaves out the words of what was deleted: until then they are only marked as gone. */
export async function mergeSearchIndex(connection: Connection): Promise<void> {
  const merge = connection.prepare(`INSERT INTO report_search (report_search, rank) VALUES ('merge', ?)`);
  const changes = connection.prepare('SELECT total_changes()').pluck();
  for (let pages = -MERGED_AT_ONCE; ; pages = MERGED_AT_ONCE) {
    const before = Number(changes.get());
    merge.run(pages);
    // https://sqlite.org/fts5.html#the_merge_command: fewer than two changes mean that there is nothing left to merge.
    if (Number(changes.get()) - before < 2) return;
    await new Promise((resolve) => setImmediate(resolve));
    if (!connection.open) return;
  }
}
