import { add, compare, formatDecimal, zero } from '../../../../shared/decimal';
import { allMatches } from '../../../../shared/matches';
import type { Tie } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { areComplements } from './complements';
import { readParts } from './lists';

/** A figure with the parts that 其中 or a breakdown names. */
export interface Breakdown {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
  /** Says that these are all: 共, 分别, 由…组成, 线上 and 线下. */
  readonly isWhole: boolean;
  /** Where the list of parts begins, behind 其中; -1 where the total closes it. */
  readonly from: number;
}

/** 提交的2,123份报告中，: the whole stands before 中. */
const OF_WHICH = /其中|包括|分为|含|(?<=\d(?:余|多)?[万亿]?\p{Script=Han}{1,12})[中里](?=，)/gu;
/** 日均 and 累计, 年末 and 当年 cannot be parts of one another. */
const QUALIFIER = /日均|月均|年均|人均|笔均|户均|单笔|累计|期末|年末|新增|净增|平均|峰值|最高/;

const qualifierOf = ({ fact }: Claim): string => QUALIFIER.exec(fact.concept)?.[0] ?? '';

/** Every breakdown of a paragraph. */
export function breakdownsOf(paragraph: Paragraph): readonly Breakdown[] {
  return [...behindOfWhich(paragraph), ...beforeTotal(paragraph)];
}

/** T…，其中A a、B b: the whole stands before, the parts behind, up to the end of the sentence. */
function behindOfWhich({ text, claims }: Paragraph): Breakdown[] {
  return allMatches(text, OF_WHICH).flatMap(({ index, 0: word }): Breakdown[] => {
    const end = Math.min(sentenceEnd(text, index), closingOf(text, index));
    const before = claims.filter(({ spot, isRatio }) => spot.to <= index && !isRatio);
    const behind = claims.filter(({ spot }) => spot.from > index && spot.from < end);
    const start = sentenceStart(text, index);
    // 其中 at the head of a sentence breaks down what the sentence before said.
    const from = text.slice(start, index).trim() === '' ? sentenceStart(text, start - 1) : start;
    const units = new Set(behind.filter(({ isRatio }) => !isRatio).map(({ quantity }) => quantity.unit));
    return [...units].flatMap((unit): Breakdown[] => {
      const wholes = before.filter(
        (one) =>
          one.quantity.unit === unit &&
          one.spot.from >= from &&
          !isChange(one, text) &&
          !isAside(one, text) &&
          !isMeasuredAgainst(one, text),
      );
      const whole = wholeAmong(wholes, behind, unit);
      const like = whole
        ? behind.filter((one) => one.quantity.unit === unit && !isChange(one, text) && comparable(one, whole))
        : [];
      // 暂停的2家均包含在约谈的5家之内; 净流出 beside 净流入.
      if (OVERLAPPING.test(text.slice(index, end)) || isSigned(like)) return [];
      const parts = whole
        ? filled(text, interleaved(ownParts(text, index + word.length, like, whole), whole), whole)
        : [];
      if (!whole || parts.length === 0 || (word !== '其中' && parts.length < 2)) return [];
      const isWhole = parts.length > 1 && isComplete(text, parts, index);
      return [{ whole, parts, isWhole, from: index + word.length }];
    });
  });
}

const OVERLAPPING = /包含在|包括在|含在|之内|均在其中/;

const isSigned = (parts: readonly Claim[]): boolean =>
  parts.some(({ spot }) => /流出/.test(spot.head)) && parts.some(({ spot }) => /流入/.test(spot.head));

/** 3,000份，其中个人2,400份、机构600份，发现缺失54份: the parts end where they make up the whole and another clause begins. */
function filled(text: string, parts: readonly Claim[], whole: Claim): readonly Claim[] {
  let sum = zero;
  for (const [at, part] of parts.entries()) {
    sum = add(sum, part.value);
    const next = parts[at + 1];
    if (!next) break;
    if (at > 0 && compare(sum, whole.value) === 0 && /[，；]/.test(text.slice(part.spot.to, next.spot.from)))
      return parts.slice(0, at + 1);
  }
  return parts;
}

const STRIDES = [2, 3] as const;
const sumOfAll = (parts: readonly Claim[]) => parts.reduce((all, { value }) => add(all, value), zero);

/** 不合格21份；其中个人400份、不合格9份，单位200份、不合格12份: of rows of two or three figures the column that makes up the whole. */
function interleaved(parts: readonly Claim[], whole: Claim): readonly Claim[] {
  if (compare(sumOfAll(parts), whole.value) <= 0) return parts;
  for (const stride of STRIDES) {
    if (parts.length % stride !== 0 || parts.length < 2 * stride) continue;
    for (let first = 0; first < stride; first++) {
      const column = parts.filter((_, at) => at % stride === first);
      if (compare(sumOfAll(column), whole.value) === 0) return column;
    }
  }
  return parts;
}

/** 13件（含新制定5件，修改4件）: what brackets hold ends with them. */
function closingOf(text: string, index: number): number {
  let depth = 0;
  for (let at = index; at < text.length; at++) {
    if ('（('.includes(text.charAt(at))) depth++;
    else if ('）)'.includes(text.charAt(at)) && depth-- === 0) return at;
    else if (text.charAt(at) === '。') break;
  }
  return text.length;
}

/** 完成预算数60,999万元的40.4%, 较上年同期的3,142件: what another figure is measured against is not broken down. */
/** 同比上年（13,796件）, 较上月（2,126件）. */
const BRACKETED_BASE = /(?:上年|去年|上期|上月|上季度?|同期|年初)[^，。；、\d]{0,4}[（(](?:为)?$/;

export const isMeasuredAgainst = ({ spot }: Claim, text: string): boolean =>
  BRACKETED_BASE.test(text.slice(Math.max(0, spot.from - 12), spot.from)) ||
  /^的?\d[\d.]*[%％]/.test(text.slice(spot.to, spot.to + 10)) ||
  /(?:[较比]|相较于?)[^，。；、\d]{1,12}(?:\d{4}年)?[^，。；、\d]{0,8}的$/.test(
    text.slice(Math.max(0, spot.from - 26), spot.from),
  );

/** The last figure before 其中; an earlier one where the parts make that up, or where they are too large for the last. */
function wholeAmong(wholes: readonly Claim[], behind: readonly Claim[], unit: string): Claim | undefined {
  const last = wholes.at(-1);
  const parts = behind.filter((one) => one.quantity.unit === unit);
  if (!last || wholes.length < 2 || parts.length === 0) return last;
  const sum = parts.reduce((all, { value }) => add(all, value), zero);
  if (compare(sum, last.value) <= 0) return last;
  const earlier = wholes.slice(0, -1);
  return (
    earlier.findLast(({ value }) => compare(value, sum) === 0) ??
    (parts.some(({ value }) => compare(value, last.value) > 0)
      ? earlier.findLast(({ value }) => compare(value, sum) >= 0)
      : undefined) ??
    last
  );
}

/**
 * 其中： goes on to the end of the sentence. 其中持证的9人；兼职23人，共35人 breaks down the clause before it: what stands
 * behind the semicolon is a part only where all of it fits; 共 begins a total.
 */
function ownParts(text: string, from: number, like: readonly Claim[], whole: Claim): readonly Claim[] {
  const total = like.findIndex(({ spot }) => isTotalAt(text, spot.from) || isNetAt(text, spot.from));
  const listed = upToNextClause(text, total < 0 ? like : like.slice(0, total));
  const semicolon = text.indexOf('；', from);
  if (semicolon < 0 || /[：:，,]/.test(text.charAt(from))) return listed;
  const sum = listed.reduce((all, { value }) => add(all, value), zero);
  return compare(sum, whole.value) <= 0 ? listed : listed.filter(({ spot }) => spot.from < semicolon);
}

/** 4项、3项、2项，目前已整改7项: what was done about all of them is no part. */
const NEXT_CLAUSE =
  /^[^，；]{0,6}，(?:目前|现|已|均|截至|截止|全部|整改|当[年月期]|合计|涉及|较|比|同比|环比)/;

function upToNextClause(text: string, parts: readonly Claim[]): readonly Claim[] {
  const gapBefore = (at: number): string =>
    text.slice(parts[at - 1]?.spot.to ?? 0, parts[at]?.spot.from ?? 0);
  const cut = parts.findIndex((_, at) => at > 1 && NEXT_CLAUSE.test(gapBefore(at)));
  const isList = parts.slice(0, cut).every((_, at) => at === 0 || gapBefore(at).startsWith('、'));
  return cut > 1 && isList ? parts.slice(0, cut) : parts;
}

const sentenceStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1;

function sentenceEnd(text: string, at: number): number {
  const stop = text.slice(at).search(/[。\n]/);
  return stop < 0 ? text.length : at + stop;
}

/** 增加20亿元, 多增3亿元: what a figure changed by is no part. */
export const isChange = ({ fact, spot }: Claim, text: string): boolean =>
  /变动$|增速$/.test(fact.concept) ||
  // 比上年实际完成数少1个.
  /[较比][^，。；\d]{0,6}(?:\d{4}年)?[^，。；\d]{0,10}[多少]$/.test(
    text.slice(Math.max(0, spot.from - 26), spot.from),
  ) ||
  /(?:增加|减少|增长|下降|多增|少增|新增|上升|提高)(?:了|约|近|超)?$/.test(
    text.slice(Math.max(0, spot.from - 6), spot.from),
  );

/** 告警21.6万条，日均590条，其中…: an average told in passing is not what is broken down, unless its parts are averages. */
function isAside({ spot }: Claim, text: string): boolean {
  if (!/(?:日均|月均|年均|人均|笔均|户均|平均|单笔|峰值|最高)[^，。；、\d]{0,6}$/.test(spot.head))
    return false;
  const behind = text.slice(spot.to, sentenceEnd(text, spot.to));
  return !/日均|月均|年均|人均|笔均|户均|平均|单笔|峰值|最高/.test(behind);
}

/** Averages, prices and ratios do not add up. */
const NOT_ADDITIVE = /均|价格|单价|率$|率水平|指数|中位|密度|系数|得分|评分|排名|峰值|最高|最低|之比/;

function comparable(part: Claim, whole: Claim): boolean {
  if (NOT_ADDITIVE.test(part.fact.concept) || NOT_ADDITIVE.test(whole.fact.concept)) return false;
  // 每百个用例发现缺陷6.54个.
  if (/每[^，。；\d]{1,14}$/.test(part.spot.head) || /每[^，。；\d]{1,14}$/.test(whole.spot.head))
    return false;
  if (part.fact.comparison === null && part.spot.head.includes('占')) return false;
  // 人均805元，其中单笔最高2万元: an extreme is no part.
  if (/(?:最高|最低|最大|最小|最多|最少|峰值)[^，。；\d]{0,6}$/.test(part.spot.head)) return false;
  const [own, other] = [qualifierOf(part), qualifierOf(whole)];
  if (own !== '' && own !== other) return false;
  return part.fact.period === whole.fact.period || part.fact.period === '' || whole.fact.period === '';
}

function isComplete(text: string, parts: readonly Claim[], from: number): boolean {
  const end = parts.at(-1)?.spot.to ?? from;
  const span = text.slice(from, end + 8);
  if (/等/.test(span.slice(0, end - from)) || /等$|等[^，。；]{0,6}$/.test(text.slice(end, end + 8)))
    return false;
  const names = parts.map(({ spot, fact }) => `${spot.head}${fact.scope.split(' ').at(-1) ?? ''}`);
  if (names.length === 2) {
    const [a = '', b = ''] = names;
    return areComplements(a, b);
  }
  return (
    names.length === 3 && ['第一产业', '第二产业', '第三产业'].every((word, at) => names[at]?.includes(word))
  );
}

const TOTAL_BEFORE = /(?:合计|共计|总计|合共|一共|累计共|共)(?:为|达|有)?$/;
const MOST_PARTS = 12;
const isTotalAt = (text: string, at: number): boolean =>
  TOTAL_BEFORE.test(text.slice(Math.max(0, at - 6), at));

/** 其中2家两类均有，去重后为19家: no part, what is left of all. */
const isNetAt = (text: string, at: number): boolean =>
  /(?:去重|扣除|剔除|抵[销消]|合并)[^，。；\d]{0,10}后?[^，。；\d]{0,6}$/.test(
    text.slice(Math.max(0, at - 20), at),
  );

/** A 3家、B 5家，共8家: the total closes the list. */
function beforeTotal({ text, claims }: Paragraph): Breakdown[] {
  return claims.flatMap((whole, at): Breakdown[] => {
    if (whole.isRatio || !isTotalAt(text, whole.spot.from)) return [];
    const parts: Claim[] = [];
    // 加上…上年结转收入: of this year's total although the year before earned it.
    const added = text.slice(whole.spot.sentence, whole.spot.from).includes('加上');
    for (let back = at - 1; back >= 0 && parts.length < MOST_PARTS; back--) {
      const one = claims[back];
      if (!one || one.spot.sentence !== whole.spot.sentence) break;
      const next = parts[0] ?? whole;
      const gap = text.slice(one.spot.to, next.spot.from);
      if (one.quantity.unit !== whole.quantity.unit || isChange(one, text) || !/^[^。；\d]{0,24}$/.test(gap))
        break;
      if (
        !/[、，和及与]/.test(gap) ||
        !comparable(added ? { ...one, fact: { ...one.fact, period: '' } } : one, whole)
      )
        break;
      parts.unshift(one);
    }
    const open = /等/.test(text.slice(parts[0]?.spot.to ?? 0, whole.spot.from));
    // 修订7项，新订3项，现行制度合计24项: what there is, not what was done.
    const own =
      text
        .slice(parts.at(-1)?.spot.to ?? whole.spot.from, whole.spot.from)
        .split('，')
        .at(-1) ?? '';
    if (/现行|现有|在用|存量|年末|期末|目前|截至/.test(own)) return [];
    if (parts.length < 2 || open) return [];
    const summed = summedUp(text, claims, parts, whole);
    return [{ whole, parts: summed ?? parts, isWhole: summed !== null, from: -1 }];
  });
}

/**
 * 总行9人，分支机构专职11人、兼职68人，合计88人: a total may add up figures before the list too. Those that make it up, or would
 * but for a slip; null where earlier figures of the sentence leave open what it adds up.
 */
function summedUp(
  text: string,
  claims: readonly Claim[],
  parts: readonly Claim[],
  whole: Claim,
): readonly Claim[] | null {
  const named = namedIn(text, parts, whole);
  if (named) return named;
  const [first] = parts;
  const earlier = claims.filter(
    (one) =>
      first !== undefined &&
      one.spot.to <= first.spot.from &&
      one.spot.sentence === whole.spot.sentence &&
      !text.slice(one.spot.to, first.spot.from).includes('；') &&
      one.quantity.unit === whole.quantity.unit &&
      !isChange(one, text) &&
      comparable(one, whole),
  );
  if (earlier.length === 0) return parts;
  const readings = [parts, ...earlier.map((_, at) => [...earlier.slice(earlier.length - 1 - at), ...parts])];
  const sum = (reading: readonly Claim[]) => reading.reduce((all, { value }) => add(all, value), zero);
  return (
    readings.find((reading) => compare(sum(reading), whole.value) === 0) ??
    readings.find((reading) =>
      isNearMiss(formatDecimal(sum(reading)), whole.quantity.value, whole.quantity.precision, SLIP_DIGITS),
    ) ??
    null
  );
}

/** 甲级118家、乙级187家、丙级52家，甲级和乙级合计305家: the total says which of them it adds up. Null where it names none. */
function namedIn(text: string, parts: readonly Claim[], whole: Claim): readonly Claim[] | null {
  const last = parts.at(-1);
  const clause =
    last === undefined
      ? ''
      : (text
          .slice(last.spot.to, whole.spot.from)
          .split(/[，；]/)
          .at(-1) ?? '');
  if (!/[和与及、]/.test(clause)) return null;
  const named = parts.filter(({ spot }) => {
    const name = spot.head.replace(/^.*[，、；：]|(?:为|有|共)$/g, '').replace(/^其中/, '');
    return name.length > 1 && clause.includes(name);
  });
  return named.length > 1 ? named : null;
}

const SLIP_DIGITS = 2;

/** Digits below which two numbers agree by chance. */
const TELLING = 3;

/** Figures that only look alike, or a list that may not be whole: a doubt, told as one. */
export const NOT_LISTED = '文中没有说已列全各部分，或各部分可能重叠，无法断定';

/** Sums where a breakdown is whole, adds up to the digit, or is a plain list that ought to; else each part within its whole. */
export function partTies(
  { quantities }: TieInput,
  { text }: Paragraph,
  breakdowns: readonly Breakdown[],
): readonly Tie[] {
  return breakdowns.flatMap(({ whole, parts, isWhole, from }): Tie[] => {
    const end = parts.at(-1)?.spot.to ?? whole.spot.to;
    const stated = termOf(quantities, whole.fact.quantity);
    const adds = parts.length > 1 && sumOf(parts, whole);
    const reading = from < 0 ? null : readParts(text, from, whole, parts);
    if (isWhole || adds === 'exact' || adds === 'slip' || reading !== null) {
      const isSure = isWhole || reading === 'exceeds' || reading === 'adds';
      return [
        buildTie({
          kind: 'sum',
          form: 'sum',
          stated,
          operands: parts.map((part) => ({ role: 'addend', term: termOf(quantities, part.fact.quantity) })),
          exact: areCounted([whole, ...parts]),
          doubt: isSure ? notAdded(text, whole.spot.from, end) : NOT_LISTED,
        }),
      ];
    }
    const doubt = doubtIn(text, whole.spot.from, end);
    return parts.map((part) =>
      buildTie({
        kind: 'part',
        form: 'part',
        stated: termOf(quantities, part.fact.quantity),
        operands: [{ role: 'whole', term: stated }],
        doubt: doubt || (sameMeasure(part, whole) ? '' : '两数的指标名称不同，可能不是部分与总数'),
      }),
    );
  });
}

/** Levels add up whatever prices their growth is told in; plans and sums without doubles may not. */
const NOT_ADDED = /剔除|扣除|抵[销消]|去重|重复|交叉|预计|计划|目标|力争|预期|拟|还原|折年|调整后/;

function notAdded(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('；', from - 1)) + 1;
  const word = NOT_ADDED.exec(text.slice(start, to + 4));
  return word ? `句中有“${word[0]}”，口径可能不同` : '';
}

/** Whether parts add up to the whole, or would but for one digit. */
function sumOf(parts: readonly Claim[], whole: Claim): 'exact' | 'slip' | null {
  const sum = parts.reduce((total, { value }) => add(total, value), zero);
  const digits = whole.quantity.raw.replace(/\D/g, '').replace(/0+$/, '').length;
  if (digits < TELLING || whole.quantity.approximator) return null;
  if (compare(sum, whole.value) === 0) return 'exact';
  return isNearMiss(formatDecimal(sum), whole.quantity.value, whole.quantity.precision) ? 'slip' : null;
}

/** 交易笔数 of a channel within 交易笔数; 出口 within 进出口总额 by its name. */
function sameMeasure({ fact }: Claim, whole: Claim): boolean {
  const [own, other] = [fact.concept, whole.fact.concept];
  if (own === other || own === '' || other === '') return true;
  const noun = (text: string) => text.slice(-2);
  return noun(own) === noun(other) || own.includes(noun(other)) || other.includes(noun(own));
}
