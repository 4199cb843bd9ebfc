import { allMatches } from '../../../shared/matches';
import type { ProseBlock } from '../../../shared/model/document';
import type { Comparison, Fact, Quantity } from '../../../shared/model/quantity';
import { basisPeriod } from '../basis-period';
import { type PeriodFlow, periodFlow, periodNamed } from '../period-flow';
import type { ReportPeriod } from '../report-period';
import type { Section } from '../sections';
import {
  adjustedIn,
  type Change,
  changeOf,
  isRateUnit,
  multipleOf,
  type Share,
  shareOf,
  statedChange,
} from './changes';
import { completed, levelOf } from './levels';
import { type ListMeaning, listMeanings, runLength } from './lists';
import { isMetric, isName, phraseOf, scopeText, sentenceSubject, splitMetric, stripLeading } from './phrases';
import { type Spot, spotsOf } from './spots';
import { BASIS } from './words';

export interface ProseInput {
  readonly block: ProseBlock;
  readonly quantities: readonly Quantity[];
  /** The block's claims. */
  readonly indices: readonly number[];
  readonly section: Section;
  readonly report: ReportPeriod;
}

/** A fact that is being read, and how far others may lean on it. */
interface Reading {
  readonly spot: Spot;
  readonly concept: string;
  readonly scope: string;
  /** The scope stands in the sentence itself, not in a heading. */
  readonly isOwnScope: boolean;
  readonly period: string;
  /** A figure that others are measured against; false for rates of change. */
  readonly isLevel: boolean;
  /** Of the period compared with: 较上年同期的1,567件. */
  readonly isPast?: boolean;
  comparison: Comparison | null;
}

interface State {
  readonly text: string;
  readonly input: ProseInput;
  readonly flow: PeriodFlow;
  readonly spots: readonly Spot[];
  readonly readings: Reading[];
  /** First reading of the sentence. */
  sentenceFrom: number;
  sentence: number;
  /** What the sentence is about, told by a figure before. */
  topic: string;
  /** The topic is a thing that was counted: measures may be its own (特约商户48万户，日均交易笔数…), other things are not. */
  isThing: boolean;
  basis: string;
  /** Where items such as 一是 begin; read when first asked for. */
  items?: readonly { readonly at: number; readonly from: number }[];
}

/** What each claim of a stretch of prose means. */
export function proseFacts(input: ProseInput): readonly Fact[] {
  const { block, quantities, indices, section, report } = input;
  const spots = spotsOf(block, quantities, indices);
  const places = spots.map(({ from }) => from);
  const state: State = {
    text: block.prose.text,
    input,
    flow: periodFlow(block.prose.text, places, report, section.period),
    spots,
    readings: [],
    sentenceFrom: 0,
    sentence: -1,
    topic: '',
    isThing: false,
    basis: '',
  };
  let at = 0;
  while (at < spots.length) at += readAt(state, at);
  return state.readings.map(({ spot, concept, scope, period, comparison }) => ({
    quantity: spot.index,
    concept,
    scope,
    period,
    comparison,
  }));
}

/** Reads the claim at `at`, or the list that begins there; how many claims were read. */
function readAt(state: State, at: number): number {
  const spot = state.spots[at];
  if (!spot) return 1;
  enterSentence(state, spot, at);
  const size = /分别|均为|各为/.test(spot.head) ? runLength(state.spots, at) : 1;
  const change = changeOf(spot.head, spot.quantity.unit);
  if (change && isChange(state, spot, change)) return readChanges(state, at, change, size);
  const share = shareOf(spot.head, spot.quantity.unit) ?? multipleOf(spot.head, spot.quantity.unit);
  if (share) return readShares(state, at, share, size);
  const flow = state.flow.periodAt(spot.from);
  const named = (text: string): string => periodNamed(text, state.input.report, flow);
  const items = size > 1 ? listMeanings(spot.head, size, named) : null;
  if (items) {
    readList(state, at, items);
    return size;
  }
  readLevel(state, spot);
  return 1;
}

function enterSentence(state: State, spot: Spot, at: number): void {
  if (spot.sentence === state.sentence) return;
  state.sentence = spot.sentence;
  state.sentenceFrom = at;
  setTopic(state, '', false);
  state.basis = '';
}

const inSentence = (state: State): readonly Reading[] => state.readings.slice(state.sentenceFrom);
const levelsBefore = (state: State): readonly Reading[] => inSentence(state).filter(({ isLevel }) => isLevel);

/** 增加20个 without a basis is a change only behind a figure of its unit. */
function isChange(state: State, spot: Spot, change: Change): boolean {
  if (isRateUnit(spot.quantity.unit)) return true;
  if (change.basis === '') {
    const last = levelsBefore(state).at(-1);
    return last?.spot.quantity.unit === spot.quantity.unit && stripLeading(change.subject) === '';
  }
  return true;
}

function readChanges(state: State, at: number, change: Change, size: number): number {
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

/** 占比, 占…的比重; with 分别 one for each of the figures or names before. */
function readShares(state: State, at: number, share: Share, size: number): number {
  const levels = levelsBefore(state).filter(({ spot: { quantity } }) => !isRateUnit(quantity.unit));
  const noun = phraseOf(share.subject).noun;
  const names = size > 1 ? noun.split(/、|和|与|以及/).filter(Boolean) : [];
  const isPaired = size > 1 && (noun === '' ? levels.length >= size : names.length === size);
  for (let nth = 0; nth < (isPaired ? size : 1); nth++) {
    const spot = state.spots[at + nth];
    const own = isPaired ? (names[nth] ?? '') : noun;
    const base = own === '' ? levels[isPaired ? levels.length - size + nth : levels.length - 1] : null;
    if (spot) readShare(state, spot, share, own, base ?? null);
  }
  return isPaired ? size : 1;
}

function readShare(state: State, spot: Spot, { suffix }: Share, noun: string, base: Reading | null): void {
  const meaning = base ?? (isMetric(noun) ? splitMetric(noun) : { concept: scopeText(noun), scope: '' });
  const concept = `${meaning.concept}${suffix}`;
  const scope = base ? base.scope : scopeIn(state, meaning.scope);
  push(state, {
    spot,
    concept,
    scope,
    isOwnScope: base?.isOwnScope ?? false,
    period: base?.period ?? state.flow.periodAt(spot.from),
    isLevel: true,
    comparison: stated(state, spot, base?.period ?? ''),
  });
}

function readList(state: State, at: number, items: readonly ListMeaning[]): void {
  const parent = levelsBefore(state).at(-1);
  items.forEach((item, nth) => {
    const spot = state.spots[at + nth];
    if (!spot) return;
    const period = item.period || state.flow.periodAt(spot.from);
    push(state, {
      spot,
      concept: item.concept || parent?.concept || item.scope,
      scope: scopeIn(state, item.concept || parent?.concept ? item.scope : ''),
      isOwnScope: item.scope !== '',
      period,
      isLevel: true,
      comparison: stated(state, spot, period),
    });
  });
}

const OF_WHICH = '其中';

/** The figure that 其中 takes a part of: the last one before it. */
function wholeOf(state: State, spot: Spot): Reading | null {
  const at = state.text.lastIndexOf(OF_WHICH, spot.from);
  if (at < spot.sentence || at < 0) return null;
  const isFirst = state.text.slice(spot.sentence, at).trim() === '';
  const readings = isFirst ? state.readings.slice(0, state.sentenceFrom).slice(-6) : inSentence(state);
  const before = readings.filter((one) => one.isLevel && one.spot.to <= at);
  return before.findLast((one) => one.spot.quantity.unit === spot.quantity.unit) ?? before.at(-1) ?? null;
}

const COMPARED = new RegExp(`(?:${BASIS})(?:的|为)?(?:约|近|超过?)?$`, 'u');

/** 较上年同期的1,567件: the earlier figure that the one before is compared with. */
function readCompared(state: State, spot: Spot): boolean {
  const basis = COMPARED.exec(spot.head);
  if (isRateUnit(spot.quantity.unit) && !/[的为]/.test(basis?.[0].slice(-2) ?? '')) return false;
  const base = basis && levelsBefore(state).findLast((one) => one.spot.quantity.unit === spot.quantity.unit);
  if (!base) return false;
  const { concept, scope, isOwnScope } = base;
  state.basis = basis[0].replace(/(?:的|为)?(?:约|近|超过?)?$/, '');
  const period = basisPeriod(state.basis, base.period || state.input.report.value);
  push(state, { spot, concept, scope, isOwnScope, period, isLevel: false, isPast: true, comparison: null });
  return true;
}

function readLevel(state: State, spot: Spot): void {
  const { unit } = spot.quantity;
  if (readCompared(state, spot)) return;
  const earlier = state.readings.at(-1);
  const rise = earlier && earlier.spot.sentence === spot.sentence ? riseOf(spot, earlier) : null;
  const level = levelOf(spot);
  const whole = wholeOf(state, spot);
  const isPart =
    whole !== null &&
    whole.spot.quantity.unit === unit &&
    level.isThing &&
    whole.concept.includes(level.verb ?? '');
  const previous = levelsBefore(state).at(-1);
  const near = level.concept === '' && previous?.spot.quantity.unit !== unit ? levelNear(state, unit) : null;
  const before = near ?? previous ?? null;
  const concept =
    rise?.concept ??
    (isPart
      ? whole.concept
      : completed(
          level.concept,
          unit,
          before && { concept: before.concept, unit: before.spot.quantity.unit },
        ));
  const own = isPart ? scopeText(level.concept.slice(level.verb?.length ?? 0)) : level.scope;
  const parentScope = whole?.isOwnScope && whole.scope !== own ? whole.scope : '';
  // …场景流动业务交易笔数, 流动业务交易金额: the second goes without what both share.
  const goesOn =
    own === '' && whole !== null && previous && previous !== whole && previous.spot.from > whole.spot.from;
  const told =
    previous && ((own !== '' && previous.scope.endsWith(own)) || goesOn)
      ? previous.scope
      : [parentScope, own].filter(Boolean).join(' ');
  const leans = !level.isThing && !level.isCounted;
  const around = told || scopeIn(state, '', leans);
  // 研发投入 is not a figure of 研发.
  const scope = rise?.scope ?? (concept.startsWith(around) ? state.input.section.scope : around);
  if (own !== '' && !isPart) setTopic(state, own, false);
  else if (level.isThing && !isPart && !hasTopic(state) && isName(level.concept))
    setTopic(state, level.concept, true);
  // 由0.35‰降至…: of an earlier time that is not told.
  const isUntold = /[由从]$/.test(spot.head.trimEnd());
  const period = isUntold ? '' : state.flow.periodAt(spot.from);
  push(state, {
    spot,
    concept,
    scope,
    isOwnScope: rise?.isOwnScope ?? (told !== '' || scope === state.topic),
    period,
    isLevel: true,
    comparison: stated(state, spot, period),
  });
}

function setTopic(state: State, topic: string, isThing: boolean): void {
  state.topic = topic;
  state.isThing = isThing;
}

const hasTopic = ({ topic }: State): boolean => topic !== '' && topic !== NO_SUBJECT;

/** 去年12月为110件: the sentence before said of what. */
function levelNear({ readings }: State, unit: string): Reading | null {
  const near = readings.slice(-4).filter(({ isLevel }) => isLevel);
  return near.findLast(({ spot }) => spot.quantity.unit === unit) ?? null;
}

const RISE = /^(?:的)?[^，。；、]{1,10}(?:至|到|为)(?:了)?(?:目前|现在)?的?(?:约|近|超过?|逾)?$/;

/** 从9个拓展到29个: the second figure is the first one's later self. */
function riseOf(spot: Spot, earlier: Reading): Reading | null {
  if (spot.quantity.unit !== earlier.spot.quantity.unit && earlier.spot.quantity.unit !== '') return null;
  const isFrom = /[由从](?:[^，。；]{0,14})?$/.test(earlier.spot.head.trimEnd());
  return isFrom && RISE.test(spot.gap.trim()) ? earlier : null;
}

/** The scope that a figure without one takes: what the sentence is about, the 一是 item, the section. */
function scopeIn(state: State, own: string, leans = true): string {
  if (own !== '') return own;
  if (state.isThing && !leans) return itemHead(state) || state.input.section.scope;
  if (state.topic === '') {
    const { sentence, text, input } = state;
    // A caption names no subject.
    const isSentence = input.block.kind === 'paragraph' || input.block.kind === 'list-item';
    const subject = isSentence ? sentenceSubject(text.slice(sentence, sentence + SUBJECT_REACH)) : '';
    state.topic = subject || NO_SUBJECT;
  }
  return state.topic === NO_SUBJECT ? itemHead(state) || state.input.section.scope : state.topic;
}

const SUBJECT_REACH = 80;
const NO_SUBJECT = '\0';
const ITEM =
  /(?:^|[。；：])(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十]+，)/g;
const LONGEST_HEAD = 32;

/** What a run-in item is about, when its first sentence says no more: 三是开展跨境合作。目前，…. */
function itemHead(state: State): string {
  state.items ??= allMatches(state.text, ITEM).map((match) => ({
    at: match.index,
    from: match.index + match[0].length,
  }));
  const item = state.items.findLast(({ at }) => at < state.sentence);
  if (!item) return '';
  const end = state.text.indexOf('。', item.from);
  const isBefore = end >= 0 && end < state.sentence && end - item.from <= LONGEST_HEAD;
  const head = isBefore ? scopeText(state.text.slice(item.from, end)) : '';
  return isName(head) ? head : '';
}

/** A change that is stated without a figure. */
function stated(state: State, spot: Spot, period: string): Comparison | null {
  const change = statedChange(state.text.slice(spot.to, spot.to + 40));
  if (!change) return null;
  return {
    ...change,
    rate: '',
    form: 'none',
    quantity: null,
    basePeriod: basisPeriod(change.basis, period || state.input.report.value),
  };
}

function push(state: State, reading: Reading): void {
  state.readings.push(reading);
}
