import { canonicalJson } from '../../../shared/canonical-json';
import type { SectionSeen, Seen, SeenChanges, Stage } from '../../../shared/model/sign-off';

/** A signature as far as its hold on the text goes. */
export interface Held {
  readonly id: number;
  readonly stage: Stage;
  readonly byId: string;
  /** Bound section by section, or to the whole. */
  readonly apart: boolean;
  readonly policy: string;
  /** All sections that were there when it was given. */
  readonly seen: readonly SectionSeen[];
  /** Keys of those that it covers still. */
  readonly live: readonly string[];
}

const isSame = (a: SectionSeen, b: SectionSeen | undefined): boolean =>
  b !== undefined && a.text === b.text && a.ties === b.ties && a.decisions === b.decisions;

/** Keys of the covered sections that are no longer what was signed. */
export function lapsedKeys(held: Held, now: Seen): readonly string[] {
  if (held.live.length === 0) return [];
  if (held.policy !== now.policy.sha256) return held.live;
  const current = new Map(now.sections.map((section) => [section.key, section]));
  const changed = held.seen.filter((section) => !isSame(section, current.get(section.key)));
  if (held.apart) {
    const keys = new Set(changed.map(({ key }) => key));
    return held.live.filter((key) => keys.has(key));
  }
  return changed.length > 0 || held.seen.length !== now.sections.length ? held.live : [];
}

/** Keys of the sections of the text that no signature of the stage covers. */
export function unsignedKeys(
  stage: Stage,
  held: readonly Held[],
  sections: readonly string[],
): readonly string[] {
  const covered = new Set(held.filter((one) => one.stage === stage).flatMap(({ live }) => live));
  return sections.filter((key) => !covered.has(key));
}

/** What is no longer as it was seen: sections, decisions, the policy. */
export function changesSince(before: Seen, now: Seen): SeenChanges {
  return {
    sections: sectionChanges(before.sections, now.sections),
    decisions: decisionChanges(before, now),
    policy:
      before.policy.sha256 === now.policy.sha256
        ? null
        : { before: before.policy.name, after: now.policy.name },
  };
}

function sectionChanges(
  before: readonly SectionSeen[],
  now: readonly SectionSeen[],
): SeenChanges['sections'] {
  const earlier = new Map(before.map((section) => [section.key, section]));
  const later = new Set(now.map(({ key }) => key));
  const all = { text: true, ties: true, decisions: true };
  const removed = before
    .filter(({ key }) => !later.has(key))
    .map(({ key }) => ({ key, kind: 'removed' as const, ...all }));
  const others = now.flatMap((section): SeenChanges['sections'][number][] => {
    const old = earlier.get(section.key);
    if (!old) return [{ key: section.key, kind: 'added', ...all }];
    if (isSame(old, section)) return [];
    return [
      {
        key: section.key,
        kind: 'changed',
        text: old.text !== section.text,
        ties: old.ties !== section.ties,
        decisions: old.decisions !== section.decisions,
      },
    ];
  });
  return [...others, ...removed];
}

function decisionChanges(before: Seen, now: Seen): SeenChanges['decisions'] {
  const earlier = new Map(before.decisions.map((one) => [one.fingerprint, one]));
  const later = new Set(now.decisions.map(({ fingerprint }) => fingerprint));
  const gone = before.decisions
    .filter(({ fingerprint }) => !later.has(fingerprint))
    .map((one) => ({ before: one, after: null }));
  const others = now.decisions.flatMap((after) => {
    const old = earlier.get(after.fingerprint) ?? null;
    return old && canonicalJson(old) === canonicalJson(after) ? [] : [{ before: old, after }];
  });
  return [...others, ...gone];
}
