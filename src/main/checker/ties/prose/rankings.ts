import { compare } from '../../../../shared/decimal';
import { allMatches } from '../../../../shared/matches';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';

/** 按差异率由高到低依次为…: how a list says that it is sorted. */
const SORTED =
  /(?<key>[^，。；：]{0,16})(?:由|从|自)(?<way>高到低|大到小|多到少|长到短|低到高|小到大|少到多|短到长)(?:的?顺序|排[列序名]|看)*[，,]?(?:[^，。；：\d]{0,8}?(?:为|是)[：:]?|[：:])/gu;
/** Looked for first: the pattern above tries each character of a text as the beginning of a key. */
const WAY = /[由从自][高大多长低小少短]到[低小少短高大多长]/;
/** 受理量居前三位的依次为: sorted, the greatest first. */
const TOPS =
  /(?<key>[^，。；：]{0,16})(?:排名前[两二三四五六七八九十\d]+(?:位|名)?|前[两二三四五六七八九十\d]+(?:位|名|大))的?[^，。；：\d]{0,12}?(?:依次|分别)(?:为|是)[：:]?/gu;
/** As `WAY`. */
const TOP = /前[两二三四五六七八九十\d]/;
/** Sorted by a grade, not by the figures in brackets. */
const BY_GRADE = /等级|级别|风险|层级|职级|学历|年龄|优先|重要|紧急|危害|影响|难度|地势|距离|楼层/;
const ASCENDING = /低到高|小到大|少到多|短到长/;
/** 特约商户（6.84‰）、客户投诉（3.70‰）: nothing but a name between two figures. */
const NAME =
  /^[）)]?(?:[、，,]|以?及|[和与])(?:以?及|[和与])?[\p{Script=Han}A-Za-z“”《》]{2,16}(?:为)?[（(]?(?:为)?$/u;
const FIRST = /^[\p{Script=Han}A-Za-z“”《》]{2,16}(?:为)?[（(]?(?:为)?$/u;
const CHANGED =
  /分别|上年|去年|同期|其中|合计|共计|平均|均为|中位|增长|下降|增加|减少|提高|上升|同比|环比|新增/;
const LEAST = 3;

/** Why a figure that is greater than the one before it is only doubted. */
export const NOT_SORTED = '句中说按大小排列，这里的次序与数字不符';

/** 由高到低依次为甲（6.84‰）、乙（3.70‰）、丙（3.90‰）: each figure against the one before it. */
export function rankingTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  const heads = [
    ...(WAY.test(text) ? allMatches(text, SORTED) : []),
    ...(TOP.test(text) ? allMatches(text, TOPS) : []),
  ];
  return [
    ...rankedTies(quantities, text, claims),
    ...heads.flatMap(({ 0: word, index, groups }): Tie[] => {
      const run = runBehind(text, claims, index + word.length);
      if (run.length < LEAST || BY_GRADE.test(groups?.['key'] ?? '')) return [];
      const sorted = ASCENDING.test(word) ? [...run].reverse() : run;
      const ties = sorted.slice(1).map((lower, at) => notAbove(quantities, lower, sorted[at] ?? lower));
      // More than one out of place: sorted by something else.
      return isNearlySorted(sorted) ? ties : [];
    }),
  ];
}

/** 乙421条、丙413条分列第二、第三位. */
const RANKED =
  /(?:分列|分居|分别(?:居|列|位居|位列|排名|排在|排)?|依次(?:居|列|排名))第?(?<first>[一二三四五六七八九\d])(?:位|名)?(?:[、和]|至|到)第?(?<last>[一二三四五六七八九\d])(?:、第?(?<third>[一二三四五六七八九\d]))?(?:位|名)/g;
const RANK = /第[一二三四五六七八九\d]/;
const ORDER = '一二三四五六七八九';
const rankOf = (text: string): number => (/\d/.test(text) ? Number(text) : ORDER.indexOf(text) + 1);

/** Figures whose ranks are told behind them: each against the one before. */
function rankedTies(
  quantities: TieInput['quantities'],
  text: string,
  claims: readonly Claim[],
): readonly Tie[] {
  if (!RANK.test(text)) return [];
  return allMatches(text, RANKED).flatMap(({ index, groups }): Tie[] => {
    const { first = '', last = '', third } = groups ?? {};
    const ranks = [first, last, ...(third === undefined ? [] : [third])].map(rankOf);
    const run = claims.filter(({ spot }) => spot.to <= index).slice(-ranks.length);
    const ascends = ranks.every((rank, at) => at === 0 || rank === (ranks[at - 1] ?? 0) + 1);
    const isRun = run.every(
      (claim, at) => at === 0 || (claim.quantity.unit === run[0]?.quantity.unit && NAME.test(claim.spot.gap)),
    );
    const isRight = run.length === ranks.length && run.at(-1)?.spot.to === index;
    if (!ascends || !isRun || !isRight) return [];
    return run.slice(1).map((lower, at) => notAbove(quantities, lower, run[at] ?? lower));
  });
}

const notAbove = (quantities: TieInput['quantities'], lower: Claim, higher: Claim): Tie =>
  buildTie({
    kind: 'part',
    form: 'part',
    stated: termOf(quantities, lower.fact.quantity),
    operands: [{ role: 'whole', term: termOf(quantities, higher.fact.quantity) }],
    doubt: NOT_SORTED,
  });

/** The figures of one unit behind the words, each with its name before it. */
function runBehind(text: string, claims: readonly Claim[], from: number): readonly Claim[] {
  const run: Claim[] = [];
  for (const claim of claims) {
    if (claim.spot.from < from) continue;
    const before = run.at(-1);
    const gap = before ? text.slice(before.spot.to, claim.spot.from) : text.slice(from, claim.spot.from);
    if (before && before.quantity.unit !== claim.quantity.unit) break;
    if (!(before ? NAME : FIRST).test(gap) || CHANGED.test(gap) || claim.quantity.approximator !== null)
      break;
    run.push(claim);
  }
  return run;
}

const falls = (figures: readonly Claim[]): boolean =>
  figures.every((one, at) => at === 0 || compare(one.value, figures[at - 1]?.value ?? one.value) <= 0);

/** Without one of its figures it falls. */
const isNearlySorted = (figures: readonly Claim[]): boolean =>
  falls(figures) || figures.some((_, at) => falls(figures.filter((__, other) => other !== at)));
