import type { Lattice, LatticeName } from '../tables/lattice';
import { type NamedPeriod, periodNamed, residueOf } from '../tables/periods';

/** Two fields of one thing: a change is from `base` to `current`. */
export interface Pair {
  readonly current: LatticeName;
  readonly base: LatticeName;
  /** The headers alone say that this change is between these two. */
  readonly explicit: boolean;
}

/** A field that may be an operand, with what its name says. */
export interface Operand {
  readonly field: LatticeName;
  readonly residue: string;
  readonly period: NamedPeriod;
}

const MOST_OPERANDS = 6;
const MOST_SETS = 3;

export const operandOf = (field: LatticeName): Operand => ({
  field,
  residue: residueOf(field.text),
  period: periodNamed(field.text),
});

/** Pairs of fields whose change `field` may be, the likeliest first. */
export function pairsFor(
  field: LatticeName,
  operands: readonly Operand[],
  lattice: Lattice,
): readonly Pair[] {
  const sets = setsFor(field, operands);
  const basis = basisOf(field);
  const pairs = sets.flatMap((set, rank) => pairsIn(nearest(field, set), basis, rank === 0));
  if (pairs.length > 0)
    return [...pairs.filter(({ explicit }) => explicit), ...pairs.filter(({ explicit }) => !explicit)];
  // 2025年 and 2024年 may be named in words that nobody foresaw: the two columns on the left.
  if (lattice.turned || residueOf(field.text) !== '') return [];
  const [first, second] = operands.filter((one) => one.field.at < field.at).slice(-2);
  return first && second ? bothWays(first, second) : [];
}

/** Operands of one thing each, those that suit the field's own name or stand nearest first. */
function setsFor(field: LatticeName, operands: readonly Operand[]): readonly (readonly Operand[])[] {
  const own = residueOf(field.text);
  const sets = new Map<string, Operand[]>();
  for (const operand of operands) {
    const set = sets.get(operand.residue);
    if (set) set.push(operand);
    else sets.set(operand.residue, [operand]);
  }
  const distance = (set: readonly Operand[]): number =>
    Math.min(...set.map((one) => Math.abs(field.at - one.field.at) + (one.field.at > field.at ? 0.5 : 0)));
  const suits = (residue: string): number =>
    residue === own
      ? 0
      : own === '' || (residue !== '' && (own.endsWith(residue) || residue.endsWith(own)))
        ? 1
        : 2;
  return [...sets]
    .filter(([residue, set]) => set.length > 1 && suits(residue) < 2)
    .sort(([a, one], [b, other]) => suits(a) - suits(b) || distance(one) - distance(other))
    .slice(0, MOST_SETS)
    .map(([, set]) => set);
}

function nearest(field: LatticeName, set: readonly Operand[]): readonly Operand[] {
  if (set.length <= MOST_OPERANDS) return set;
  return [...set]
    .sort((a, b) => Math.abs(a.field.at - field.at) - Math.abs(b.field.at - field.at))
    .slice(0, MOST_OPERANDS)
    .sort((a, b) => a.field.at - b.field.at);
}

function pairsIn(set: readonly Operand[], basis: Basis, isNearest: boolean): readonly Pair[] {
  const all = set.flatMap((current) => set.flatMap((base) => (base === current ? [] : [{ current, base }])));
  const said = isNearest
    ? latest(all.filter((one) => isChange(one.current.period, one.base.period, basis)))
    : [];
  return all.map((one) => ({
    current: one.current.field,
    base: one.base.field,
    explicit: said.length === 1 && said[0] === one,
  }));
}

interface Periods {
  readonly current: Operand;
  readonly base: Operand;
}

/** Of 2023, 2024 and 2025 a change is the last one's, unless its header says otherwise. */
function latest(pairs: readonly Periods[]): readonly Periods[] {
  const end = ({ current }: Periods): number => current.period.months ?? 0;
  const last = pairs.reduce((most, pair) => Math.max(most, end(pair)), 0);
  return pairs.filter((pair) => end(pair) === last);
}

const bothWays = ({ field: one }: Operand, { field: other }: Operand): readonly Pair[] => [
  { current: one, base: other, explicit: false },
  { current: other, base: one, explicit: false },
];

/** What a change is measured against, as its header says. */
export interface Basis {
  /** Of the change itself: its header stands in a group `2025年`. */
  readonly own: NamedPeriod | null;
  /** 较2023年. */
  readonly year: number | null;
  readonly opening: boolean;
  readonly plan: boolean;
  /** 环比, 较上月: the period just before; 同比: the year before; null: not said. */
  readonly step: 'period' | 'year' | null;
}

const AGAINST = /[比较与]\s*((?:19|20)\d{2})年/;

export function basisOf({ text, path }: LatticeName): Basis {
  const against = AGAINST.exec(text);
  const rest = path.filter((level) => !/[比较同环]/.test(level)).join('');
  const own = periodNamed(rest);
  return {
    own: own.months === null ? null : own,
    year: against ? Number(against[1]) : null,
    opening: /年初|期初|上年末|上年年末|上期末/.test(text),
    plan: /[比较].{0,4}(?:预算|计划|目标)/.test(text),
    step: /环比|上[月季]/.test(text) ? 'period' : /同比|上年|去年/.test(text) ? 'year' : null,
  };
}

/** Whether the headers of two periods and of a change leave no doubt. */
export function isChange(current: NamedPeriod, base: NamedPeriod, basis: Basis): boolean {
  if (current.plan) return false;
  if (base.plan || basis.plan) return base.plan && basis.plan && current.relative !== -1;
  if (basis.own && current.months !== null && basis.own.months !== current.months) return false;
  if (current.months !== null && base.months !== null) return isMonthsBefore(current, base, basis);
  if (base.relative !== -1 || current.relative === -1) return false;
  if (basis.opening) return base.opening;
  return basis.step === null || base.back === null || base.back === basis.step;
}

function isMonthsBefore(current: NamedPeriod, base: NamedPeriod, basis: Basis): boolean {
  const gap = (current.months ?? 0) - (base.months ?? 0);
  if (current.span !== base.span) return false;
  if (basis.year !== null) return Math.ceil((base.months ?? 0) / 12) - 1 === basis.year;
  if (basis.step === 'period') return gap === Math.max(1, current.span);
  return gap === 12;
}
