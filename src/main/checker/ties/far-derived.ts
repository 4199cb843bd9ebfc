import { compare, decimal, decimalOf } from '../../../shared/decimal';
import type { Quantity } from '../../../shared/model/quantity';
import type { TermRole, Tie, TieTerm } from '../../../shared/model/tie';
import { firstAt } from '../../document/blockwise';
import { noteRuns, type Run, runsBetween } from '../../document/runs';
import { labelColumn } from '../../figures/table-rows';
import { buildTie, type TextTerm, type TieDraft, termOf } from './build';
import type { TieInput } from './input';
import { OPEN } from './prose/derived/open';
import { WHOLE } from './prose/derived/reading';
import { draftHolds, slipOf } from './prose/derived/slips';
import { NEAREST } from './prose/nearest';

/** What is known of ties of prose once the rest of the report was asked. */
interface Told {
  readonly ties: readonly Tie[];
  /** Where the open ones stand among those of prose; ascending. */
  readonly open: readonly number[];
  /** What each of them is. */
  readonly found: readonly (Tie | null)[];
}

/** By the ties of prose. */
const known = new WeakMap<readonly Tie[], Told>();
const far = new WeakSet<Tie>();

/** Whether a tie is one of prose that the rest of the report told. */
export const isFar = (tie: Tie): boolean => far.has(tie);

/**
 * Shares, averages and changes whose other figure stands elsewhere in the report. A figure anywhere of which it draftHolds is what was
 * meant. Where there is none, a slip shows against those that the report states more than once.
 */
export function withFar(input: TieInput, prose: readonly Tie[]): readonly Tie[] {
  const open = openIn(prose);
  const resolve = resolver(input);
  return noted(
    prose,
    open,
    open.map((at) => resolve(prose[at] as Tie)),
  );
}

/**
 * As `withFar` right after an edit: what was told of the `earlier` ties of prose is carried over where `after` gives it, and only what
 * the edit made anew is looked for.
 */
export function withFarAfter(
  input: TieInput,
  prose: readonly Tie[],
  earlier: readonly Tie[],
  after: (tie: Tie) => Tie | null,
): readonly Tie[] {
  const before = known.get(earlier);
  const open = openIn(prose);
  if (!before || open.length === 0) return withFar(input, prose);
  const resolve = resolver(input);
  const runs = runsBetween(earlier, prose);
  let run = 0;
  const found = open.map((at) => {
    for (let one = runs[run]; one && one.now + one.length <= at; one = runs[run]) run++;
    const own = runs[run];
    if (!own || own.now > at) return resolve(prose[at] as Tie);
    const told = before.found[firstAt(before.open, at - own.now + own.old)];
    return told ? after(told) : null;
  });
  const ties = noted(prose, open, found);
  const closed = (list: readonly number[], at: number): number => at - firstAt(list, at);
  const kept = runs.map(({ old, now, length }): Run => {
    const from = closed(open, now);
    return { old: closed(before.open, old), now: from, length: closed(open, now + length) - from };
  });
  noteRuns(ties, before.ties, kept);
  return ties;
}

const openIn = (prose: readonly Tie[]): readonly number[] =>
  prose.flatMap(({ reason }, at) => (reason === OPEN ? [at] : []));

/** Those of prose that are not open, and behind them what was found. */
function noted(
  prose: readonly Tie[],
  open: readonly number[],
  found: readonly (Tie | null)[],
): readonly Tie[] {
  const ties =
    open.length === 0
      ? prose
      : [...prose.filter(({ reason }) => reason !== OPEN), ...found.flatMap((tie) => tie ?? [])];
  known.set(prose, { ties, open, found });
  for (const tie of found) if (tie) far.add(tie);
  return ties;
}

function resolver(input: TieInput): (tie: Tie) => Tie | null {
  let index: FigureIndex | null = null;
  return (tie) => {
    index ??= new FigureIndex(input.quantities);
    return resolved(input, index, tie);
  };
}

/** So often a figure is stated that others may be measured by it. */
const STATED = 2;
const MOST = 6;

/** A figure by where it is stated first. */
interface Stated {
  readonly index: number;
  /** As near as binary numbers tell. */
  readonly size: number;
  count: number;
}

/** The figures of a report by their units. */
class FigureIndex {
  private readonly byUnit = new Map<string, Map<string, Stated>>();
  private readonly bySize = new Map<string, readonly Stated[]>();

  constructor(quantities: readonly Quantity[]) {
    quantities.forEach(({ exempt, approximator, unit, value }, index) => {
      if (exempt !== null || approximator !== null || unit === '%') return;
      const own = this.byUnit.get(unit) ?? new Map<string, Stated>();
      this.byUnit.set(unit, own);
      const known = own.get(value);
      if (known) known.count++;
      else own.set(value, { index, size: Number(value), count: 1 });
    });
  }

  /** One place of each figure of a unit within bounds, as near as binary numbers tell: who asks then works it out exactly. */
  between(unit: string, low: number, high: number): readonly number[] {
    const sorted = this.sorted(unit);
    const found: number[] = [];
    for (let at = firstFrom(sorted, low); at < sorted.length; at++) {
      const { size, index } = sorted[at] as Stated;
      if (!(size <= high)) break;
      found.push(index);
    }
    return found.sort((a, b) => a - b);
  }

  private sorted(unit: string): readonly Stated[] {
    const known = this.bySize.get(unit);
    if (known) return known;
    const made = [...(this.byUnit.get(unit)?.values() ?? [])].sort((a, b) => a.size - b.size);
    this.bySize.set(unit, made);
    return made;
  }

  /** Those that are stated most often. */
  often(unit: string): readonly number[] {
    return [...(this.byUnit.get(unit)?.values() ?? [])]
      .filter(({ count }) => count >= STATED)
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST)
      .map(({ index }) => index);
  }
}

/** The first of those that ascend which is no smaller than `least`. */
function firstFrom(sorted: readonly Stated[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.size ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function resolved(input: TieInput, index: FigureIndex, tie: Tie): Tie | null {
  const [stated, own] = tie.terms;
  if (!stated?.figure || !own?.figure) return null;
  if (tie.form === 'rate') return fromTable(input, tie, stated, own);
  const { quantities, document } = input;
  const unit =
    tie.form === 'share' ? (quantities[own.quantity ?? -1]?.unit ?? '') : eachUnit(document.text, stated);
  if (unit === '') return null;
  const rate = Math.abs(Number(stated.figure.value));
  const whole = (Math.abs(Number(own.figure.value)) / rate) * (tie.form === 'share' ? 100 : 1);
  const found = index.between(unit, whole * (1 - NEAR), whole * (1 + NEAR));
  const drafts = found.map((at) => draftOf(quantities, tie, stated, own, at));
  const held = drafts.find((draft) => draftHolds(draft));
  if (held) return buildTie(held);
  if (digitsOf(stated.raw) < TELLING) return null;
  for (const at of index.often(unit)) {
    const draft = draftOf(quantities, tie, stated, own, at);
    const isLarger = compare(decimal(quantities[at]?.value ?? '0'), decimal(own.figure.value)) > 0;
    if (isLarger || tie.form !== 'share' || isUnit(draft)) {
      if (slipOf(draft) === 'digits') return buildTie({ ...draft, doubt: NEAREST });
    }
  }
  return null;
}

const NEAR = 0.02;
const TELLING = 3;
const digitsOf = (raw: string): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

/** 8,215.46亿元 of 13,779.15万元: the part itself may be of another unit. */
const isUnit = ({ operands: [part] }: TieDraft): boolean =>
  part !== undefined && 'term' in part && /亿|万/.test(part.term.raw);

/** 家 of 平均每家25.00万元. */
const eachUnit = (text: string, { range: { start } }: TieTerm): string =>
  /每([\p{Script=Han}])[^，。；\d]{0,6}$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? '';

const termFrom = ({ range, raw, quantity, figure }: TieTerm): TextTerm => ({
  range,
  raw,
  quantity,
  figure: {
    value: figure ? decimal(figure.value) : decimalOf(0n, 0),
    precision: figure?.precision ?? 0,
    approximator: figure?.approximator ?? null,
  },
});

const OTHERS: Readonly<Record<string, TermRole>> = { share: 'whole', multiple: 'base', rate: 'base' };

function draftOf(
  quantities: readonly Quantity[],
  tie: Tie,
  stated: TieTerm,
  own: TieTerm,
  at: number,
): TieDraft {
  const other = termOf(quantities, at);
  const isCount = tie.form === 'multiple' && other.figure.precision === 0;
  return {
    kind: tie.kind,
    form: tie.form,
    stated: termFrom(stated),
    operands: [
      { role: own.role, term: termFrom(own) },
      {
        role: OTHERS[tie.form] ?? 'base',
        term: isCount ? { ...other, figure: { ...other.figure, precision: WHOLE } } : other,
      },
    ],
  };
}

const NONE: readonly number[] = [];

const BASIS = /[较比](?<then>\d{1,2}月|第?[一二三四]季度)份?[^，。；\d]{0,4}$/;

/** 8月…3,918.62万元，较7月下降8.58%: the row 7月 of the table that has the figure of 8月. */
function fromTable(input: TieInput, tie: Tie, stated: TieTerm, own: TieTerm): Tie | null {
  const { document, quantities } = input;
  const then = BASIS.exec(document.text.slice(Math.max(0, stated.range.start - 16), stated.range.start))
    ?.groups?.['then'];
  const figure = quantities[own.quantity ?? -1];
  if (then === undefined || !figure) return null;
  const bases = quantities.flatMap(({ place, value, unit }): readonly number[] => {
    if (place.row === undefined || value !== figure.value || unit !== figure.unit) return NONE;
    const table = document.blocks[place.block];
    if (table?.kind !== 'table') return NONE;
    const label = labelColumn(table);
    const row = table.rows.findIndex(
      ({ cells }) => cells[label]?.prose.text.trim().replace(/份$/, '') === then,
    );
    const base = quantities.findIndex(
      (one) => one.place.block === place.block && one.place.row === row && one.place.column === place.column,
    );
    return row >= 0 && base >= 0 ? [base] : [];
  });
  const [base, ...others] = new Set(bases);
  if (base === undefined || others.length > 0) return null;
  const draft = draftOf(quantities, tie, stated, own, base);
  if (draftHolds(draft)) return buildTie(draft);
  const slip = slipOf(draft);
  return slip === null ? null : buildTie(slip === 'direction' ? draft : { ...draft, doubt: NEAREST });
}
