import { ancestry, type CaseEntry } from './case-chain';

/** How a case file's log stands to the one here. */
export type Relation =
  /** Nothing new in it. */
  | { readonly kind: 'same' }
  /** The log here goes on from it: a file from before. */
  | { readonly kind: 'older' }
  /** It goes on from the log here. */
  | { readonly kind: 'newer' }
  /** It began elsewhere. */
  | { readonly kind: 'foreign' }
  /** Both went on from `base`, their newest common entry. */
  | { readonly kind: 'diverged'; readonly base: CaseEntry };

export function relationOf(mine: readonly CaseEntry[], theirs: readonly CaseEntry[]): Relation {
  const [myHead, theirHead] = [mine.at(-1)?.hash ?? '', theirs.at(-1)?.hash ?? ''];
  if (myHead === theirHead) return { kind: 'same' };
  if (mine[0]?.hash !== theirs[0]?.hash) return { kind: 'foreign' };
  const known = ancestry(mine, myHead);
  if (known.has(theirHead)) return { kind: 'older' };
  const theirKnown = ancestry(theirs, theirHead);
  if (theirKnown.has(myHead)) return { kind: 'newer' };
  const base = mine.findLast(({ hash }) => theirKnown.has(hash));
  return base ? { kind: 'diverged', base } : { kind: 'foreign' };
}

export type Side = 'mine' | 'theirs';

/** Who changed a part of the state since the common entry. Where an old entry does not tell, both may have. */
export function changedBy(
  part: string,
  base: CaseEntry,
  mine: CaseEntry,
  theirs: CaseEntry,
): readonly Side[] {
  const [before, here, there] = [base.state[part], mine.state[part], theirs.state[part]];
  if (here === there && here !== undefined) return [];
  if (before === undefined) return ['mine', 'theirs'];
  return [
    ...(here === before ? [] : (['mine'] as const)),
    ...(there === before ? [] : (['theirs'] as const)),
  ];
}

/** Fingerprints of findings that entries are about. */
export function fingerprintsIn(entries: readonly CaseEntry[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { detail } of entries) {
    for (const [, fingerprint = ''] of (JSON.stringify(detail) ?? '').matchAll(/"([0-9a-f]{20})"/g))
      found.add(fingerprint);
  }
  return found;
}

/** Entries of one log that the other does not have. */
export function newIn(entries: readonly CaseEntry[], other: readonly CaseEntry[]): readonly CaseEntry[] {
  const known = new Set(other.map(({ hash }) => hash));
  return entries.filter(({ hash }) => !known.has(hash));
}

/**
 * Whether a thread is settled or open as the other side has it: they alone, or they last, settled it or opened it again since the
 * sides were one. `mine`, `theirs`: the entries of one side alone.
 */
export function settledLater(
  mine: readonly CaseEntry[],
  theirs: readonly CaseEntry[],
): (thread: { readonly key: string }) => boolean {
  return ({ key }) => {
    const [here, there] = [lastSettling(mine, key), lastSettling(theirs, key)];
    return there !== null && (here === null || there > here);
  };
}

const lastSettling = (entries: readonly CaseEntry[], key: string): string | null =>
  entries.findLast(
    ({ action, detail }) =>
      (action === 'comment.settled' || action === 'comment.reopened') &&
      (detail as { readonly thread?: unknown } | null)?.thread === key,
  )?.at ?? null;
