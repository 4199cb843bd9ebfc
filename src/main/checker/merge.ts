import type { Finding } from '../../shared/model/finding';
import { overlaps } from '../../shared/model/range';
import type { Rule } from './rule';

const RANK = { error: 0, doubt: 1, notice: 2 } as const;

/** Places of swallowed findings that are shown. */
const FURTHER = 5;

const byPlace = (a: Finding, b: Finding): number =>
  a.range.start - b.range.start ||
  RANK[a.severity] - RANK[b.severity] ||
  a.range.end - b.range.end ||
  (a.code < b.code ? -1 : 1);

/**
 * One defect, one finding: a finding whose code another finding's rule absorbs, at an overlapping place,
 * goes into that one (which remembers its code). Also drops exact duplicates and sorts by place.
 */
export function mergeFindings(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const absorbs = new Map(rules.map((rule) => [rule.code, new Set(rule.absorbs ?? [])]));
  const sorted = [...findings].sort(byPlace);
  const swallowedBy = new Map<Finding, Finding>();
  for (const big of sorted) {
    const codes = absorbs.get(big.code);
    if (!codes || codes.size === 0) continue;
    for (const small of nearby(sorted, big)) {
      if (small !== big && codes.has(small.code) && !swallowedBy.has(small)) swallowedBy.set(small, big);
    }
  }
  const merged = new Map<Finding, Finding[]>();
  for (const [small, big] of swallowedBy) merged.set(big, [...(merged.get(big) ?? []), small]);
  const seen = new Set<string>();
  return sorted.flatMap((finding) => {
    if (swallowedBy.has(finding) || seen.has(finding.fingerprint)) return [];
    seen.add(finding.fingerprint);
    const swallowed = merged.get(finding);
    if (!swallowed) return [finding];
    const codes = [...new Set(swallowed.map(({ code }) => code))].sort();
    return [
      {
        ...finding,
        merged: codes,
        fixes: fixesOf(finding, swallowed),
        related: evidenceOf(finding, swallowed),
      },
    ];
  });
}

/** What shows the swallowed findings elsewhere shows this one, too. */
function evidenceOf({ range, related }: Finding, swallowed: readonly Finding[]): Finding['related'] {
  const places = [range, ...related.map((one) => one.range)];
  const further = swallowed
    .flatMap((small) => small.related)
    .filter((one) => places.every((place) => !overlaps(place, one.range)));
  return further.length === 0 ? related : [...related, ...further.slice(0, FURTHER)];
}

/** A finding without a fix of its own takes that of one at the same place: a wrong total that a growth beside it settles. */
function fixesOf(finding: Finding, swallowed: readonly Finding[]): Finding['fixes'] {
  if (finding.fixes.length > 0) return finding.fixes;
  const { start, end } = finding.range;
  const same = swallowed.find(
    ({ range, fixes }) => range.start === start && range.end === end && fixes.length > 0,
  );
  return same?.fixes ?? finding.fixes;
}

/** Findings that overlap `big`, found by walking out from its place in the sorted list. */
function* nearby(sorted: readonly Finding[], big: Finding): Generator<Finding> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.range.start ?? 0) < big.range.end) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const finding = sorted[index];
    if (!finding) continue;
    if (overlaps(finding.range, big.range)) yield finding;
    else if (finding.range.start < big.range.start - 5000) return;
  }
}
