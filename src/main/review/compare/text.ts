import { diffArrays } from 'diff';
import type { ChangedText, TextChange } from '../../../shared/model/comparison';
import { likeness } from './likeness';
import type { TextUnit } from './units';

/** Beyond so many single changes two texts are not two states of one: then only what is missing on a side is told. */
const MAX_EDITS = 2_000;
/** Two passages more alike than this are one that was changed. */
const ALIKE = 0.45;

/** What was added, removed and changed, in the order of the later text. */
export function compareTexts(before: readonly TextUnit[], after: readonly TextUnit[]): readonly TextChange[] {
  const parts = diffArrays(
    before.map((unit) => unit.key),
    after.map((unit) => unit.key),
    { maxEditLength: MAX_EDITS },
  );
  if (!parts) return withoutOrder(before, after);
  const changes: TextChange[] = [];
  let removed: readonly TextUnit[] = [];
  let [from, to] = [0, 0];
  for (const part of parts) {
    const { length } = part.value;
    if (part.removed) {
      removed = before.slice(from, from + length);
      from += length;
    } else if (part.added) {
      changes.push(...paired(removed, after.slice(to, to + length)));
      removed = [];
      to += length;
    } else {
      changes.push(...removed.map(asRemoved));
      removed = [];
      from += length;
      to += length;
    }
  }
  return [...changes, ...removed.map(asRemoved)];
}

const textOf = ({ range, text }: TextUnit): ChangedText => ({ range, text });
const asRemoved = (unit: TextUnit): TextChange => ({
  kind: 'removed',
  before: textOf(unit),
  after: null,
  section: unit.section,
});
const asAdded = (unit: TextUnit): TextChange => ({
  kind: 'added',
  before: null,
  after: textOf(unit),
  section: unit.section,
});

/** How far ahead a partner is looked for: a long replaced stretch stays linear. */
const WINDOW = 12;

/** Of a replaced stretch, passages that became each other; the rest was removed or added. */
function paired(removed: readonly TextUnit[], added: readonly TextUnit[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  let next = 0;
  for (const unit of added) {
    const partner = nearest(removed, next, unit);
    if (partner < 0) {
      changes.push(asAdded(unit));
      continue;
    }
    changes.push(...removed.slice(next, partner).map(asRemoved));
    const old = removed[partner];
    if (old)
      changes.push({ kind: 'changed', before: textOf(old), after: textOf(unit), section: unit.section });
    next = partner + 1;
  }
  return [...changes, ...removed.slice(next).map(asRemoved)];
}

function nearest(removed: readonly TextUnit[], from: number, unit: TextUnit): number {
  let best = -1;
  let most = ALIKE;
  for (let at = from; at < Math.min(removed.length, from + WINDOW); at++) {
    const alike = likeness(removed[at]?.key ?? '', unit.key);
    if (alike > most) [best, most] = [at, alike];
  }
  return best;
}

/** For texts with little in common: what one side has and the other has not, however often. */
function withoutOrder(before: readonly TextUnit[], after: readonly TextUnit[]): readonly TextChange[] {
  const lacking = (units: readonly TextUnit[], others: readonly TextUnit[]): readonly TextUnit[] => {
    const counts = new Map<string, number>();
    for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
    return units.filter(({ key }) => {
      const left = counts.get(key) ?? 0;
      counts.set(key, left - 1);
      return left <= 0;
    });
  };
  return [...lacking(before, after).map(asRemoved), ...lacking(after, before).map(asAdded)];
}
