import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json';
import type { AuditProblem } from '../../shared/model/audit';

/** Digest of each part of a report's state (its text, its decisions …) as an entry left it: SHA-256, hex. */
export type CaseState = Readonly<Record<string, string>>;

/** An entry of a report's own chain: nothing in it depends on the library that it stands in. */
export interface CaseEntry {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly summary: string;
  readonly detail: unknown;
  /** Hashes of the entries that it follows: none for the first, two where two reviewers' work was merged. */
  readonly parents: readonly string[];
  readonly state: CaseState;
  readonly hash: string;
}

/** Entries about what this library alone did; they are no part of the case. */
const LOCAL_ACTIONS: ReadonlySet<string> = new Set(['case.received', 'case.unwritten']);

export const isLocal = (action: string): boolean => LOCAL_ACTIONS.has(action);

/** SHA-256 over the case's identity and the entry as canonical JSON, hex. Parents in code-unit order. */
export function entryHash(uid: string, entry: Omit<CaseEntry, 'hash'>): string {
  const { at, actor, action, summary, detail, state } = entry;
  const parents = [...entry.parents].sort();
  const said = canonicalJson({ case: uid, at, actor, action, summary, detail, state, parents });
  return createHash('sha256').update(`gouji case 1\n${said}`).digest('hex');
}

/** Entries that no other follows: the head of the chain, when it is whole. */
export function headsOf(entries: readonly CaseEntry[]): readonly string[] {
  const followed = new Set(entries.flatMap(({ parents }) => parents));
  return entries.map(({ hash }) => hash).filter((hash) => !followed.has(hash));
}

/** The entries from which a hash follows, itself among them. */
export function ancestry(entries: readonly CaseEntry[], head: string): ReadonlySet<string> {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const seen = new Set<string>();
  const waiting = [head];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    const entry = byHash.get(hash);
    if (!entry || seen.has(hash)) continue;
    seen.add(hash);
    waiting.push(...entry.parents);
  }
  return seen;
}

/**
 * The first entry of a case's chain that is wrong, in the order given, and what is wrong. A whole chain stands so that each
 * entry comes after those that it follows, starts with one entry and ends with one.
 */
export function caseFault(uid: string, entries: readonly CaseEntry[]): AuditProblem | null {
  const known = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const sequence = index + 1;
    const fault = entryFault(uid, entry, sequence, known);
    if (fault) return fault;
    known.add(entry.hash);
  }
  if (entries.length > 0 && headsOf(entries).length !== 1) {
    return { code: 'previous', sequence: null, message: '案卷日志有几个互不相接的末条，不是一条完整的链' };
  }
  return null;
}

function entryFault(
  uid: string,
  entry: CaseEntry,
  sequence: number,
  known: ReadonlySet<string>,
): AuditProblem | null {
  if (known.has(entry.hash)) {
    return { code: 'order', sequence, message: `案卷日志第 ${sequence} 条重复出现` };
  }
  if (entryHash(uid, entry) !== entry.hash) {
    const message = `案卷日志第 ${sequence} 条的内容与它的哈希不符：这一条被改过，或者属于别的案卷`;
    return { code: 'hash', sequence, message };
  }
  const first = sequence === 1;
  if (first !== (entry.parents.length === 0) || entry.parents.some((parent) => !known.has(parent))) {
    const message = `案卷日志第 ${sequence} 条接不上它前面的条目：有条目缺失、被替换或换了位置`;
    return { code: 'previous', sequence, message };
  }
  return null;
}
