import { add, compare, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, doubtInPlan, type Paragraph } from './claims';
import { type Breakdown, isChange, isMeasuredAgainst } from './parts';
import { nearWhole, UNNAMED } from './share-near';

/** 占进出口总额的46.6%, 占比25%, 占全部的三分之一. */
const SHARE = /占(?<of>[^，。；\d]{0,20}?)(?:的比重|的比例|比重|比例|比)?(?:的|为|达|达到|约|近|超|超过)*$/;
const GENERIC = /^(?:其|总|全部|全体|总量|总额|总数|全国|全市|全省|总体|整体|合计|同期|各项|比|比重)*$/;

/** A share against the part before it and the whole that it names, or that the part is a part of. */
export function shareTies(
  { quantities }: TieInput,
  { text, claims }: Paragraph,
  breakdowns: readonly Breakdown[],
): readonly Tie[] {
  const wholes = new Map(
    breakdowns.flatMap(({ whole, parts }) => parts.map((part) => [part.fact.quantity, whole])),
  );
  return claims.flatMap((rate, at): Tie[] => {
    if (rate.quantity.unit === '倍')
      return [measuredShare(quantities, text, claims, at, 'multiple')].filter((tie) => tie !== null);
    if (rate.quantity.unit !== '%') return [];
    const measured = measuredShare(quantities, text, claims, at);
    if (measured) return [measured];
    const inline = inlineShare(text, claims, at);
    if (inline) return [shareTie(quantities, text, rate, inline.part, inline.whole)];
    const own = namedShare(text, claims, at, wholes);
    if (own) return [shareTie(quantities, text, rate, own.part, own.whole)];
    const before = text.slice(Math.max(0, rate.spot.from - 40), rate.spot.from).replace(ASIDE, '');
    const match = SHARE.exec(before);
    if (!match) return [];
    const of = (match.groups?.['of'] ?? '').replace(/(?:的|为|约)$/, '');
    const part = claims
      .slice(0, at)
      .findLast((one) => !one.isRatio && one.spot.sentence === rate.spot.sentence);
    if (!part || /[。；]/.test(text.slice(part.spot.to, rate.spot.from)) || isStranger(part, rate, text))
      return [];
    const whole = GENERIC.test(of)
      ? (wholes.get(part.fact.quantity) ??
        sentenceWhole(text, breakdowns, part) ??
        sampled(text, claims, part))
      : namedWhole(text, claims, at, part, of);
    if (isOneOfSeveral(text, claims, part)) return severalOf(quantities, text, claims, rate, part, whole);
    if (!whole && GENERIC.test(of) && rate.quantity.approximator === null) {
      const near = nearWhole(text, claims, part, rate);
      return near
        ? [shareTie(quantities, text, rate, part, near.whole, { doubt: near.isSlip ? UNNAMED : '' })]
        : [];
    }
    if (!whole || whole.quantity.unit !== part.quantity.unit || whole === part) return [];
    const tie = shareTie(quantities, text, rate, part, whole);
    // 前五名合计5,256.25万元，占59.93%，其中第一名1,862.40万元，占21.23%: of what the five are 59.93 % of.
    if (hasOwnShare(text, whole) && tie.status !== 'pass') return [];
    // A part that is larger than its whole is of another, unless a slip made it so.
    return compare(part.value, whole.value) <= 0 || isSlipped(tie) ? [tie] : [];
  });
}

const isSlipped = ({ status, expected, terms: [stated] }: Tie): boolean =>
  status === 'fail' &&
  stated?.figure !== undefined &&
  isSlipOf(expected.replace(/[^\d.]/g, ''), stated.figure.value, stated.figure.precision);

/** 合计1,280件，占80.00%；转办144件: a figure with its own share stands beside the next. */
const hasOwnShare = (text: string, { spot }: Claim): boolean =>
  /^[，,（(、]?占[^，。；\d]{0,12}\d/.test(text.slice(spot.to, spot.to + 20));

/** 由13名董事组成，其中…；女性董事3名，占比23.1%: the one whole that its sentence breaks down. */
function sentenceWhole(text: string, breakdowns: readonly Breakdown[], part: Claim): Claim | undefined {
  const own = breakdowns.filter(
    ({ whole, parts }) =>
      whole.spot.sentence === part.spot.sentence &&
      whole.quantity.unit === part.quantity.unit &&
      !hasOwnShare(text, whole) &&
      (parts.at(-1)?.spot.to ?? part.spot.to) < part.spot.from,
  );
  const [first, ...others] = own;
  return first && others.length === 0 && compare(part.value, first.whole.value) <= 0
    ? first.whole
    : undefined;
}

/** 抽查业务180笔，发现17笔…，占比9.4%: part of what was looked through right before. */
function sampled(text: string, claims: readonly Claim[], part: Claim): Claim | undefined {
  const before = claims[claims.indexOf(part) - 1];
  if (!before || before.isRatio || before.quantity.unit !== part.quantity.unit) return undefined;
  if (
    !/^[，,](?:经[^，。；\d]{1,8})?(?:发现|查出|其中有|有)$/.test(text.slice(before.spot.to, part.spot.from))
  )
    return undefined;
  return compare(part.value, before.value) <= 0 ? before : undefined;
}

const shareTie = (
  quantities: TieInput['quantities'],
  text: string,
  rate: Claim,
  part: Claim,
  whole: Claim,
  {
    sum,
    doubt = '',
    isPlan = false,
  }: { readonly sum?: TextTerm; readonly doubt?: string; readonly isPlan?: boolean } = {},
): Tie =>
  buildTie({
    kind: 'share',
    form: 'share',
    stated: termOf(quantities, rate.fact.quantity),
    operands: [
      { role: 'part', term: sum ?? termOf(quantities, part.fact.quantity) },
      { role: 'whole', term: termOf(quantities, whole.fact.quantity) },
    ],
    counted: areCounted([part, whole]),
    doubt: (isPlan ? doubtInPlan : doubtIn)(text, rate.spot.from, rate.spot.to) || doubt,
  });

/** 10.53亿元，是2024年3.51亿元的3倍. */
const multipleTie = (quantities: TieInput['quantities'], rate: Claim, current: Claim, base: Claim): Tie =>
  buildTie({
    kind: 'share',
    form: 'multiple',
    stated: termOf(quantities, rate.fact.quantity),
    operands: [
      { role: 'current', term: termOf(quantities, current.fact.quantity) },
      { role: 'base', term: termOf(quantities, base.fact.quantity) },
    ],
  });

const ASIDE = /[（(][^（）()\d]{0,16}[）)]/g;
const NAMED = /(?<name>\p{Script=Han}{2,8})占比(?:为|达到?)?$/u;

/** 税收占比74.1% behind 其中：税收收入138.05亿元: the share bears the name of its part. */
function namedShare(
  text: string,
  claims: readonly Claim[],
  at: number,
  wholes: ReadonlyMap<number, Claim>,
): { readonly part: Claim; readonly whole: Claim } | null {
  const rate = claims[at];
  const name =
    rate && NAMED.exec(text.slice(Math.max(0, rate.spot.from - 14), rate.spot.from))?.groups?.['name'];
  if (!name) return null;
  const bears = new RegExp(`(?:^|[^\\p{Script=Han}]|其中)${name}`, 'u');
  const parts = claims.slice(0, at).filter((one) => !one.isRatio && bears.test(one.spot.head));
  const [part, ...others] = parts;
  const whole = part && wholes.get(part.fact.quantity);
  return part && whole && others.length === 0 ? { part, whole } : null;
}

const BEHIND_WHOLE = /^的?(?:比重|比例)?(?:为|达到?|约|近|超过?)*$/;
const BEFORE_WHOLE = /占[^，。；\d]{0,20}$/;
/** 完成全年3,000户目标的95.83%, 为设计容量每秒12万笔的57.02%: the whole with its own name behind it, and nothing else before. */
const OF_WHOLE = /[，,](?:完成|达到?|为|是|相当于|仅为|仅占|约为|占)[^，。；\d]{0,20}$/;
const BEHIND_OF = /^(?:[^，。；\d]{0,8})的(?:约|近)?$/;

/** 税收98亿元，占一般公共预算收入123亿元的79.7%: the whole stands between 占 and the share. */
function inlineShare(
  text: string,
  claims: readonly Claim[],
  at: number,
): { readonly part: Claim; readonly whole: Claim } | null {
  const [part, whole, rate] = [claims[at - 2], claims[at - 1], claims[at]];
  if (!part || !whole || !rate || part.isRatio || whole.isRatio) return null;
  if (part.quantity.unit !== whole.quantity.unit || part.spot.sentence !== rate.spot.sentence) return null;
  const between = text.slice(part.spot.to, whole.spot.from);
  const holds = BEFORE_WHOLE.test(between) && !/[。；]/.test(between);
  return holds && BEHIND_WHOLE.test(text.slice(whole.spot.to, rate.spot.from)) ? { part, whole } : null;
}

/** The one figure of that unit before, or the one of which it is so much. */
function measuredShare(
  quantities: TieInput['quantities'],
  text: string,
  claims: readonly Claim[],
  at: number,
  form: 'share' | 'multiple' = 'share',
): Tie | null {
  const [whole, rate] = [claims[at - 1], claims[at]];
  if (!whole || !rate || whole.isRatio) return null;
  if (!BEHIND_OF.test(text.slice(whole.spot.to, rate.spot.from))) return null;
  const head = text.slice(Math.max(0, whole.spot.from - 26), whole.spot.from);
  if (!OF_WHOLE.test(head) || /[较比与]/.test(head.split(/[，,]/).at(-1) ?? '')) return null;
  const fronts = claims
    .slice(0, at - 1)
    .filter(
      (one) =>
        one.quantity.unit === whole.quantity.unit &&
        one.spot.sentence === rate.spot.sentence &&
        !isMeasuredAgainst(one, text) &&
        !isChange(one, text) &&
        !/[较比与由从][^，。；\d]{0,16}$/.test(one.spot.head),
    );
  const ties = [...fronts]
    .reverse()
    .map((part) =>
      form === 'multiple'
        ? multipleTie(quantities, rate, part, whole)
        : shareTie(quantities, text, rate, part, whole, { isPlan: true }),
    );
  const holding = ties.find(({ status }) => status === 'pass' || status === 'rounding');
  return holding ?? (ties.length === 1 ? (ties[0] ?? null) : null);
}

/** Another subject between figure and share: 新增1.2万户，小微商户占60%. */
function isStranger(part: Claim, rate: Claim, text: string): boolean {
  const between = text.slice(part.spot.to, rate.spot.from).replace(/^[（(][^（）()]*[）)]/, '');
  const head = between.slice(0, Math.max(0, between.lastIndexOf('占')));
  const own = head.split(/[，,（(]/).at(-1) ?? '';
  // 同比增长5%，占…: a change of the same figure in between is no other subject.
  return (
    own.replace(/\d[\d.,]*[%％]?/g, '').replace(/^(?:约|共|合计|分别)+/, '').length > 1 &&
    !/增长|下降|增加|减少|提高|上升/.test(own)
  );
}

const isSibling = (text: string, a: Claim, b: Claim): boolean =>
  a.quantity.unit === b.quantity.unit &&
  /^(?:、|和|及|以及)[^，。；：\d]{1,24}$/.test(text.slice(a.spot.to, b.spot.from));

/** 甲类783件、乙类579件，占工单总量的54%: the share may be of all that are listed. */
function isOneOfSeveral(text: string, claims: readonly Claim[], part: Claim): boolean {
  const before = claims[claims.indexOf(part) - 1];
  return before !== undefined && isSibling(text, before, part);
}

/** Whole and share of a list: told only where the list as a whole bears it out. */
function severalOf(
  quantities: TieInput['quantities'],
  text: string,
  claims: readonly Claim[],
  rate: Claim,
  last: Claim,
  whole: Claim | undefined,
): Tie[] {
  if (!whole || whole === last || whole.quantity.unit !== last.quantity.unit) return [];
  const parts = [last];
  for (let at = claims.indexOf(last) - 1; at >= 0; at--) {
    const [one, next] = [claims[at], parts[0]];
    if (!one || !next || !isSibling(text, one, next)) break;
    parts.unshift(one);
  }
  if (parts.includes(whole)) return [];
  const sum = parts.reduce((total, { value }) => add(total, value), zero);
  const term = termOf(quantities, last.fact.quantity);
  const tied = [
    shareTie(quantities, text, rate, last, whole),
    shareTie(quantities, text, rate, last, whole, {
      sum: {
        ...term,
        shown: `(${parts.map(({ quantity }) => quantity.raw).join(' + ')})`,
        figure: { ...term.figure, value: sum },
      },
    }),
  ];
  return tied.filter(({ status }) => status === 'pass' || status === 'rounding').slice(0, 1);
}

/** The figure before that bears the name: 货物进出口总额 for 进出口总额. Never one that is a part of the same whole itself. */
function namedWhole(
  text: string,
  claims: readonly Claim[],
  at: number,
  part: Claim,
  of: string,
): Claim | undefined {
  // 其 is whoever the clause speaks of.
  if (of.startsWith('其')) return undefined;
  const name = of.replace(/^(?:全部|全市|全省|全国|该|同期|当年|总)/, '').replace(/(?:总量|总额|总数)$/, '');
  if (name.length < 2) return undefined;
  const isPart = (one: Claim): boolean => {
    const next = claims.find(({ spot, isRatio }) => spot.from >= one.spot.to && !isRatio);
    return (text.slice(one.spot.to, next?.spot.from).split(/[。；]/)[0] ?? '').includes(`占${of}`);
  };
  return claims
    .slice(0, at)
    .findLast(
      (one) =>
        one !== part &&
        !one.isRatio &&
        !isPart(one) &&
        !isMeasuredAgainst(one, text) &&
        one.fact.period === part.fact.period &&
        bears(one, name, /^(?:总|全)/.test(of)),
    );
}

/** 投诉举报 ends in 举报 and is another thing: so short a name must be all of it. */
function bears({ fact: { scope, concept } }: Claim, name: string, isAll: boolean): boolean {
  const [whole, own] = [`${scope}${concept}`, concept].map((text) => text.replace(/(?:总量|总额|总数)$/, ''));
  return name.length < SHORT && !isAll ? whole === name || own === name : (whole ?? '').endsWith(name);
}

const SHORT = 3;
