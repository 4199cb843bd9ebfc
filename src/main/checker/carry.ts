import { rangeAfter, type Shift, tieAfter } from '../../shared/analysis-change';
import type { Analysis } from '../../shared/model/analysis';
import type { Edit } from '../../shared/model/finding';
import type { Range } from '../../shared/model/range';
import type { Tie } from '../../shared/model/tie';
import type { Change } from '../document/reparse';
import type { Problem } from './rule';
import type { Carried } from './run';
import { isFar, withFarAfter } from './ties/far-derived';
import type { FarFound } from './ties/index';
import type { TieInput } from './ties/input';
import { proseTies } from './ties/prose/index';
import { tiesOfRows } from './ties/standing';

export type Problems = ReadonlyMap<string, readonly Problem[] | null>;

/**
 * What is told of a text right after an edit although it has not been looked at again: findings of rules, and ties,
 * between what stands far apart. What the edit touched is left out.
 */
export function carriedOver(before: Analysis, problems: Problems, change: Change): Carried {
  const units = change.newEnd - change.oldEnd;
  return {
    farTies: (input) => farTiesAfter(before, shiftOf(before, change, input.quantities.length), input),
    problems: new Map(
      [...problems].map(([code, all]) => [
        code,
        all?.flatMap((one) => problemAfter(one, change, units)) ?? null,
      ]),
    ),
  };
}

function shiftOf({ quantities }: Analysis, { start, oldEnd, newEnd }: Change, now: number): Shift {
  const from = quantities.findIndex(({ range }) => range.start >= oldEnd);
  return {
    start,
    oldEnd,
    units: newEnd - oldEnd,
    figuresFrom: from < 0 ? quantities.length : from,
    figures: now - quantities.length,
    factsFrom: 0,
    facts: 0,
    blocksFrom: 0,
    blocks: 0,
  };
}

/** Only between figures and items that stand as they stood. */
function farTiesAfter(before: Analysis, shift: Shift, input: TieInput): FarFound {
  const far: Record<'count' | 'same', Tie[]> = { count: [], same: [] };
  const isOfRows = tiesOfRows(before);
  for (const [at, tie] of before.ties.entries()) {
    const isCount = tie.kind === 'count';
    if (!isCount && tie.kind !== 'same' && (!isOfRows(at) || isFar(tie))) continue;
    const moved = soundAfter(tie, shift, input);
    if (moved) far[isCount ? 'count' : 'same'].push(moved);
  }
  const withFar = (prose: readonly Tie[]): readonly Tie[] =>
    withFarAfter(input, prose, proseTies({ ...before, references: input.references }), (tie) =>
      soundAfter(tie, shift, input),
    );
  return { ...far, withFar };
}

/** A tie where it stands now; null where one of its terms reads otherwise. */
function soundAfter(tie: Tie, shift: Shift, { document: { text }, quantities }: TieInput): Tie | null {
  const moved = tieAfter(tie, shift);
  const isSound = moved.terms.every(({ quantity, range, raw }) => {
    if (quantity === null) return text.startsWith(raw, range.start) && range.end - range.start === raw.length;
    const now = quantities[quantity];
    return now?.raw === raw && now.range.start === range.start && now.range.end === range.end;
  });
  return isSound ? moved : null;
}

function problemAfter(problem: Problem, change: Change, units: number): Problem[] {
  const extent = extentOf(problem);
  if (extent.end <= change.start) return [problem];
  const isTouched = ({ start, end }: Range): boolean => start < change.oldEnd && change.start < end;
  const isFixTouched = ({ edits }: { readonly edits: readonly Edit[] }): boolean =>
    edits.some(({ range }) => isTouched(range));
  if (
    isTouched(extent) &&
    (isTouched(problem.range) ||
      problem.related?.some(({ range }) => isTouched(range)) ||
      problem.fixes?.some(isFixTouched))
  )
    return [];
  if (units === 0) return [problem];
  const shift = { ...NOTHING, start: change.start, oldEnd: change.oldEnd, units };
  const moved = <T extends { readonly range: Range }>(one: T): T => ({
    ...one,
    range: rangeAfter(one.range, shift),
  });
  return [
    {
      ...moved(problem),
      ...(problem.related ? { related: problem.related.map(moved) } : {}),
      ...(problem.fixes
        ? { fixes: problem.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) }
        : {}),
    },
  ];
}

/** From the first of its places to the last. */
function extentOf({ range, related = [], fixes = [] }: Problem): Range {
  let { start, end } = range;
  const widen = (one: { readonly range: Range }): void => {
    start = Math.min(start, one.range.start);
    end = Math.max(end, one.range.end);
  };
  related.forEach(widen);
  for (const { edits } of fixes) edits.forEach(widen);
  return { start, end };
}

const NOTHING: Shift = {
  start: 0,
  oldEnd: 0,
  units: 0,
  figuresFrom: 0,
  figures: 0,
  factsFrom: 0,
  facts: 0,
  blocksFrom: 0,
  blocks: 0,
};
