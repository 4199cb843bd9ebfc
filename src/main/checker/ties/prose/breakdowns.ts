import { add, compare, zero } from '../../../../shared/decimal';
import { allMatches } from '../../../../shared/matches';
import { isBound } from '../bounds';
import type { Claim, Paragraph } from './claims';
import { beforeTotal } from './closed-lists';
import { comparable } from './comparable';
import { isComplete } from './complete';
import { isChange, isLevelOfChange, isMeasuredAgainst } from './levels';
import { type OneMeasure, ofOneMeasure } from './repeated-measures';
import { isNetAt, isTotalAt } from './total-words';

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
/** Every breakdown of a paragraph. */
export function breakdownsOf(paragraph: Paragraph): readonly Breakdown[] {
  return [...behindOfWhich(paragraph), ...beforeTotal(paragraph)];
}

/** T…，其中A a、B b: the whole stands before, the parts behind, up to the end of the sentence. */
function behindOfWhich({ text, claims }: Paragraph): Breakdown[] {
  return allMatches(text, OF_WHICH).flatMap(({ index, 0: word }): Breakdown[] => {
    if (word === '其中' && isOtherwiseMeant(text, index)) return [];
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
      const listed = whole ? listedOf(text, likeIn(text, behind, unit, whole), whole, wholes) : NOTHING;
      // 暂停的2家均包含在约谈的5家之内; 净流出 beside 净流入.
      if (!whole || OVERLAPPING.test(text.slice(index, end))) return [];
      if (isSigned(listed.parts) || isNet(whole, listed.parts)) return [];
      const parts = listed.isWhole
        ? listed.parts
        : filled(text, interleaved(ownParts(text, index + word.length, listed.parts, whole), whole), whole);
      if (parts.length === 0 || (word !== '其中' && parts.length < 2)) return [];
      const isWhole = parts.length > 1 && (listed.isWhole || isComplete(text, parts, index));
      return [{ whole, parts, isWhole, from: index + word.length }];
    });
  });
}

const NOTHING: OneMeasure = { parts: [], isWhole: false };

/** Of rows of several figures the column that makes up the whole, or that is told as it is. */
function listedOf(text: string, like: readonly Claim[], whole: Claim, wholes: readonly Claim[]): OneMeasure {
  const column = interleaved(like, whole);
  return column.length < like.length
    ? { parts: column, isWhole: false }
    : ofOneMeasure(text, like, whole, wholes);
}

const likeIn = (text: string, behind: readonly Claim[], unit: string, whole: Claim): readonly Claim[] =>
  behind.filter(
    (one) =>
      one.quantity.unit === unit &&
      !isChange(one, text) &&
      !isLevelOfChange(one, text) &&
      !isBound(text, { start: one.spot.from, end: one.spot.to }) &&
      comparable(one, whole),
  );

/** 发行其中一种的20家: an object, not the beginning of parts. */
const AS_OBJECT = /(?<!\d[万亿余多]*\p{Script=Han}{0,3})\p{Script=Han}$/u;
/** 其中银行51家中，全国性18家: what was told before is broken down, not what the sentence before ended with. */
const TOLD_AGAIN = /^其中[^，。；、：\d]{1,14}\d[\d,.]*[万亿]?\p{Script=Han}{1,6}[中里](?=，)/u;

const isOtherwiseMeant = (text: string, at: number): boolean =>
  AS_OBJECT.test(text.slice(Math.max(0, at - 16), at)) || TOLD_AGAIN.test(text.slice(at, at + 48));

const OVERLAPPING = /包含在|包括在|含在|之内|均在其中/;

const isSigned = (parts: readonly Claim[]): boolean =>
  parts.some(({ spot }) => /流出/.test(spot.head)) && parts.some(({ spot }) => /流入/.test(spot.head));

/** 净增1,204户，其中新增3,416户、退出2,212户: what came and what went. */
const isNet = (whole: Claim | undefined, parts: readonly Claim[]): boolean =>
  /净[增减][^，。；]{0,8}$/.test(whole?.spot.head ?? '') &&
  parts.some(({ spot }) => /退出|注销|撤销|减少|离职|解约|终止|关停|流出|核减/.test(spot.head));

/** 3,000份，其中个人2,400份、机构600份，发现缺失54份: the parts end where they make up the whole and another clause begins. */
function filled(text: string, parts: readonly Claim[], whole: Claim): readonly Claim[] {
  let sum = zero;
  for (const [at, part] of parts.entries()) {
    sum = add(sum, part.value);
    const next = parts[at + 1];
    if (!next) break;
    if (at === 0 || compare(sum, whole.value) !== 0 || isOneMore(parts.slice(0, at + 1), next)) continue;
    if (/[，；]/.test(text.slice(part.spot.to, next.spot.from))) return parts.slice(0, at + 1);
  }
  return parts;
}

/** 管理部9人，产品部3人，技术部2人，审计部1人: one more of them, called and separated like those before. */
function isOneMore(parts: readonly Claim[], next: Claim): boolean {
  const last = parts.at(-1);
  const name = /^(?<mark>[，；])(?<name>[\p{Script=Han}]{2,14})$/u.exec(next.spot.gap)?.groups;
  const ending = name?.['name']?.slice(-1) ?? '';
  return (
    last !== undefined &&
    ending !== '' &&
    ENDINGS.includes(ending) &&
    last.spot.gap.startsWith(name?.['mark'] ?? '') &&
    parts.every(({ spot }) => spot.head.endsWith(ending))
  );
}

/** Of offices, places and kinds. */
const ENDINGS = '部处室科组中心行司省市区县岗类型级层线队所';

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

/** 告警21.6万条，日均590条，其中…: an average told in passing is not what is broken down, unless its parts are averages. */
function isAside({ spot }: Claim, text: string): boolean {
  if (!/(?:日均|月均|年均|人均|笔均|户均|平均|单笔|峰值|最高)[^，。；、\d]{0,6}$/.test(spot.head))
    return false;
  const behind = text.slice(spot.to, sentenceEnd(text, spot.to));
  return !/日均|月均|年均|人均|笔均|户均|平均|单笔|峰值|最高/.test(behind);
}
