import { compare, shift, subtract } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import type { Steps } from '../../../../shared/steps';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { holds, roundTo } from '../arithmetic';
import { buildTie, type TextTerm, type TieDraft, termOf } from '../build';
import { companionTies } from '../companions';
import type { TieInput } from '../input';
import { pointedTies } from '../pointed/index';
import { remainingTies, retoldTies } from '../retold/index';
import { rowTies } from '../rows/index';
import { withoutRowMates } from '../rows/mates';
import { unitTwinTies } from '../unit-twins';
import { groupMentions, type LikelyPair } from './groups';
import { type Mention, mentionsOf } from './mentions';

/** One fact stated in several places: text and text, text and table, table and table. */
export function* sameTies(input: TieInput): Steps<readonly Tie[]> {
  const mentions = mentionsOf(input);
  yield;
  const { groups, likely } = groupMentions(mentions);
  yield;
  const tie = pairTie(input);
  const tied = new Set<Mention>();
  const certain = groups.flatMap((group) => {
    const told = withoutRivals(group);
    for (const mention of told) tied.add(mention);
    return groupTies(told, tie);
  });
  const probable = likely.flatMap((pair) => likelyTie(pair, tied, tie));
  const known = new Set([...tied].map(({ fact }) => fact.quantity));
  yield;
  const pointed = pointedTies(input, known);
  yield;
  const rows = rowTies(input, new Set([...known, ...statedIn(pointed)]));
  yield;
  const beside = companionTies(input, new Set([...known, ...statedIn(pointed), ...statedIn(rows)]));
  const twins = unitTwinTies(input, new Set([...known, ...statedIn([...pointed, ...rows, ...beside])]));
  // What is only likely by its name, the row or the figures beside it settle.
  const settled = new Set([...pointed, ...rows, ...beside].map(pairOf));
  const open = probable.filter((one) => one.reason !== MAYBE || !settled.has(pairOf(one)));
  const remaining = remainingTies(input);
  const told = new Set([
    ...known,
    ...statedIn([...pointed, ...rows, ...beside, ...twins]),
    ...remaining.flatMap(({ terms }) => terms.map(({ quantity }) => quantity ?? -1)),
  ]);
  return [
    ...withoutRowMates([...certain, ...open], input),
    ...pointed,
    ...rows,
    ...beside,
    ...twins,
    ...remaining,
    ...retoldTies(input, told),
  ];
}

const pairOf = ({ terms }: Tie): string =>
  terms
    .map(({ quantity }) => quantity)
    .sort()
    .join(' ');

const statedIn = (ties: readonly Tie[]): readonly number[] =>
  ties.flatMap(({ terms }) => terms[0]?.quantity ?? []);

function doubtOf(stated: Mention, other: Mention): string {
  if (!stated.firm || !other.firm) return UNFIRM;
  if (isCutOff(stated, other)) return CUT_OFF;
  return isNameless(stated, other) ? NAMELESS : '';
}

type PairTie = (stated: Mention, other: Mention, doubt?: string) => Tie;

const pairTie =
  ({ quantities }: TieInput): PairTie =>
  (stated, other, doubt = '') => {
    const term = (mention: Mention): TextTerm => termOf(quantities, mention.fact.quantity, mention.value);
    const draft: TieDraft = {
      kind: 'same',
      form: 'equal',
      stated: term(stated),
      operands: [{ role: 'other', term: term(other) }],
      exact: stated.quantity.precision === other.quantity.precision,
    };
    const tie = buildTie(draft);
    // Only a tie that fails can be doubted, and few do.
    const reason = tie.status === 'fail' ? doubt || doubtOf(stated, other) : '';
    return reason === '' ? tie : buildTie({ ...draft, doubt: reason });
  };

const NAMELESS = '只写了合计或泛称，无法断定是同一数据';

/** 合计 in two tables: the same only where one looks like the other copied wrongly. */
const isNameless = (a: Mention, b: Mention): boolean =>
  a.measure.body === '' && b.measure.body === '' && (a.isCell || b.isCell) && !isSlip(a, b);

const UNFIRM = '计划数或特定口径的数，两处不一定可比';
const CUT_OFF = '可能是截去尾数而非四舍五入';

/** 12.36亿元 told as 12.3亿元. */
function isCutOff(a: Mention, b: Mention): boolean {
  const [fine, coarse] = a.quantity.precision < b.quantity.precision ? [a, b] : [b, a];
  const { precision } = coarse.quantity;
  if (fine.quantity.precision === precision) return false;
  const rest = subtract(fine.value, coarse.value);
  const unit = shift({ units: 1n, scale: 0 }, precision);
  return (
    compare(roundTo(fine.value, precision), coarse.value) !== 0 && rest.units >= 0n && compare(rest, unit) < 0
  );
}

const isSlip = (a: Mention, b: Mention): boolean =>
  isNearMiss(a.quantity.value, b.quantity.value, Math.max(a.quantity.precision, b.quantity.precision));

/** Figures of one sentence, list or table that seem the same but are not equal were read wrongly: neither is used. */
function withoutRivals(group: readonly Mention[]): readonly Mention[] {
  const byPlace = new Map<string, Mention[]>();
  for (const mention of group) {
    const mentions = byPlace.get(mention.neighbourhood);
    if (mentions) mentions.push(mention);
    else byPlace.set(mention.neighbourhood, [mention]);
  }
  const rivals = new Set<string>();
  for (const [neighbourhood, mentions] of byPlace) {
    const [first] = mentions;
    if (first && mentions.some((other) => !isNoRival(first, other))) rivals.add(neighbourhood);
  }
  return rivals.size === 0 ? group : group.filter(({ neighbourhood }) => !rivals.has(neighbourhood));
}

const isNoRival = (a: Mention, b: Mention): boolean =>
  compare(a.value, b.value) === 0 ||
  ((a.quantity.approximator !== null || b.quantity.approximator !== null) && !isOneBreath(a, b)) ||
  (a.run !== b.run && isSlip(a, b));

/** 分别约为5.42倍、2.10倍和1.12倍: nobody tells one figure twice in a sentence, and otherwise. */
const isOneBreath = (a: Mention, b: Mention): boolean => !a.isCell && !b.isCell && a.sentence === b.sentence;

/** Ties every mention to one of the value that most of them agree with. */
function groupTies(group: readonly Mention[], tie: PairTie): readonly Tie[] {
  const reference = referenceOf(group, tie);
  if (!reference) return [];
  return group.flatMap((mention) => {
    if (mention === reference || isOneTable(mention, reference)) return [];
    const result = tie(mention, reference);
    if (result.status === 'fail' || mention.quantity.precision >= reference.quantity.precision)
      return [result];
    // Of two that agree the coarser is the one that is checked.
    return [tie(reference, mention)];
  });
}

/** Two cells of one table are not two places that state a fact. */
const isOneTable = (a: Mention, b: Mention): boolean =>
  a.isCell && a.quantity.place.block === b.quantity.place.block;

/** Of many mentions only those with different figures are weighed. */
const MOST_FIGURES = 24;

function referenceOf(group: readonly Mention[], tie: PairTie): Mention | null {
  const figures = new Map<string, { readonly mention: Mention; count: number }>();
  for (const mention of group) {
    const { value, precision, approximator } = mention.quantity;
    const key = `${value} ${precision} ${approximator}`;
    const figure = figures.get(key);
    if (figure) figure.count++;
    else if (figures.size < MOST_FIGURES) figures.set(key, { mention, count: 1 });
  }
  let best: { readonly mention: Mention; readonly support: number } | null = null;
  for (const { mention } of figures.values()) {
    let support = 0;
    for (const other of figures.values()) {
      if (other.mention === mention || holds(tie(other.mention, mention).status)) support += other.count;
    }
    if (!best || support > best.support || (support === best.support && isVaguer(best.mention, mention))) {
      best = { mention, support };
    }
  }
  return best?.mention ?? null;
}

const isVaguer = (a: Mention, b: Mention): boolean =>
  a.quantity.approximator !== null && b.quantity.approximator === null;

/** So many digits do not agree by chance. */
const TELLING_DIGITS = 3;

/** A probable pair confirms when it agrees; it says so when one looks like the other copied wrongly. */
function likelyTie({ first, second }: LikelyPair, tied: Set<Mention>, tie: PairTie): readonly Tie[] {
  if (tied.has(first) && tied.has(second)) return [];
  const [a, b] = [first.quantity, second.quantity];
  if (a.value === b.value) {
    if (digitsOf(a.value) < (first.measure.core === second.measure.core ? 2 : TELLING_DIGITS)) return [];
    tied.add(first).add(second);
    return [tie(second, first)];
  }
  const isOpen = first.firm && second.firm && isSlip(first, second) && a.place.block !== b.place.block;
  return isOpen ? [tie(second, first, MAYBE)] : [];
}

export const MAYBE = '两处可能是同一数据，但范围的写法不同，无法断定';

const digitsOf = (value: string): number =>
  value.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
