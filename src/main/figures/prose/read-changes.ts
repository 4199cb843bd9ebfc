import { basisPeriod } from '../basis-period';
import { adjustedIn, type Change, isRateUnit } from './changes';
import { isMetric, phraseOf, scopeText, splitMetric, stripLeading } from './phrases';
import { inSentence, levelsBefore, push, type Reading, type State } from './reading-state';
import { scopeIn } from './scopes';
import type { Spot } from './spots';

/** 增加20个 without a basis is a change only behind a figure of its unit. */
export function isChange(state: State, spot: Spot, change: Change): boolean {
  if (isRateUnit(spot.quantity.unit)) return true;
  if (change.basis === '') {
    const last = levelsBefore(state).at(-1);
    return last?.spot.quantity.unit === spot.quantity.unit && stripLeading(change.subject) === '';
  }
  return true;
}

export function readChanges(state: State, at: number, change: Change, size: number): number {
  const levels = levelsBefore(state).filter(({ spot }) => !isRateUnit(spot.quantity.unit));
  const isPaired = change.isPaired && size > 1 && levels.length >= size && subjectNoun(change) === '';
  if (!isPaired) {
    const spot = state.spots[at];
    if (spot) readChange(state, spot, change, baseOf(state, spot, change));
    return 1;
  }
  for (let nth = 0; nth < size; nth++) {
    const spot = state.spots[at + nth];
    const base = levels[levels.length - size + nth];
    if (spot) readChange(state, spot, change, base ?? null);
  }
  return size;
}

const RATE_NOUN = /^其?(?:增速|增幅|涨幅|降幅|升幅|跌幅|占比|比重|比例)$/;

const subjectNoun = ({ subject }: Change): string => phraseOf(subject).noun;

/** The figure that a change without a subject of its own speaks of: the last one before, of a kind that can change so. */
function baseOf(state: State, spot: Spot, change: Change): Reading | null {
  const noun = subjectNoun(change);
  const readings = inSentence(state);
  if (change.form === 'points') {
    const rate = readings.findLast(
      ({ spot: { quantity }, isPast }) => !isPast && /^[%‰]$/.test(quantity.unit),
    );
    return noun === '' || RATE_NOUN.test(noun) ? (rate ?? null) : null;
  }
  // 期末余额36亿元（上年末为30亿元），增长…: the aside is what it has grown from.
  const open = readings.filter((one) => one.isLevel && one.spot.depth <= spot.depth);
  const amounts = open.filter((one) => !isRateUnit(one.spot.quantity.unit));
  const levels = change.form === 'difference' || amounts.length === 0 ? open : amounts;
  if (noun === '' || /^其$/.test(noun)) {
    const same = (one: Reading): boolean =>
      change.form !== 'difference' || one.spot.quantity.unit === spot.quantity.unit;
    return levels.findLast(same) ?? null;
  }
  const meaning = isMetric(noun) ? splitMetric(noun) : { concept: noun, scope: '' };
  return levels.findLast(({ concept }) => concept === meaning.concept) ?? null;
}

function readChange(state: State, spot: Spot, change: Change, base: Reading | null): void {
  const basis = change.basis || (base ? state.basis : '');
  state.basis = basis;
  const noun = phraseOf(change.subject);
  const own = base || noun.noun === '' ? null : ownMeaning(state, noun.noun, change);
  const period = base?.period ?? state.flow.periodAt(spot.from);
  const word = change.form === 'rate' || change.form === 'increase' ? '增速' : '变动';
  const adjusted =
    change.adjusted || adjustedIn(base ? state.text.slice(base.spot.to, spot.from).slice(-24) : '');
  const concept = own?.isWhole
    ? own.concept
    : `${base?.concept ?? own?.concept ?? ''}${basis}${adjusted}${word}`;
  const scope = base ? base.scope : scopeIn(state, own?.scope ?? '');
  if (base && adjusted === '' && (base.comparison === null || base.comparison.quantity === null)) {
    const { direction, form } = change;
    base.comparison = {
      basis,
      direction,
      rate: spot.quantity.raw,
      form,
      quantity: spot.index,
      basePeriod: basisPeriod(basis, base.period || state.input.report.value),
    };
  }
  push(state, { spot, concept, scope, isOwnScope: false, period, isLevel: false, comparison: null });
}

/** What a change without a figure to lean on is a change of; `isWhole`: its concept is the one of the change before. */
function ownMeaning(
  state: State,
  noun: string,
  { form }: Change,
): { readonly concept: string; readonly scope: string; readonly isWhole: boolean } {
  if (isMetric(noun)) return { ...splitMetric(noun), isWhole: false };
  const last = inSentence(state).at(-1);
  const goesOn = last && !last.isLevel && isRateUnit(last.spot.quantity.unit) && form === 'rate';
  // 国有企业增加值增长4.2%，股份制企业增长6.5%.
  if (goesOn && last.concept !== '') return { concept: last.concept, scope: scopeText(noun), isWhole: true };
  return { concept: scopeText(noun), scope: '', isWhole: false };
}
