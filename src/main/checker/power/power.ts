import type { Analysis } from '../../../shared/model/analysis';
import type { Finding } from '../../../shared/model/finding';
import {
  type ErrorKind,
  errorKinds,
  isCaught,
  type PlantedError,
  type PowerReport,
} from '../../../shared/model/power';
import { overlaps, type Range } from '../../../shared/model/range';
import { applyEdits, movedRanges } from '../edits';
import { type CheckOptions, checkText } from '../run';
import { editOf, type Plant, plantsOf } from './plant';

/** Errors of one kind that are planted at most, and units of text that all checks together may read. */
const MOST_PER_KIND = 40;
const LEAST_PER_KIND = 5;
const BUDGET = 2_400_000;

/**
 * Plants errors one at a time in copies of a text, checks each copy, and says which were caught: a finding that was
 * not there before and touches the place, or a tie over the place that held before and fails now. The same text gives
 * the same report. `onProgress` may throw to stop.
 */
export function measurePower(text: string, options: CheckOptions = {}): PowerReport {
  const { onProgress = () => {}, ...rest } = options;
  const baseline = checkText(text, rest);
  const all = plantsOf(baseline);
  const each = Math.max(
    LEAST_PER_KIND,
    Math.min(MOST_PER_KIND, Math.floor(BUDGET / Math.max(1, text.length) / errorKinds.length)),
  );
  const chosen = errorKinds.flatMap((kind) =>
    spread(
      all.filter((one) => one.kind === kind),
      each,
    ),
  );
  const errors = chosen.map((plant, at) => {
    onProgress(at / chosen.length);
    return tryOut(text, baseline, plant, rest);
  });
  onProgress(1);
  return reportOf(
    baseline,
    errors,
    errorKinds.filter((kind) => !all.some((one) => one.kind === kind)),
  );
}

/** So many of them, evenly over the text. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]).flatMap((one) =>
    one === undefined ? [] : [one],
  );
}

function tryOut(text: string, baseline: Analysis, plant: Plant, options: CheckOptions): PlantedError {
  const edit = editOf(plant);
  const damaged = checkText(applyEdits(text, [edit]), { ...options, marks: [] });
  const moved = (ranges: readonly Range[]) => movedRanges(ranges, [edit]);
  const place = placeOf(
    damaged,
    { start: plant.range.start, end: plant.range.start + plant.after.length },
    plant.kind,
  );
  const known = new Set(keysOf(baseline.findings, moved(baseline.findings.map(({ range }) => range))));
  const keys = keysOf(
    damaged.findings,
    damaged.findings.map(({ range }) => range),
  );
  const fresh = damaged.findings.filter(
    (finding, at) => !known.has(keys[at] ?? '') && touches(finding, place),
  );
  return {
    kind: plant.kind,
    range: plant.range,
    before: text.slice(plant.range.start, plant.range.end),
    after: plant.after,
    section: sectionOf(baseline, plant.range.start)?.title ?? '',
    caughtBy: [...new Set(fresh.map(({ code }) => code))].sort(),
    tied: brokenTie(baseline, damaged, plant, place),
  };
}

/** Where a finding must be to tell an error: at its place; of a row, anywhere in its table. */
function placeOf({ document }: Analysis, planted: Range, kind: ErrorKind): Range {
  if (kind !== 'row') return planted;
  const at = { start: planted.start, end: Math.max(planted.end, planted.start + 1) };
  const block = document.blocks.find(({ range }) => range.start <= at.start && at.start <= range.end);
  return block?.range ?? at;
}

const keysOf = (findings: readonly Finding[], ranges: readonly Range[]): readonly string[] =>
  findings.map(({ code, message }, at) => `${code} ${message} ${ranges[at]?.start}`);

const touches = ({ range, related }: Finding, place: Range): boolean =>
  meets(range, place) || related.some((one) => meets(one.range, place));

const meets = (a: Range, b: Range): boolean => overlaps(a, b) || (a.start <= b.start && b.end <= a.end);

/** A tie over the place that held and now fails. */
function brokenTie(before: Analysis, after: Analysis, plant: Plant, place: Range): boolean {
  const held = before.ties.some(
    ({ status, terms }) =>
      (status === 'pass' || status === 'rounding') && terms.some(({ range }) => meets(range, plant.range)),
  );
  return (
    held &&
    after.ties.some(
      ({ status, terms }) => status === 'fail' && terms.some(({ range }) => meets(range, place)),
    )
  );
}

interface Section {
  readonly title: string;
  readonly range: Range;
}

function sectionOf({ document }: Analysis, offset: number): Section | null {
  const heading = document.blocks.findLast(
    (block) => block.kind === 'heading' && block.range.start <= offset,
  );
  return heading?.kind === 'heading' ? { title: heading.prose.text, range: heading.range } : null;
}

function reportOf(
  baseline: Analysis,
  errors: readonly PlantedError[],
  absent: readonly ErrorKind[],
): PowerReport {
  const share = (some: readonly PlantedError[]) => ({
    planted: some.length,
    caught: some.filter(isCaught).length,
  });
  const kinds = errorKinds
    .filter((kind) => !absent.includes(kind))
    .map((kind) => ({ kind, ...share(errors.filter((error) => error.kind === kind)) }));
  const sections = new Map<number, { section: string; range: Range; errors: PlantedError[] }>();
  for (const error of errors) {
    const section = sectionOf(baseline, error.range.start);
    const key = section?.range.start ?? -1;
    const known = sections.get(key);
    if (known) known.errors.push(error);
    else
      sections.set(key, {
        section: section?.title ?? '',
        range: section?.range ?? { start: 0, end: 0 },
        errors: [error],
      });
  }
  const told = new Map<string, number>();
  for (const { caughtBy } of errors) for (const code of caughtBy) told.set(code, (told.get(code) ?? 0) + 1);
  const names = new Map(baseline.rules.map(({ code, rule }) => [code, rule]));
  return {
    ...share(errors),
    kinds,
    sections: [...sections.values()]
      .sort((a, b) => a.range.start - b.range.start)
      .map(({ section, range, errors: own }) => ({ section, range, ...share(own) })),
    rules: [...told]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([code, caught]) => ({ code, rule: names.get(code) ?? '', caught })),
    errors,
    absent,
  };
}
