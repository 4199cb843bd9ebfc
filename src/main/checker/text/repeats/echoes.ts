import { allMatches } from '../../../../shared/matches';
import { ACTS, FUNCTION_WORDS, VERBS } from '../../language/lexicon';
import { piecesOfRun } from '../../language/segment';
import { isFree, isWord } from '../words/loose-pairs';
import type { Doubled } from './doubled';

const PAIR = /([\u4e00-\u9fff])\1/g;
/** Han characters around a doubled one that tell its words. */
const AROUND = 12;
/** What names and counts end in, and so may meet itself: 本行行长, 委员会会议, 全市市级. */
const ENDING = new Set(
  '行会市县区省州国部处科局所厅署人家户年月日天时点分度数量率额值号类级等期次项件本卡款费金价法权证书员长者像',
);
const BREAK = /[^\u4e00-\u9fff]/;

/** What begins words that no list holds, behind a word that ends alike: 信用卡卡均, 针对对公. */
const MEETING = new Set(
  '对公 对私 制表 日终 日间 日均 卡均 卡种 户均 户数 户名 上解 上缴 上存 年报 月报 季报 日报 周报 年化 年中 费率 量级 分公 分行 分支 分局 分社 分类 品种 品名'.split(
    ' ',
  ),
);

/**
 * A character that stands again behind its word: 收取取商户, 风险险模型, 运行行。 Looks only at the words around a doubled character.
 * What is often a word by itself, or begins many, counts only before a mark or a particle.
 */
export function strayCharacters(text: string): readonly Doubled[] {
  return allMatches(text, PAIR).flatMap(({ 0: raw, 1: char = '', index }): Doubled[] => {
    const start = runStart(text, index);
    const end = runEnd(text, index + 2);
    const next = index + 2 < end ? text.charAt(index + 2) : '';
    // 一点点, 方方面面.
    if (text.charAt(index - 1) === (char === '点' ? '一' : text.charAt(index - 2))) return [];
    const isFunction = FUNCTION_WORDS.has(char);
    if (isFunction && !isMark(text.charAt(index + 2))) return [];
    const isOften = ENDING.has(char) || isFunction || isFree(char);
    if (isOften && next !== '' && !isParticle(next)) return [];
    if (next !== '' && (isWord(char + next) || MEETING.has(char + next))) return [];
    const words = piecesOfRun(text.slice(start, end));
    let at = start;
    for (const [nth, word] of words.entries()) {
      // The doubled character ends a word of its own, and nothing but it is left over.
      if (at === index + 1)
        return word === char && (words[nth - 1]?.length ?? 0) > 1
          ? [{ kind: 'twice', range: { start: at, end: at + 1 }, text: raw, certain: false }]
          : [];
      at += word.length;
    }
    return [];
  });
}

/** Nothing follows, or a mark, or a figure. */
const isMark = (one: string): boolean => /^[，。；：、！？）\d]?$/.test(one);

const isParticle = (one: string): boolean => '的了和与及等、'.includes(one);

function runStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < AROUND && !BREAK.test(text.charAt(at - 1))) at--;
  return at;
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < AROUND && !BREAK.test(text.charAt(at))) at++;
  return at;
}

const CLAUSES =
  /(?:^|[，。；！？\n])[^，。；！？\n]{0,8}(?:结合|随着|根据|围绕|按照|针对|为)([^，。；！？\n]{2,24})，([^，。；！？\n]{4,40})(?=[。；！？，]|$)/g;

/** 结合…推广进度，加速…推动进度: two clauses in a row end with the like word and the same noun. */
export function echoedEnds(text: string): readonly Doubled[] {
  if (!text.includes('，')) return [];
  return allMatches(text, CLAUSES).flatMap(({ 0: raw, 1: first = '', 2: second = '', index }): Doubled[] => {
    const [one, other] = [first.slice(-4), second.slice(-4)];
    const isEcho =
      one.length === 4 &&
      one !== other &&
      one.charAt(0) === other.charAt(0) &&
      one.slice(2) === other.slice(2);
    if (!isEcho || !isVerb(one.slice(0, 2)) || !isVerb(other.slice(0, 2))) return [];
    const end = index + raw.length;
    return [{ kind: 'echo', range: { start: end - 4, end }, text: `${one}……${other}`, certain: false }];
  });
}

const isVerb = (word: string): boolean => ACTS.has(word) || VERBS.has(word);
