import { COMMON_WORDS, RARER_WORDS } from '../../language/common-words';
import { TERMS } from '../../language/lexicon';
import { likeCharacters } from '../../language/like-characters';
import { isDictionaryWord, piecesOfRun } from '../../language/segment';

/** Two characters side by side that are no word together, nor part of one that is known; or three that are a term but for one. */
export interface LoosePair {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  /** The first with the character before it, the second with the one behind: both words, where the two only meet. Empty at an end. */
  readonly before: string;
  readonly behind: string;
  /** Whole words, or words of one character, stand on both sides. */
  readonly isIsolated: boolean;
  /** One of the two is often a word by itself. */
  readonly isFree: boolean;
  /** Only the two the other way round are looked for: the first is often a word by itself. */
  readonly isTurned: boolean;
  /** For three characters: the terms that they are but for one; the place of that one. */
  readonly terms: readonly string[];
}

const HAN = /[\u3005\u3007\u3400-\u9fff]/;
const HAN_RUN = /[\u3005\u3007\u3400-\u9fff]{2,}/y;

/** Words by themselves: where one stands, another ends. */
const BOUNDARY =
  '的了着过地得和与及以或而并但且则若如即既又再还也都均已正将就才只仅更最很较不未没无非于对从自由向为用把被让使给按据经随因到至往同跟比是有等各每某该此这那其本我你他她它们所哪者之可能够应当须需要会请拟仍曾系在先吗呢吧太';
/** Numerals, directions, parts of the year: beside other characters they make no word and break none. */
const LOOSE =
  '共约近超余多少几两一二三四五六七八九十百千万亿第年月日季周上下前后内外中里新老大小东西南北左右甲乙丙丁来去';
/** Behind a figure these are its measure. */
const MEASURES =
  '分年月日元个户家项件笔次名人条种类份台套批款张位座处辆场期轮起宗步层档组支单股篇册页间时天倍';
/** Words of one character that reports put beside many others: 排练|时, 张|数. */
const WEAK = '省市县乡镇村时期号区位场逐件元户笔次种套批张座辆轮起宗档股篇册页间天倍';
/** Whether a character is often a word by itself. */
export const isFree = oneOf(BOUNDARY + LOOSE + WEAK);
/** As above, but for directions, which stand for 洗 and the like. */
const isFreeInTerm = oneOf((BOUNDARY + LOOSE + WEAK).replace(/[东西南北]/g, ''));
/** Whether another word ends where this one stands. */
export const isBoundary = oneOf(BOUNDARY);
const isLooseOne = oneOf(LOOSE);

/** Whether a string begins with one of these characters; asked for each word of a report. */
function oneOf(characters: string): (piece: string) => boolean {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1;
  return (piece) => table[piece.charCodeAt(0)] === 1;
}

/** Behind a whole word these belong to it: 复杂性, 驱动器. */
const isSuffix = oneOf('性化者器式率数额量值类款费');

const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙段雷汤尹黎贺赖龚',
);
/** What a name ends with, at most so far behind. */
const NAME =
  /^[^的了和与及或在对将由为是]{0,10}?(?:公司|集团|银行|支行|商行|合作社|事务所|大厦|广场|大街|小区|先生|女士|同志|委员|主任|经理|工程师)/;

/** Further ones, by which only a single character is taken for the start of a name. */
const FURTHER_SURNAMES = new Set(
  '习温江史钱易常武乔文施陶洪翟安倪严牛芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐涂欧甄闫耿关祝翁丘辛欧阳仇左冉卜柯裴桑',
);

export const isSurname = (one: string): boolean => SURNAMES.has(one) || FURTHER_SURNAMES.has(one);

/** Whether a text begins with the rest of a name. */
export const namesIn = (text: string): boolean => NAME.test(text);

/** The word at a place with those beside it in its run, and what stands behind it; empty at the run's ends. */
export function wordsAround(
  text: string,
  at: number,
): readonly [before: string, own: string, behind: string, rest: string] {
  const start = runStart(text, at);
  HAN_RUN.lastIndex = start;
  const run = HAN_RUN.exec(text)?.[0] ?? '';
  const words = joined(piecesOfRun(run));
  let place = start;
  for (const [nth, own] of words.entries()) {
    place += own.length;
    if (place > at) return [words[nth - 1] ?? '', own, words[nth + 1] ?? '', run.slice(place - start)];
  }
  return ['', '', '', ''];
}

/**
 * What looks broken in those runs of Han characters of a text that hold one of the places, which ascend. Names are left out as far as
 * they show.
 */
export function loosePairsIn(text: string, places: readonly number[]): readonly LoosePair[] {
  const found: LoosePair[] = [];
  let end = -1;
  for (const place of places) {
    if (place < end) continue;
    HAN_RUN.lastIndex = runStart(text, place);
    const run = HAN_RUN.exec(text)?.[0] ?? '';
    const index = HAN_RUN.lastIndex - run.length;
    end = HAN_RUN.lastIndex;
    if (isListed(text, run, index) || text.charAt(index + run.length) === '〔') continue;
    const pairs = pairsOf(run, index > 0 && /[\d.%％]/.test(text.charAt(index - 1)));
    for (const one of pairs) found.push({ ...one, start: one.start + index, end: one.end + index });
  }
  return found;
}

function runStart(text: string, place: number): number {
  let start = place;
  while (start > 0 && HAN.test(text.charAt(start - 1))) start--;
  return start;
}

const MOST_RUNS = 60_000;
const known = new Map<string, readonly LoosePair[]>();

/** Remembered, as words are: a text repeats most of its own. Behind a figure a run reads otherwise. */
function pairsOf(run: string, isCounted: boolean): readonly LoosePair[] {
  const key = isCounted ? `0${run}` : run;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MOST_RUNS) known.clear();
  const pairs = inRun(run, 0, isCounted);
  known.set(key, pairs.length === 0 ? NO_PAIRS : pairs);
  return pairs;
}

const NO_PAIRS: readonly LoosePair[] = [];

/** 银盛、智付、快钱: two characters between two pauses are a name as likely as a word; 云银办发〔2025〕 is none at all. */
const isListed = (text: string, run: string, at: number): boolean =>
  run.length === 2 && text.charAt(at - 1) === '、' && text.charAt(at + 2) === '、';

function inRun(run: string, start: number, isCounted: boolean): LoosePair[] {
  const cut = piecesOfRun(run);
  if (!mayBreak(cut)) return [];
  // Behind a figure the first character is its measure, where it is none of a word.
  const isMeasure = isCounted && cut[0]?.length === 1 && MEASURES.includes(cut[0]);
  const pieces = joined(isMeasure ? cut.slice(1) : cut);
  const found: LoosePair[] = [];
  let at = isMeasure ? 1 : 0;
  for (let index = 0; index < pieces.length; index++) {
    const own = pieces[index] ?? '';
    const pair = termAt(pieces, index) ?? pairAt(pieces, index);
    if (pair && !isName(pair.wrong, run.slice(at + pair.wrong.length))) {
      const end = at + pair.wrong.length;
      const before = at > 0 ? run.slice(at - 1, at + 1) : '';
      found.push({ ...pair, start: start + at, end: start + end, before, behind: behindOf(run, end) });
    }
    at += own.length;
  }
  return found;
}

/** Most runs are whole words, and need no second look: two single characters side by side, or one beside what a term of three lacks. */
function mayBreak(pieces: readonly string[]): boolean {
  for (let at = 0; at + 1 < pieces.length; at++) {
    const [a = '', b = ''] = [pieces[at], pieces[at + 1]];
    if (a.length === 1 && b.length === 1) {
      if (isFree(b) ? !isBoundary(b) || (at === 0 && !isFree(a)) : !isFree(a) || endsWord(pieces[at - 1]))
        return true;
    } else if (a.length + b.length === 3 && TERM_PARTS.has(a.length === 2 ? a : b)) return true;
  }
  return false;
}

const KNOWN: ReadonlySet<string> = new Set([...COMMON_WORDS, ...RARER_WORDS, ...TERMS]);
/** What longer words begin with: nothing else needs to be put together. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...KNOWN].flatMap((word) => Array.from(word, (_, at) => word.slice(0, at)).slice(1)),
);

const isKnown = (word: string): boolean => KNOWN.has(word);

export const isWord = (word: string): boolean => isKnown(word) || isDictionaryWord(word);

/** Longest known words first, from left to right. */
function joined(cut: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < cut.length; ) {
    let taken = 1;
    let whole = cut[at] ?? '';
    for (let next = at + 1; next < cut.length && BEGINNINGS.has(whole); next++) {
      whole += cut[next];
      if (isKnown(whole)) taken = next - at + 1;
    }
    pieces.push(taken === 1 ? (cut[at] ?? '') : cut.slice(at, at + taken).join(''));
    at += taken;
  }
  return pieces;
}

const behindOf = (run: string, end: number): string => (end < run.length ? run.slice(end - 1, end + 1) : '');

type Found = Pick<LoosePair, 'wrong' | 'terms' | 'isIsolated' | 'isFree' | 'isTurned'>;

const endsWord = (piece: string | undefined): boolean =>
  piece === undefined || piece.length > 1 || isBoundary(piece);

/** 八|达|通 */
const isLoose = (piece: string | undefined): boolean => piece?.length === 1 && isLooseOne(piece);

function pairAt(pieces: readonly string[], at: number): Found | null {
  const [a, b] = [pieces[at] ?? '', pieces[at + 1] ?? ''];
  if (a.length !== 1 || b.length !== 1) return null;
  if (isFree(a) || isFree(b)) return freePair(pieces, at);
  if (isSuffix(a) && (pieces[at - 1]?.length ?? 0) > 1) return null;
  if (isLoose(pieces[at - 1]) || isLoose(pieces[at + 2])) return null;
  const isIsolated = endsWord(pieces[at - 1]) && endsWord(pieces[at + 2]);
  return { wrong: a + b, terms: NONE, isIsolated, isFree: false, isTurned: false };
}

const isWhole = (piece: string | undefined): boolean => piece === undefined || piece.length > 1;

/** 可户 for 客户, between whole words only. Behind one the first character would be a part of it: 单元格时. */
function freePair(pieces: readonly string[], at: number): Found | null {
  const [a = '', b = ''] = [pieces[at], pieces[at + 1]];
  if (!endsWord(pieces[at - 1]) || !isWhole(pieces[at + 2]) || a === '的' || b === '的') return null;
  // 可|过|通, and 第三|度|季: in the right order a word.
  const isTurned = isBoundary(a)
    ? !isFree(b) && !isWhole(pieces[at - 1])
    : !isBoundary(b) && isFree(b) && at > 0 && isWhole(pieces[at - 1]);
  if (!isTurned && (!isWhole(pieces[at - 1]) || (isFree(b) && (isFree(a) || at > 0)))) return null;
  return { wrong: a + b, terms: NONE, isIsolated: true, isFree: true, isTurned };
}

const NONE: readonly string[] = [];

/** The terms of three characters by what is left where one is taken out: 备?金. */
const TERMS_WITH_HOLE: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const term of TERMS) {
    if (term.length !== 3) continue;
    for (let at = 0; at < 3; at++) {
      const key = `${term.slice(0, at)}?${term.slice(at + 1)}`;
      found.set(key, [...(found.get(key) ?? []), term]);
    }
  }
  return found;
})();

/** What is left of those where the first or the last is taken off. */
const TERM_PARTS: ReadonlySet<string> = new Set(
  [...TERMS].filter(({ length }) => length === 3).flatMap((term) => [term.slice(0, 2), term.slice(1)]),
);

/** 备负金, 手续废: pieces of three characters together, one of them alone and wrong. */
function termAt(pieces: readonly string[], at: number): Found | null {
  const [a = '', b = '', c = ''] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  const isPair = (a.length === 2 && TERM_PARTS.has(a)) || (b.length === 2 && TERM_PARTS.has(b));
  const parts = isPair ? [a, b] : a.length + b.length + c.length === 3 ? [a, b, c] : NONE;
  const whole = parts.join('');
  if (whole.length !== 3 || !endsWord(pieces[at + parts.length])) return null;
  let place = 0;
  for (const part of parts) {
    if (part.length === 1 && !isFreeInTerm(part)) {
      const like = likeCharacters(part);
      const right = (TERMS_WITH_HOLE.get(`${whole.slice(0, place)}?${whole.slice(place + 1)}`) ?? []).filter(
        (term) => like.includes(term.charAt(place)),
      );
      if (right.length > 0)
        return { wrong: whole, terms: right, isIsolated: true, isFree: false, isTurned: false };
    }
    place += part.length;
  }
  return null;
}

const isName = (wrong: string, behind: string): boolean =>
  NAME.test(behind) || (wrong.length < 3 && SURNAMES.has(wrong.charAt(0)));
