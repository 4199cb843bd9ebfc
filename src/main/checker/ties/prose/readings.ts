import { add, compare, negate, subtract, zero } from '../../../../shared/decimal';
import type { TermRole, TieForm, TieKind } from '../../../../shared/model/tie';
import type { TextTerm, TieDraft } from '../build';
import { termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, type Paragraph } from './claims';
import type { Cue } from './cues';
import { isChange } from './parts';
import { unitsIn } from './spans';

/** A way in which a figure may follow from others around it. */
export interface Reading {
  readonly draft: TieDraft;
  /** So near, and so worded, that a slip in one of its figures shows. */
  readonly isNear: boolean;
  /** Nothing else can be meant: any difference shows. */
  readonly isSure?: boolean;
}

type Quantities = TieInput['quantities'];

/** So many claims to either side. */
const WINDOW = 9;

/** What a cue may mean, the likeliest first. */
export function readingsOf(
  quantities: Quantities,
  paragraph: Paragraph,
  at: number,
  cue: Cue,
): readonly Reading[] {
  const make = { quantities, paragraph, at, cue };
  switch (cue.kind) {
    case 'share':
      return shares(make);
    case 'rate':
      return rates(make);
    case 'points':
      return points(make);
    case 'average':
      return averages(make);
    case 'difference':
    case 'rest':
      return differences(make);
    case 'sum':
      return sums(make);
  }
}

interface Made {
  readonly quantities: Quantities;
  readonly paragraph: Paragraph;
  readonly at: number;
  readonly cue: Cue;
}

const around = ({ paragraph: { claims }, at }: Made): readonly Claim[] =>
  claims
    .slice(Math.max(0, at - WINDOW), at + WINDOW)
    .filter((one) => one !== claims[at] && one.quantity.approximator === null);

const before = (made: Made): readonly Claim[] => {
  const own = made.paragraph.claims[made.at];
  return around(made).filter(({ spot }) => own !== undefined && spot.to <= own.spot.from);
};

function statedTerm({ quantities, paragraph: { claims }, at, cue }: Made): TextTerm {
  const claim = claims[at];
  if (!claim) throw new Error(`no claim ${at}`);
  return termOf(quantities, claim.fact.quantity, cue.sign < 0 ? negate(claim.value) : claim.value);
}

const KINDS: Readonly<Partial<Record<TieForm, TieKind>>> = { share: 'share', multiple: 'share', sum: 'sum' };

type Operands = readonly (readonly [TermRole, Claim | TextTerm])[];

function reading(made: Made, form: TieForm, operands: Operands, isNear: boolean): Reading {
  const own = made.paragraph.claims[made.at];
  const claims = operands.flatMap(([, one]) => ('fact' in one ? [one] : []));
  const isCounted = areCounted(claims);
  const isRatio = form === 'share' || form === 'rate' || form === 'multiple';
  return {
    draft: {
      kind: KINDS[form] ?? 'growth',
      form,
      stated: statedTerm(made),
      operands: operands.map(([role, one]) => ({
        role,
        term: 'fact' in one ? termIn(made, one, isRatio) : one,
      })),
      exact: !isRatio && own !== undefined && areCounted([own, ...claims]),
      counted: isRatio && isCounted,
    },
    isNear,
  };
}

/** Whole things are just so many: only what is measured may be rounded. */
function termIn({ quantities }: Made, claim: Claim, isRatio: boolean): TextTerm {
  const term = termOf(quantities, claim.fact.quantity);
  return isRatio && areCounted([claim]) ? { ...term, figure: { ...term.figure, precision: WHOLE } } : term;
}

const WHOLE = -6;

/** Between the two stands no end of a sentence and no other subject's 其中. */
const isClose = (text: string, from: Claim, to: Claim): boolean => {
  const between = text.slice(Math.min(from.spot.to, to.spot.to), Math.max(from.spot.from, to.spot.from));
  return !/[。\n]/.test(between);
};

/** 较上年的53户, 由12家, 上年为8户: of an earlier time. */
const EARLIER =
  /(?:上年|去年|上期|上月|上季|(?<![今本当]年)上半年|上次|同期|前年|年初|期初|季初|月初|[较比由从]|(?<![今本当]年)第?一季度|\d{4}年|\d月)[^，。；、]*$/;
const isEarlier = (text: string, { spot }: Claim): boolean =>
  EARLIER.test(text.slice(Math.max(0, spot.from - 18), spot.from));

/** 上年为21个, 较上年的1,024件: nothing but the earlier figure. */
const PLAINLY_EARLIER =
  /(?:[，,（(](?:而)?(?:上年|去年|上期|上月|上季度?)(?:同期|末)?[^，。；、\d]{0,4}|[较比与](?:上年|去年|上期|上月|上季度?)(?:同期|同日|末)?[^，。；、\d]{0,6})$/;

const HAS_SHARE = /^[，,（(、]?占[^，。；\d]{0,10}\d/;
const NARROW = /按期|及时|准时|限期|一次性?|首次|当日|当场|有效|自行|[不未]/;

/** 办结517件，按期办结率: of those that were in time, which no figure tells. */
function isNarrower(text: string, part: Claim, rate: Claim): boolean {
  const word = NARROW.exec(text.slice(part.spot.to, rate.spot.from))?.[0];
  return word !== undefined && !text.slice(Math.max(0, part.spot.from - 18), part.spot.from).includes(word);
}

const REFERS = /占|其中|率|比/;

function shares(made: Made): readonly Reading[] {
  const { text, claims } = made.paragraph;
  const rate = claims[made.at];
  if (!rate) return [];
  const all = around(made).filter(({ isRatio }) => !isRatio);
  const fronts = before(made).filter((one) => !one.isRatio && one.spot.sentence === rate.spot.sentence);
  const last = fronts.at(-1);
  return fronts
    .slice(-4)
    .reverse()
    .flatMap((part) =>
      all
        .filter(
          (one) => one !== part && one.quantity.unit === part.quantity.unit && compare(one.value, zero) > 0,
        )
        .reverse()
        .flatMap((whole): readonly Reading[] => {
          const isNear =
            part === last &&
            !isListedWith(text, whole, part) &&
            !HAS_SHARE.test(text.slice(whole.spot.to, whole.spot.to + 16)) &&
            !isNarrower(text, part, rate) &&
            compare(whole.value, part.value) > 0 &&
            whole.spot.to <= part.spot.from &&
            isClose(text, part, rate) &&
            isClose(text, whole, part) &&
            REFERS.test(text.slice(part.spot.to, rate.spot.from)) &&
            !isChange(part, text) &&
            !isChange(whole, text);
          const plain = reading(
            made,
            'share',
            [
              ['part', part],
              ['whole', whole],
            ],
            isNear,
          );
          const both = joined(made, part, whole);
          return [
            plain,
            reading(
              made,
              'share',
              [
                ['part', part],
                ['whole', both],
              ],
              false,
            ),
            ...(part === last ? sumsOfListed(made, part, whole) : []),
          ];
        }),
    );
}

/** 甲412亿元和乙386亿元，两区合计占68.47%: what is listed right before it, together. */
function sumsOfListed(made: Made, part: Claim, whole: Claim): readonly Reading[] {
  const { claims, text } = made.paragraph;
  const rate = claims[made.at];
  const list = [part];
  for (let at = claims.indexOf(part) - 1; at >= 0; at--) {
    const [one, next] = [claims[at], list[0]];
    if (!one || !next || one === whole || one.quantity.unit !== part.quantity.unit) break;
    list.unshift(one);
    if (!isListedWith(text, one, next)) break;
  }
  const words = rate ? text.slice(part.spot.to, rate.spot.from) : '';
  return list.slice(1).map((_, at): Reading => {
    const own = list.slice(list.length - 2 - at);
    const sum = together(made, own);
    const isWhole = own.every((one, nth) => nth === 0 || isListedWith(text, own[nth - 1] ?? one, one));
    const isMeant = TWO.test(words) ? own.length === 2 : /合计|共/.test(words) && own.length === list.length;
    const isNear = isWhole && isMeant && compare(whole.value, sum.figure.value) > 0;
    return reading(
      made,
      'share',
      [
        ['part', sum],
        ['whole', whole],
      ],
      isNear,
    );
  });
}

const TWO = /[两二]\p{Script=Han}{1,3}合计/u;

/** Side by side, so that neither holds the other. */
const isListedWith = (text: string, first: Claim, second: Claim): boolean =>
  /^(?:[）)])?(?:、|和|及|与|以及)[^，。；\d]{0,16}$/.test(text.slice(first.spot.to, second.spot.from));

/** Figures added up, as one. */
function together({ quantities }: Made, claims: readonly Claim[]): TextTerm {
  const [first] = claims;
  if (!first) throw new Error('nothing to add up');
  const term = termOf(
    quantities,
    first.fact.quantity,
    claims.reduce((sum, { value }) => add(sum, value), zero),
  );
  const precision = Math.max(...claims.map(({ quantity }) => quantity.precision));
  return {
    ...term,
    raw: `(${claims.map(({ quantity }) => quantity.raw).join(' + ')})`,
    figure: { ...term.figure, precision },
  };
}

/** Two figures as one. */
function joined({ quantities }: Made, a: Claim, b: Claim, isLess = false): TextTerm {
  const term = termOf(
    quantities,
    b.fact.quantity,
    isLess ? subtract(a.value, b.value) : add(a.value, b.value),
  );
  const precision = Math.max(a.quantity.precision, b.quantity.precision);
  return {
    ...term,
    raw: `(${a.quantity.raw} ${isLess ? '-' : '+'} ${b.quantity.raw})`,
    figure: { ...term.figure, precision },
  };
}

/** All pairs of one unit, those nearest first; the second is what the first changed from. */
function pairs(made: Made): readonly (readonly [current: Claim, base: Claim])[] {
  const rate = made.paragraph.claims[made.at];
  const isPoints = made.cue.kind === 'points';
  const all = around(made).filter(({ isRatio, quantity }) => (isPoints ? quantity.unit === '%' : !isRatio));
  const apart = (one: Claim): number => Math.abs(one.spot.from - (rate?.spot.from ?? 0));
  const near = [...all].sort((a, b) => apart(a) - apart(b));
  return near.flatMap((current, at) =>
    near
      .slice(at + 1)
      .filter((one) => one.quantity.unit === current.quantity.unit)
      .flatMap((other) => [[current, other] as const, [other, current] as const]),
  );
}

function rates(made: Made): readonly Reading[] {
  const { text, claims } = made.paragraph;
  const rate = claims[made.at];
  if (!rate) return [];
  return pairs(made)
    .filter(([, base]) => compare(base.value, zero) > 0)
    .map(([current, base]) => ({
      ...reading(
        made,
        'rate',
        [
          ['current', current],
          ['base', base],
        ],
        isNearChange(text, claims, rate, current, base),
      ),
      isSure: isInRow(text, claims, rate, current, base),
    }));
}

/** Both stand in the sentence before the change, one of them told as the earlier, nothing of the same unit between or behind. */
function isNearChange(
  text: string,
  claims: readonly Claim[],
  change: Claim,
  current: Claim,
  base: Claim,
): boolean {
  const last = Math.max(current.spot.to, base.spot.to);
  const first = Math.min(current.spot.from, base.spot.from);
  if (last > change.spot.from || first < change.spot.sentence || !isClose(text, current, base)) return false;
  if (isChange(current, text) || isChange(base, text)) return false;
  const gap = text.slice(last, change.spot.from);
  // 第一季度…，第二季度…，环比增长: the second from the first.
  const follows = base.spot.to <= current.spot.from && ofPeriod(text, base) && ofPeriod(text, current);
  if (!(/环比/.test(gap) && follows) && (!isEarlier(text, base) || isEarlier(text, current))) return false;
  const between = claims.filter(
    (one) =>
      one !== current &&
      one !== base &&
      one.spot.from > first &&
      one.spot.to <= change.spot.from &&
      one.quantity.unit === base.quantity.unit &&
      !isChange(one, text),
  );
  return between.length === 0 && !/；/.test(text.slice(last, change.spot.from));
}

/** 发现问题49个，上年为21个，增加28个: the three in a row, the second plainly of an earlier time. */
function isInRow(
  text: string,
  claims: readonly Claim[],
  change: Claim,
  current: Claim,
  base: Claim,
): boolean {
  const at = claims.indexOf(change);
  const [one, other] = [claims.indexOf(current), claims.indexOf(base)];
  const isNext = other === at - 1 && one === other - 1;
  const head = text.slice(Math.max(0, base.spot.from - 16), base.spot.from);
  const words = text.slice(base.spot.to, change.spot.from);
  return (
    isNext &&
    !isChange(current, text) &&
    !isChange(base, text) &&
    PLAINLY_EARLIER.test(head) &&
    /^[）)]?[，,]?(?:同比|环比)?(?:净)?[\p{Script=Han}]{1,3}(?:了)?$/u.test(words) &&
    !/其中|折合|按/.test(text.slice(current.spot.from, change.spot.to))
  );
}

const ofPeriod = (text: string, { spot }: Claim): boolean =>
  /(?:第?[一二三四]季度|[上下]半年|\d{1,2}月)[^，。；\d]{0,10}$/.test(
    text.slice(Math.max(0, spot.from - 20), spot.from),
  );

function points(made: Made): readonly Reading[] {
  const { text, claims } = made.paragraph;
  const change = claims[made.at];
  if (!change || change.quantity.unit === '基点') return [];
  const own = before(made).filter(
    ({ quantity, spot }) => quantity.unit === '%' && spot.sentence === change.spot.sentence,
  );
  const isTwo = own.length === 2;
  const isSure = isTwo && BOTH.test(text.slice(own[1]?.spot.to ?? 0, change.spot.from));
  const absolute =
    made.cue.sign > 0 && /[高低快慢多少]/.test(text.slice(change.spot.from - 14, change.spot.from));
  return pairs(made).flatMap(([current, base]): readonly Reading[] => {
    const isNear =
      isTwo &&
      own.includes(current) &&
      own.includes(base) &&
      compare(current.value, base.value) > 0 &&
      absolute;
    const operands = [['current', current] as const, ['base', base] as const];
    return [{ ...reading(made, 'points', operands, isNear), isSure: isSure && isNear }];
  });
}

/** 笔数增速高于金额增速, 前者高出后者: both stand before it. */
const BOTH =
  /(?:增速|增幅|涨幅|降幅|占比|率)[高低快慢]于[^，。；\d全总平均]{0,8}(?:增速|增幅|涨幅|降幅|占比|率)$|前者[^，。；\d]{0,6}后者$/;

function differences(made: Made): readonly Reading[] {
  const { text, claims } = made.paragraph;
  const change = claims[made.at];
  if (!change) return [];
  const { unit } = change.quantity;
  const isRest = made.cue.kind === 'rest';
  const own = before(made).filter(
    (one) => one.quantity.unit === unit && one.spot.sentence === change.spot.sentence,
  );
  const [first, second] = own;
  return pairs(made)
    .filter(([current]) => current.quantity.unit === unit)
    .map(([current, base]) => {
      const isNear = isRest
        ? own.length === 2 && current === first && base === second && compare(current.value, base.value) > 0
        : isNearChange(text, claims, change, current, base);
      const operands = [['current', current] as const, ['base', base] as const];
      const isSure = isRest
        ? isNear && DONE.test(text.slice(Math.max(0, base.spot.from - 10), base.spot.from))
        : isInRow(text, claims, change, current, base);
      return { ...reading(made, 'difference', operands, isNear), isSure };
    });
}

/** 已办结182件, 已修复…个: what is left is the rest of the figure before. */
const DONE =
  /已(?:经)?(?:完成|办结|整改|修复|处置|解决|销号|通过|接听|支付|使用|收回|兑付|发放|更换|补正)[^，。；、\d]{0,4}$/;

/** What counts a total that is spread: no amount of money. */
const isCount = ({ quantity: { unit } }: Claim): boolean => !/元$/.test(unit) && unit !== '';

function averages(made: Made): readonly Reading[] {
  const { text, claims } = made.paragraph;
  const average = claims[made.at];
  if (!average) return [];
  const { unit } = average.quantity;
  const isTotal = (one: Claim): boolean =>
    (one.quantity.unit === unit || one.quantity.unit === `人${unit}`) &&
    !isExtreme(text, one) &&
    !isChange(one, text);
  const totals = around(made).filter((one) => isTotal(one) && compare(one.value, average.value) > 0);
  const near = [...totals].reverse();
  if (made.cue.per !== '') {
    return near.flatMap((total) =>
      unitsIn(made.cue.per, total, text).map((base) =>
        reading(
          made,
          'multiple',
          [
            ['current', total],
            ['base', spread(made, total, base)],
          ],
          base.isTold && total.spot.sentence === average.spot.sentence && totals.length === 1,
        ),
      ),
    );
  }
  const counts = around(made).filter((one) => !one.isRatio && isCount(one) && one.value.units > 0n);
  return near.flatMap((total) =>
    [...counts].reverse().flatMap((count): readonly Reading[] => {
      if (count === total) return [];
      const isSummed = /(?:累计|合计|共计?|总计)[^，。；\d]{0,8}$/.test(
        text.slice(Math.max(0, total.spot.from - 14), total.spot.from),
      );
      const isNear =
        count.spot.sentence === average.spot.sentence &&
        (isSummed
          ? total.spot.sentence === average.spot.sentence
          : total === near[0] && isCountedBy(text, average, count) && isBefore(text, total, average));
      const own = counts.filter(
        (one) =>
          one.spot.sentence === average.spot.sentence &&
          one !== total &&
          one.quantity.unit !== unit &&
          !isChange(one, text) &&
          !/[天日月年时分秒]$/.test(one.quantity.unit),
      );
      const isSure = isNear && isSummed && totals.length === 1 && own.length === 1 && own[0] === count;
      return [
        {
          ...reading(
            made,
            'multiple',
            [
              ['current', total],
              ['base', count],
            ],
            isNear,
          ),
          isSure,
        },
      ];
    }),
  );
}

/** 人均, of 17人; 平均每个网点, of 网点4,222个. */
function isCountedBy(text: string, average: Claim, count: Claim): boolean {
  const head = text.slice(Math.max(0, average.spot.from - 16), average.spot.from);
  const unit = /([\p{Script=Han}])均[^，。；\d]{0,8}$|每([\p{Script=Han}])[^，。；\d]{0,8}$/u.exec(head);
  const own = unit?.[1] ?? unit?.[2] ?? '';
  return (
    own !== '' && (count.quantity.unit === own || (own === '人' && /^[名位]$/.test(count.quantity.unit)))
  );
}

/** In the same sentence or the one before. */
function isBefore(text: string, total: Claim, average: Claim): boolean {
  const between = text.slice(total.spot.to, average.spot.from);
  return total.spot.to <= average.spot.from && (between.match(/。/g) ?? []).length <= 1;
}

/** 单日最高7,452笔: no total. */
const isExtreme = (text: string, { spot }: Claim): boolean =>
  /(?:最[高低大小多少长短]|峰值|单[日月笔户次]|平均|[日月年季周人笔户]均)[^，。；\d]{0,6}$/.test(
    text.slice(Math.max(0, spot.from - 12), spot.from),
  );

/** A number of days or months as what a total is spread over. */
const spread = (
  { quantities }: Made,
  total: Claim,
  { count, raw }: { readonly count: number; readonly raw: string },
): TextTerm => {
  const term = termOf(quantities, total.fact.quantity);
  return {
    ...term,
    raw,
    figure: { value: { units: BigInt(count), scale: 0 }, precision: -6, approximator: null },
  };
};

const MOST = 8;

/** Those of one unit right before it, two and more. */
function sums(made: Made): readonly Reading[] {
  const total = made.paragraph.claims[made.at];
  if (!total) return [];
  const like = before(made).filter(
    (one) => one.quantity.unit === total.quantity.unit && !isChange(one, made.paragraph.text),
  );
  const own = like.filter(({ spot }) => spot.sentence === total.spot.sentence);
  const lengths = like
    .slice(-MOST)
    .map((_, at) => at + 1)
    .filter((length) => length > 1);
  return lengths.map((length) => {
    const parts = like.slice(-length);
    return reading(
      made,
      'sum',
      parts.map((part) => ['addend', part] as const),
      length === own.length && length > 2,
    );
  });
}
