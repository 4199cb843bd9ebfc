import { allMatches } from '../../../../shared/matches';
import type { Range } from '../../../../shared/model/range';
import { danglingWord } from './connectives';
import { SELF } from './sentence-like';
import { clauseStart } from './sentences';

/** A broken place with the word that shows it. */
export interface Break extends Range {
  readonly word: string;
}

const COUNTRIES =
  '马来西亚|新加坡|泰国|越南|柬埔寨|老挝|缅甸|菲律宾|印度尼西亚|印尼|印度|日本|韩国|蒙古国?|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|巴基斯坦|孟加拉国|斯里兰卡|尼泊尔|土耳其|阿联酋|沙特|卡塔尔|俄罗斯|白俄罗斯|德国|法国|英国|意大利|西班牙|葡萄牙|荷兰|瑞士|美国|加拿大|墨西哥|巴西|澳大利亚|新西兰|南非|埃及|肯尼亚|亚美尼亚|格鲁吉亚';
/** 已 must be followed by a verb or preposition, never by these nouns. 已经公司批准 (经 is a preposition) stays out. */
const ADVERB_NOUN = new RegExp(`(?<![而得业早不])已(?:业务|${SELF}|公司|机构|${COUNTRIES})(?![化式])`, 'g');
/** A bare subject just before a full stop, behind something that cannot govern it: a noun, a figure, a bracket. */
const BARE_SUBJECT = new RegExp(
  `(?:业务|情况|产品|场景|机制|能力|体系|平台|系统|功能|数据|金额|笔数|[\\d%）”A-Za-z]|[万亿][元笔个户家]|[，；])(?:${SELF})(?=[。！])`,
  'g',
);
const CLASH = /(?<![，、；：。])(?:[，、；：][。！？；]|。[，、；。]|，[，、]|、[、，])(?![，、；：。])/g;
const LOST_START = /^\s*([，。、；：！？）”》])/;

/** `，。`, `、。`, `。。`: marks that cannot stand together. Longer runs, as in 。。。, are left alone. */
export function findMarkClashes(text: string): Break[] {
  return allMatches(text, CLASH).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0],
  }));
}

/** A paragraph that opens with a mark which only follows other text. */
export function findStartLost(text: string): Break | null {
  const match = LOST_START.exec(text);
  if (!match?.[1]) return null;
  const rest = /^[^，。；！？]{0,12}/.exec(text.slice(match[0].length))?.[0].length ?? 0;
  return { start: match[0].length - 1, end: match[0].length + rest, word: match[1] };
}

/** Clauses broken inside a paragraph: no verb after 已, a bare subject or a function word before the full stop. */
export function findMidBreaks(text: string): (Break & { readonly kind: 'verbLost' | 'dangling' })[] {
  const verbs = allMatches(text, ADVERB_NOUN).map((match) => ({
    kind: 'verbLost' as const,
    start: Math.max(clauseStart(text, match.index), match.index - 8),
    end: match.index + match[0].length,
    word: match[0],
  }));
  const subjects = allMatches(text, BARE_SUBJECT).map((match) => {
    const end = match.index + match[0].length;
    return {
      kind: 'dangling' as const,
      start: Math.max(clauseStart(text, end), end - 12),
      end,
      word: match[0],
    };
  });
  return [...verbs, ...subjects, ...degrees(text), ...danglingBeforeMark(text)];
}

/** 依赖程度仍然，: what of it is missing. */
const DEGREE =
  /(?<=[\u4e00-\u9fff]{3})(?:(?<!虽)仍然|依然|较为|更为|更加|尤为|均未|并未|(?<!更)日益)(?=[，。；])/g;

const degrees = (text: string): (Break & { readonly kind: 'dangling' })[] =>
  allMatches(text, DEGREE).map(({ 0: word, index }) => {
    const end = index + word.length;
    return { kind: 'dangling', start: Math.max(clauseStart(text, end), end - 20), end: end + 1, word };
  });

/** A label that people's names follow; a name may end like a function word: 联系人：办公室 李清和；. */
const NAMES = /(?:联系|联络|经办|填[表报写]|制表|负责|起草|编制|审核|复核|签发|主持|记录|报告)人[：:]\s*$/;

function endsInName(text: string, end: number): boolean {
  const start = clauseStart(text, end);
  return end - start <= 40 && NAMES.test(text.slice(Math.max(0, start - 8), start));
}

/** Function words that stand right before a final mark. 的 is left alone: 是必要的。 is a sentence. */
function danglingBeforeMark(text: string): (Break & { readonly kind: 'dangling' })[] {
  const found: (Break & { readonly kind: 'dangling' })[] = [];
  for (const match of allMatches(text, /[。！？；]/g)) {
    const end = match.index;
    const word = danglingWord(text.slice(Math.max(0, end - 8), end));
    if (!word || word === '的' || endsInName(text, end)) continue;
    found.push({ kind: 'dangling', start: Math.max(clauseStart(text, end), end - 20), end: end + 1, word });
  }
  return found;
}
