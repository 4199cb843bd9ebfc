import { HEADING_WEAK, QUALIFIERS, WEAK } from './words';

/** What a figure measures, in words that can be compared. */
export interface Measure {
  readonly unit: string;
  /** Canonical names, sorted, joined by spaces: `日均`; 累计 stands in `cumulative`. */
  readonly qualifiers: string;
  readonly cumulative: boolean;
  /** What is left of concept and scope without fillers, the terms in a fixed order. */
  readonly body: string;
  /** The characters of `body`, a bit for each; some share one. */
  readonly characters: number;
  /** The same of the concept alone. */
  readonly core: string;
  /** True where the last day alone tells the period: 余额, 户数; false for what happens over a time. */
  readonly stock: boolean;
}

export interface Described {
  readonly concept: string;
  readonly scope: string;
  readonly unit: string;
}

/** Names that the report's author goes by; they say nothing in its own figures. */
export type OwnNames = readonly string[];

const PERIOD_WORDS =
  /(?:截至|截止|自|从)?(?:(?:19|20)\d{2}年?(?:度|[初末底])?)(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?(?:\d{1,2}[日号])?)?[初末底]?(?!\d)|\d{1,2}月份?(?:\d{1,2}[日号])?[末底]?|第?[一二三四1-4]季度|[上下]半年/g;
const STOCK_UNITS = new Set(['个', '家', '户', '款', '所', '名', '人', '台', '张', '座', '种', '国', '国家']);
const STOCK = /余额|存量|[期年月季][末底]|时点|资产|负债|权益|人口|在册|保有|在用|累计/;
/** Happens over a time although it is counted; a mean is of the time that it is taken over. */
const FLOW =
  /[日月周旬季年]均|平均|均值|发放|新开|开立(?!数)|办理|处理|处置|受理(?=量|件|投诉)|投诉|发行|召开|培训|检查|查处|成交|销售|产量|收入|支出|退款|开展/;
/** `交易金额（万元）`: the unit is compared as such. */
const BRACKETED_UNIT = /\((?:单位:?)?[万亿千百]*(?:元|笔|户|家|个|人次?|台|件|张|款|%|‰|倍|吨|辆|份)\)/g;
const NOT_TEXT = /[^\p{L}\p{N}]+/gu;
const APPEARS_MONEY = /元/;

/**
 * Brings concept and scope into a form in which two wordings of one measure are equal. `bodies` remembers what words come
 * to, for many measures with the same own names.
 */
export function measureOf(
  { concept, scope, unit }: Described,
  own: OwnNames = [],
  bodies: Map<string, string> = new Map(),
): Measure {
  const shortOf = (text: string): string => {
    const known = bodies.get(text);
    if (known !== undefined) return known;
    const made = bodyOf(text, own);
    bodies.set(text, made);
    return made;
  };
  const whole = `${concept} ${scope}`.normalize('NFKC').replace(BRACKETED_UNIT, '');
  const qualified = qualifiersOf(whole);
  const core = shortOf(concept);
  const terms = [...scope.split(/[\s、/·,，]+/).map(shortOf), core];
  const body = [...new Set(terms)].filter(Boolean).sort().join('');
  return {
    unit,
    qualifiers: qualified.filter((name) => name !== '累计').join(' '),
    cumulative: qualified.includes('累计'),
    body,
    characters: charactersOf(body),
    core,
    stock: isStock(whole, unit) && !qualified.includes('变动') && !FLOW.test(whole),
  };
}

const isStock = (whole: string, unit: string): boolean =>
  STOCK_UNITS.has(unit) || (APPEARS_MONEY.test(unit) && /余额|资产|负债/.test(whole)) || STOCK.test(whole);

function charactersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bits |= 1 << ((unit ^ (unit >> 5)) & 31);
  }
  return bits;
}

/** Equal for bodies of the same characters and numbers in whatever order: 银联线上, 线上银联. */
export const keyOf = ({ body }: Measure): string => (body.match(PIECES) ?? []).sort().join(' ');

/** Numbers and Latin words stay whole. */
const PIECES = /\d+|第[一二三四五六七八九十百]+|[a-z]+|./gu;

/** Most words hold no qualifier at all. */
const ANY_QUALIFIER = new RegExp(QUALIFIERS.map(([, { source }]) => source).join('|'));

function qualifiersOf(text: string): readonly string[] {
  if (!ANY_QUALIFIER.test(text)) return [];
  const found: string[] = [];
  let rest = text;
  for (const [name, pattern] of QUALIFIERS) {
    const less = rest.replace(pattern, '');
    if (less !== rest) found.push(name);
    rest = less;
  }
  return found.sort();
}

/** A stretch of words without periods, qualifiers, own names and fillers. */
export function bodyOf(text: string, own: OwnNames = []): string {
  let rest = withHanClasses(text.normalize('NFKC')).replace(BRACKETED_UNIT, '');
  for (const name of own) rest = rest.replaceAll(name, '');
  // 较11月 is one qualifier: the periods go after them.
  if (ANY_QUALIFIER.test(rest)) for (const [, pattern] of QUALIFIERS) rest = rest.replace(pattern, '');
  rest = rest.replace(PERIOD_WORDS, '').replace(WEAK, '').replace(NOT_TEXT, '');
  return rest
    .replace(/(?<![境国省市区])内$/, '')
    .replace(/^(?:公司|全行|全司)(?=..)/, '')
    .toLowerCase();
}

const ROMAN_CLASS = /(?<![A-Za-z])(?:VIII|VII|VI|IV|IX|III|II|I|V|X)(?=[类级型档])/g;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Ⅱ类 is 二类; as Latin letters Ⅱ and Ⅲ would differ by a letter that says nothing. */
const withHanClasses = (text: string): string =>
  text.replace(ROMAN_CLASS, (roman) => '一二三四五六七八九十'.charAt(ROMAN.indexOf(roman)));

const HEADING_NUMBER =
  /^\s*(?:第[一二三四五六七八九十百\d]+[章节部条]分?|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*[.、．]?)\s*/;

/** The same of a heading or caption. */
export const headingBody = (text: string, own: OwnNames = []): string =>
  bodyOf(text.replace(HEADING_NUMBER, '').normalize('NFKC').replace(HEADING_WEAK, ''), own);
