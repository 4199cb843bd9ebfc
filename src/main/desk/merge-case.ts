import type { MergeConflict, MergeSide, MergeStand } from '../../shared/model/case';
import type { Disposition } from '../../shared/model/review';
import type { ReadCase } from '../casefile/read';
import type { CaseRow } from '../casefile/schema';
import { loadComments } from '../db/case/comments';
import { mergeActs } from '../db/case/load-acts';
import { takeDisposition } from '../db/case/load-dispositions';
import { replaceSignOffs } from '../db/case/load-sign-offs';
import type { Loading } from '../db/case/loading';
import { listDispositions } from '../db/dispositions';
import { findReport, listRevisions } from '../db/reports';
import type { CaseEntry } from '../review/case-chain';
import { changedBy, fingerprintsIn, newIn, type Side, settledLater } from '../review/case-merge';
import { addContents, setCurrent, takePolicy, takeReferences } from './case-contents';
import type { Desk } from './desk';

export interface Plan {
  readonly reportId: number;
  readonly mine: readonly CaseEntry[];
  /** Which side's word is taken of each thing; null: both decided, a person settles it. */
  readonly sides: ReadonlyMap<string, Side | null>;
  readonly stands: ReadonlyMap<string, Omit<MergeConflict, 'key'>>;
}

interface Merging {
  readonly reportId: number;
  readonly mine: readonly CaseEntry[];
  readonly read: ReadCase;
  readonly base: CaseEntry;
}

const WHOLE = ['revision', 'policy', 'references', 'signOffs'] as const;

/** What each side changed since they last agreed: one side's change is taken, both sides' is a conflict. */
export function planOf(desk: Desk, { reportId, mine, read, base }: Merging): Plan {
  const sides = new Map<string, Side | null>();
  const stands = new Map<string, Omit<MergeConflict, 'key'>>();
  const [here, there] = [mine.at(-1), read.entries.at(-1)];
  if (!here || !there) throw new Error('a chain without entries cannot diverge');
  for (const part of WHOLE) {
    const by = changedBy(part, base, here, there);
    if (by.length === 0) continue;
    sides.set(part, by.length === 1 ? (by[0] ?? null) : null);
    const of =
      part === 'revision' ? revisionStands(desk, reportId, read) : wholeStands(part, mine, read, base);
    stands.set(part, { kind: part, subject: '', ...of });
  }
  planDecisions(desk, { reportId, mine, read, base }, sides, stands);
  return { reportId, mine, sides, stands };
}

function planDecisions(
  desk: Desk,
  { reportId, mine, read, base }: Merging,
  sides: Map<string, Side | null>,
  stands: Map<string, Omit<MergeConflict, 'key'>>,
): void {
  const here = new Map(listDispositions(desk.connection, reportId).map((one) => [one.fingerprint, one]));
  const there = new Map(
    (read.contents.tables.disposition ?? []).map((row) => [String(row['fingerprint']), row]),
  );
  const known = mine.filter(({ hash }) => read.entries.some((entry) => entry.hash === hash));
  const myTouched = fingerprintsIn(newIn(mine, known));
  const theirTouched = fingerprintsIn(newIn(read.entries, known));
  const tell = base.state['dispositions'] !== undefined;
  for (const fingerprint of new Set([...here.keys(), ...there.keys()])) {
    const [my, their] = [here.get(fingerprint), there.get(fingerprint)];
    if (sameDecision(my, their)) continue;
    const [iDid, theyDid] = [myTouched.has(fingerprint), theirTouched.has(fingerprint)];
    const side = !tell || iDid === theyDid ? null : iDid ? 'mine' : 'theirs';
    const key = `finding:${fingerprint}`;
    sides.set(key, side);
    const subject = messageOf(desk, reportId, read, fingerprint);
    stands.set(key, { kind: 'finding', subject, mine: myStand(my), theirs: theirStand(their) });
  }
}

const sameDecision = (my: Disposition | undefined, their: CaseRow | undefined): boolean =>
  my === undefined || their === undefined
    ? my === undefined && their === undefined
    : my.kind === their['kind'] &&
      my.reason === their['reason'] &&
      my.by === their['actor'] &&
      my.at === their['decided_at'] &&
      (my.confirmed?.byId ?? null) === (their['confirmed_by'] ?? null);

const KINDS: Readonly<Record<string, string>> = { waived: '豁免', fixed: '修改' };
const OPEN: MergeStand = { what: '没有处置', by: '', at: '' };

const myStand = (one: Disposition | undefined): MergeStand =>
  one ? { what: `${KINDS[one.kind] ?? one.kind}：${one.reason}`, by: one.by, at: one.at } : OPEN;

const theirStand = (row: CaseRow | undefined): MergeStand =>
  row
    ? {
        what: `${KINDS[String(row['kind'])] ?? ''}：${String(row['reason'])}`,
        by: String(row['actor']),
        at: String(row['decided_at']),
      }
    : OPEN;

function messageOf(
  { connection }: Desk,
  reportId: number,
  { contents }: ReadCase,
  fingerprint: string,
): string {
  const sql = `SELECT f.code || ' ' || f.message FROM finding f JOIN revision v ON v.id = f.revision_id
    WHERE v.report_id = ? AND f.fingerprint = ? ORDER BY v.id DESC LIMIT 1`;
  const here = connection.prepare(sql).pluck().get(reportId, fingerprint);
  const there = contents.tables.finding?.find((row) => row['fingerprint'] === fingerprint);
  return String(here ?? (there ? `${String(there['code'])} ${String(there['message'])}` : fingerprint));
}

function revisionStands(
  { connection }: Desk,
  reportId: number,
  { contents }: ReadCase,
): { mine: MergeStand; theirs: MergeStand } {
  const current = findReport(connection, reportId)?.currentRevisionId;
  const my = listRevisions(connection, reportId).find(({ id }) => id === current);
  const their = contents.tables.revision?.find((row) => row['id'] === contents.current);
  return {
    mine: { what: `版本 ${my?.number ?? ''}：${my?.reason ?? ''}`, by: my?.author ?? '', at: my?.at ?? '' },
    theirs: {
      what: `版本 ${String(their?.['number'] ?? '')}：${String(their?.['reason'] ?? '')}`,
      by: String(their?.['author'] ?? ''),
      at: String(their?.['created_at'] ?? ''),
    },
  };
}

/** The newest entry that changed a part tells what a side did. */
function wholeStands(
  part: string,
  mine: readonly CaseEntry[],
  { entries }: ReadCase,
  base: CaseEntry,
): { mine: MergeStand; theirs: MergeStand } {
  const stand = (own: readonly CaseEntry[]): MergeStand => {
    const changed = own.findLast(({ state }, index) => state[part] !== (own[index - 1] ?? base).state[part]);
    return changed ? { what: changed.summary, by: changed.actor, at: changed.at } : OPEN;
  };
  return { mine: stand(newIn(mine, entries)), theirs: stand(newIn(entries, mine)) };
}

/** Those that nobody has settled yet. */
export const conflictsOf = (plan: Plan, settled?: ReadonlyMap<string, MergeSide>): readonly MergeConflict[] =>
  [...plan.sides].flatMap(([key, side]) => {
    const stand = plan.stands.get(key);
    return side === null && stand && !settled?.has(key) ? [{ key, ...stand }] : [];
  });

export interface Settling {
  readonly read: ReadCase;
  readonly loading: Loading;
  readonly settled: ReadonlyMap<string, MergeSide>;
  readonly at: string;
}

/** Writes the merge. Call without guards. */
export function mergeCase(desk: Desk, plan: Plan, { read, loading, settled, at }: Settling): void {
  const { connection } = desk;
  const { reportId, sides } = plan;
  const theirs = (key: string): boolean => (sides.get(key) ?? settled.get(key)) === 'theirs';
  const placed = addContents(desk, reportId, read, loading);
  const { revisions } = placed;
  const acts = mergeActs(connection, loading, reportId, at);
  const takesTheirs = settledLater(newIn(plan.mine, read.entries), newIn(read.entries, plan.mine));
  loadComments(connection, loading, reportId, { revisions, takesTheirs, merges: true });
  for (const key of sides.keys()) {
    if (key.startsWith('finding:') && theirs(key)) {
      takeDisposition(connection, loading, reportId, key.slice('finding:'.length));
    }
  }
  if (theirs('revision')) setCurrent(desk, reportId, revisions.get(read.contents.current));
  if (theirs('policy')) takePolicy(desk, reportId, read);
  if (theirs('references')) takeReferences(desk, reportId, read, placed);
  if (theirs('signOffs')) replaceSignOffs(connection, loading, reportId, { revisions, acts });
}
