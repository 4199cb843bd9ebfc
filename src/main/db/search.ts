import type { SearchedShelves } from '../../shared/model/library';
import type { Connection } from './open';
import { STRETCHES } from './search-index';

export interface TextHit {
  readonly reportId: number;
  /** Position of the block in the current revision, and where it stands in the working text. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** As it reads: without marks, but a table is its source. */
  readonly text: string;
}

export interface FigureHit extends TextHit {
  readonly raw: string;
}

interface Current {
  readonly id: number;
  readonly revision: number;
}

const TRIGRAM = 3;
/** A word of two characters that begins more trigrams than this is so usual that looking from the newest report on is quicker. */
const MOST_TERMS = 400;

const LISTED =
  'current_revision_id IS NOT NULL AND removed_at IS NULL AND (archived_at IS NULL OR @archived)';
const NEWEST = 'ORDER BY changed_at DESC, id DESC';
/** So many candidates are looked up one by one; of more, the newest reports come first from the index over all. */
const FEW = 1_000;

interface Limits {
  readonly limit: number;
  readonly archived: boolean;
}

/** How many reports stand on which shelf. */
export const shelfCounts = (connection: Connection): Omit<SearchedShelves, 'archivedToo'> =>
  connection
    .prepare(
      `SELECT coalesce(sum(removed_at IS NULL AND archived_at IS NULL), 0) AS listed,
        coalesce(sum(removed_at IS NULL AND archived_at IS NOT NULL), 0) AS archived,
        coalesce(sum(removed_at IS NOT NULL), 0) AS removed
      FROM report WHERE current_revision_id IS NOT NULL`,
    )
    .get() as Omit<SearchedShelves, 'archivedToo'>;

/** Reports to look into, newest change first. */
function* reportsFor(
  connection: Connection,
  candidates: ReadonlySet<number> | null,
  archived: boolean,
): Generator<Current> {
  const only = candidates && candidates.size <= FEW ? 'AND id IN (SELECT value FROM json_each(@ids))' : '';
  const sql = `SELECT id, current_revision_id AS revision FROM report WHERE ${LISTED} ${only} ${NEWEST}`;
  const ids = only && candidates ? JSON.stringify([...candidates]) : '[]';
  for (const row of connection.prepare(sql).iterate({ archived: archived ? 1 : 0, ids })) {
    const report = row as Current;
    if (!candidates || candidates.has(report.id)) yield report;
  }
}

/** Reports whose title or file name has all words. */
export function searchTitles(
  connection: Connection,
  words: readonly string[],
  { limit, archived }: Limits,
): readonly number[] {
  const each = words.map(() => "AND instr(lower(title || ' ' || file_name), lower(?)) > 0").join(' ');
  const sql = `SELECT id FROM report WHERE ${LISTED} ${each} ${NEWEST} LIMIT @limit`;
  const named = { archived: archived ? 1 : 0, limit };
  return connection
    .prepare(sql)
    .pluck()
    .all(...words, named) as number[];
}

/** The first place of `words` in each report that has all of them, the newest reports first. */
export function searchTexts(
  connection: Connection,
  words: readonly string[],
  { limit, archived }: Limits,
): readonly TextHit[] {
  const [first = '', ...others] = words;
  const candidates = candidatesFor(connection, words);
  const find = placeOf(connection, first);
  const rest = others.map((word) => placeOf(connection, word));
  const hits: TextHit[] = [];
  for (const { id, revision } of reportsFor(connection, candidates, archived)) {
    if (hits.length >= limit) break;
    const place = find(revision);
    if (place && rest.every((other) => other(revision))) hits.push({ ...place, reportId: id });
  }
  return hits;
}

/** The first figure of each report that has this value, the newest reports first. An empty unit on either side meets any. */
export function searchFigures(
  connection: Connection,
  { value, unit }: { readonly value: string; readonly unit: string },
  { limit, archived }: Limits,
): readonly FigureHit[] {
  const sql = `SELECT f.*, b.text FROM (
      SELECT r.id AS reportId, r.changed_at AS changedAt, q.revision_id AS revision, q.block, min(q.start_offset) AS start,
        q.end_offset AS "end", q.raw
      FROM quantity q JOIN report r ON r.current_revision_id = q.revision_id
      WHERE q.value = @value AND (@unit = '' OR q.unit = '' OR q.unit = @unit) AND coalesce(q.exempt, '') <> 'date'
        AND r.removed_at IS NULL AND (r.archived_at IS NULL OR @archived)
      GROUP BY r.id ORDER BY r.changed_at DESC, r.id DESC LIMIT @limit
    ) f JOIN block b ON b.revision_id = f.revision AND b.position = f.block ORDER BY f.changedAt DESC, f.reportId DESC`;
  return connection.prepare(sql).all({ value, unit, limit, archived: archived ? 1 : 0 }) as FigureHit[];
}

/** Reports that may have all words, or null where the index cannot tell. */
function candidatesFor(connection: Connection, words: readonly string[]): ReadonlySet<number> | null {
  let found: Set<number> | null = null;
  for (const word of words) {
    const query = word.length >= TRIGRAM ? trigramsOf(word) : beginningWith(connection, word);
    if (query === null) continue;
    if (query === '') return new Set();
    const rows = connection
      .prepare('SELECT rowid FROM report_search WHERE report_search MATCH ?')
      .pluck()
      .all(query) as number[];
    const reports = new Set(rows.map((row) => Math.floor(row / STRETCHES)));
    found = found ? new Set([...reports].filter((id) => found?.has(id))) : reports;
  }
  return found;
}

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** Trigrams that cover a word; those that lie across two of them would narrow little more. */
function trigramsOf(word: string): string {
  const signs = [...word];
  const last = Math.max(0, signs.length - TRIGRAM);
  const terms = signs
    .map((_, at) => Math.min(at, last))
    .filter((at, index) => index === at && (at % TRIGRAM === 0 || at === last))
    .map((at) => signs.slice(at, at + TRIGRAM).join(''));
  return [...new Set(terms)].map(quoted).join(' AND ');
}

/** Shorter words are no terms of the index: the terms that begin with them stand in, while there are few. */
function beginningWith(connection: Connection, word: string): string | null {
  const lower = word.toLowerCase();
  const terms = connection
    .prepare('SELECT term FROM report_search_terms WHERE term >= ? AND term < ? LIMIT ?')
    .pluck()
    .all(lower, `${lower}\u{10FFFF}`, MOST_TERMS + 1) as string[];
  return terms.length > MOST_TERMS ? null : terms.map(quoted).join(' OR ');
}

type Place = Omit<TextHit, 'reportId'>;

/** Finds the first block of a revision that has a word; letters in either case. */
function placeOf(connection: Connection, word: string): (revision: number) => Place | undefined {
  const text = /[a-z]/i.test(word) ? 'lower(text)' : 'text';
  const statement = connection.prepare(
    `SELECT position AS block, start_offset AS start, end_offset AS "end", text FROM block
     WHERE revision_id = ? AND instr(${text}, ?) > 0 ORDER BY position LIMIT 1`,
  );
  const wanted = text === 'text' ? word : word.toLowerCase();
  return (revision) => statement.get(revision, wanted) as Place | undefined;
}
