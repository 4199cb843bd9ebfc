import type { Finding, Severity } from '../../shared/model/finding';
import { ownText } from '../../shared/own-text';
import type { Change } from '../document/reparse';
import { fingerprint, NEIGHBOUR_UNITS } from './fingerprint';
import { formatMessage, type Problem, type Rule } from './rule';

const EXCERPT_UNITS = 80;

/** A problem with the finding that was made of it. */
export interface Stamped {
  readonly problem: Problem;
  /** Its fingerprint if it is the first of its kind in the report. */
  readonly first: string;
  /** How many before it read alike. */
  readonly occurrence: number;
  readonly finding: Finding;
}

/** What was stamped of the text before an edit. */
export interface StampedBefore {
  readonly stamps: readonly Stamped[];
  readonly change: Change;
}

/**
 * Findings of one rule, without those told twice. The policy moves a rule's main grade to `level`. What `before` knows of a
 * problem away from the edit is taken over.
 */
export function stamp(
  rule: Rule,
  told: readonly Problem[],
  text: string,
  level: Severity | null,
  before?: StampedBefore,
): readonly Stamped[] {
  const problems = withoutRepeats(told);
  const kept = before ? keptOf(before, problems) : [];
  const occurrences = new Map<string, number>();
  return problems.map((problem, at) => {
    const known = kept[at];
    const first = known?.first ?? fingerprint(rule.code, problem.message, text, problem.range, 0);
    const occurrence = occurrences.get(first) ?? 0;
    occurrences.set(first, occurrence + 1);
    if (known?.occurrence === occurrence) return known;
    const print =
      occurrence > 0 ? fingerprint(rule.code, problem.message, text, problem.range, occurrence) : first;
    return { problem, first, occurrence, finding: findingOf(rule, problem, text, level, print) };
  });
}

function findingOf(
  rule: Rule,
  { message, data, range, severity, related = [], fixes = [] }: Problem,
  text: string,
  level: Severity | null,
  print: string,
): Finding {
  const template = rule.messages[message];
  if (template === undefined) throw new Error(`${rule.code} has no message '${message}'`);
  return {
    code: rule.code,
    rule: rule.name,
    severity: graded(rule, severity, level),
    message: formatMessage(template, data),
    range,
    excerpt: ownText(text.slice(range.start, Math.min(range.end, range.start + EXCERPT_UNITS))),
    related,
    fixes,
    fingerprint: print,
    merged: [],
  };
}

const RANK: Readonly<Record<Severity, number>> = { notice: 0, doubt: 1, error: 2 };

/** What the rule itself holds for less stays less. */
function graded(rule: Rule, own: Severity = rule.severity, level: Severity | null): Severity {
  if (level === null) return own;
  return RANK[own] >= RANK[rule.severity] || RANK[own] > RANK[level] ? level : own;
}

/** More than the units of any text. */
const UNITS = 2 ** 26;

/** One message at one place is told once. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const first = new Map<number, string>();
  const more = new Set<string>();
  return problems.filter(({ message, range }) => {
    const place = range.start * UNITS + range.end;
    const known = first.get(place);
    if (known === undefined) {
      first.set(place, message);
      return true;
    }
    const named = `${message} ${place}`;
    if (known === message || more.has(named)) return false;
    more.add(named);
    return true;
  });
}

/** For each problem what was stamped before, moved; nothing where it is new or near the edit. */
function keptOf(
  { stamps, change }: StampedBefore,
  problems: readonly Problem[],
): readonly (Stamped | undefined)[] {
  const kept: (Stamped | undefined)[] = new Array(problems.length);
  const take = (then: number, now: number): boolean => {
    const one = stamps[then];
    const problem = problems[now];
    const moved = one && problem && stampAfter(one, problem, change);
    kept[now] = moved;
    return moved !== undefined;
  };
  let head = 0;
  while (head < stamps.length && head < problems.length && take(head, head)) head++;
  let [then, now] = [stamps.length - 1, problems.length - 1];
  while (then >= head && now >= head && take(then, now)) {
    then--;
    now--;
  }
  return kept;
}

/** The stamp of an earlier problem for this one, where it is the same in its place after the edit. */
function stampAfter(
  earlier: Stamped,
  problem: Problem,
  { start, oldEnd, newEnd }: Change,
): Stamped | undefined {
  const { problem: old } = earlier;
  const isBefore = old.range.end + NEIGHBOUR_UNITS <= start;
  if (!isBefore && old.range.start - NEIGHBOUR_UNITS < oldEnd) return undefined;
  const units = isBefore ? 0 : newEnd - oldEnd;
  if (old === problem) return units === 0 ? earlier : undefined;
  const { message, severity, range, related = [], fixes = [] } = problem;
  if (range.start !== old.range.start + units || range.end !== old.range.end + units) return undefined;
  if (message !== old.message || severity !== old.severity || !sameData(problem.data, old.data))
    return undefined;
  return { ...earlier, problem, finding: { ...earlier.finding, range, related, fixes } };
}

function sameData(a: Problem['data'], b: Problem['data']): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
