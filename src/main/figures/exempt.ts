import { exemptFound, type Found } from './found';
import { before, digitCount, matchAt } from './match';
import { scaleAt, unitAt } from './units';

/** What is known where a figure begins. */
export interface Spot {
  readonly text: string;
  /** The figure's first digit. */
  readonly at: number;
  /** End of the quantity before; nothing may reach back over it. */
  readonly floor: number;
  readonly previous: Found | null;
  /** A table cell: `(5)` may be a negative figure there. */
  readonly cell: boolean;
  /** Inside 《》. */
  readonly inTitle: boolean;
}

type Reader = (spot: Spot) => Found | null;

const LIST_OPENING = /(?:^|[。；;：:，,\n])[ \u3000]*[（(]?$/;
const PLAIN_MARKER = /\d{1,2}[、.)）](?![\d.])/y;
const LEVEL_MARKER = /\d{1,2}(?:\.\d{1,2}){1,4}(?=[、. \u3000\u00a0])[、.]?/y;
const PAREN_MARKER = /\d{1,2}[）)]/y;

/** `1、`, `2.1 `, `（3）` at the start of a text or clause. */
const listNumber: Reader = ({ text, at, floor, cell }) => {
  const ahead = before(text, at, 6);
  const opened = /[（(]$/.test(ahead);
  if (opened) {
    const match = at - 1 >= floor ? matchAt(PAREN_MARKER, text, at) : null;
    const alone = match && at === 1 && at + match[0].length === text.length;
    if (!match || (cell && alone)) return null;
    const opens = LIST_OPENING.test(ahead.slice(0, -1));
    return exemptFound(at - 1, at + match[0].length, opens ? 'list-number' : 'reference');
  }
  if (!LIST_OPENING.test(ahead) || /[，,]$/.test(ahead)) return null;
  const level = at === 0 || ahead.endsWith('\n') ? matchAt(LEVEL_MARKER, text, at) : null;
  const match = level ?? matchAt(PLAIN_MARKER, text, at);
  if (!match || at + match[0].length === text.length) return null;
  const after = at + match[0].length;
  const rest = text.slice(after, after + 3).trimStart();
  // `3.5 亿元` is a figure; `1、2、3` an enumeration of figures.
  if (level && (scaleAt(rest, 0).power > 0 || unitAt(rest, 0))) return null;
  if (!level && /^\d{1,3}[、，,和]/.test(text.slice(after, after + 5))) return null;
  return exemptFound(at, after, 'list-number');
};

const NOUN =
  /(?:(?:^|[^报发代填课手年])(图表|图|表)|(附件|附录|附表|附图|公式|脚注|附注|专栏|专题)|\[|【)[ \u00a0]?$/;
/** What a noun that a number refers to may end in, with a space behind it. */
const NOUN_LAST = /[表图件录式注栏题[【例务案形骤本施标 \u00a0]/;
const LABEL_NOUN = /(?:案例|任务|方案|情形|步骤|样本|措施|目标)$/;
const LABEL = /\d{1,3}(?:[-－–.]\d{1,3})*(?![\d,%％‰])/y;
const CHAIN = /^[ ]?[、和与及至或\-~～—–][ ]?$/;

/** `图1`, `附件3`, `表1、2`, `[4]`. A number with a unit is a count: 图3张. */
const reference: Reader = ({ text, at, floor, previous }) => {
  if (previous?.exempt !== 'reference' && !NOUN_LAST.test(text.charAt(at - 1))) return null;
  const match = matchAt(LABEL, text, at);
  if (!match) return null;
  const end = at + match[0].length;
  if (scaleAt(text, end).power > 0) return null;
  if (unitAt(text, end) && !/^(?:年度|分)/.test(text.slice(end, end + 2))) return null;
  const ahead = before(text, at, 5);
  const noun = NOUN.exec(ahead);
  if (noun) {
    const width = (noun[1] ?? noun[2] ?? '').length;
    const bracket = width === 0;
    if (bracket && !/[\]】]/.test(text.charAt(end))) return null;
    const start =
      at - (ahead.length - ahead.lastIndexOf(noun[1] ?? noun[2] ?? ahead.charAt(ahead.length - 1)));
    return exemptFound(Math.max(floor, start), end, 'reference');
  }
  if (LABEL_NOUN.test(ahead)) return exemptFound(at, end, 'ordinal');
  const chained =
    previous?.exempt === 'reference' && previous.end < at && CHAIN.test(text.slice(previous.end, at));
  return chained ? exemptFound(at, end, 'reference') : null;
};

const NTH =
  /\d+(?:[ ]?[-–—~～至、][ ]?第?\d+)?[ ]?(季度|[条款项章节编页部号]|[次届位名期批轮个类种版卷册集阶代大])?/y;
const NUMBERED = /\d{1,4}号(?!码)/y;

/** `第3次`, `第5条`; `3号线`. */
const ordinal: Reader = ({ text, at, floor }) => {
  const nth = /[第 ]/.test(text.charAt(at - 1)) ? /第[ ]?$/.exec(before(text, at, 2)) : null;
  if (nth && at - nth[0].length >= floor) {
    const match = matchAt(NTH, text, at);
    if (!match) return null;
    const word = match[1] ?? '';
    const reason = word === '季度' ? 'date' : /[条款项章节编页部号]/.test(word) ? 'reference' : 'ordinal';
    return exemptFound(at - nth[0].length, at + match[0].trimEnd().length, reason);
  }
  const match = text.charAt(at + digitCount(text, at)) === '号' ? matchAt(NUMBERED, text, at) : null;
  return match ? exemptFound(at, at + match[0].length, 'ordinal') : null;
};

const CODES: readonly RegExp[] = [
  // 银发〔2024〕12号
  /\d{4}[〕\]】）)][ ]?第?[ ]?\d+[ ]?号/y,
  /1[3-9]\d{9}(?!\d)/y,
  /0\d{2,3}[-—][ ]?\d{7,8}(?!\d)/y,
  /400[-—]?\d{3,4}[-—]?\d{3,4}(?!\d)/y,
  /\d{17}[\dXx](?![\dA-Za-z])/y,
  /\d{4}(?:[ -]\d{4}){2,4}(?:[ -]\d{1,3})?(?!\d)/y,
  /\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\d.])/y,
];
const VERSION = /\d+(?:\.\d+){2,}|\d+(?:\.\d+)?(?=版本?(?!面|图|权|税))/y;
const CODE_NOUN =
  /(?:编号|证号|号码|账号|帐号|卡号|电话|热线|传真|邮编|邮政编码|代码|编码|许可证|备案号|批号|文号|版本号?|流水号|工号|QQ|微信号)(?:为|是)?[:：]?[ ]?$/;
const CODE_TOKEN = /\d[-\dA-Za-z]*(?:\.\d+)*/y;
const LONG = /\d{9,}(?![\d.,])|0\d+(?![\d.,])/y;

const hasUnit = (text: string, end: number): boolean =>
  scaleAt(text, end).power > 0 || unitAt(text, end) !== null;

/** What may stand behind the first digits of one of `CODES`. */
const CODE_MARKS = '〕]】）)-— .';

/** Numbers that identify and do not measure: telephones, licences, documents. */
const strictCode: Reader = ({ text, at, floor }) => {
  const size = digitCount(text, at);
  const next = text.charAt(at + size);
  if (size < 3 && next !== '.') return null;
  // The shortest without a mark behind its first digits is 400 and six more.
  if (size < 9 && (next === '' || !CODE_MARKS.includes(next))) return null;
  for (const [index, pattern] of CODES.entries()) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const opened = index === 0 && at - 1 >= floor && /[〔[【（(]/.test(text.charAt(at - 1));
    if (index === 0 && !opened) continue;
    return exemptFound(opened ? at - 1 : at, at + match[0].length, 'code');
  }
  return null;
};

const namedCode: Reader = ({ text, at }) => {
  const version = matchAt(VERSION, text, at);
  if (version) return exemptFound(at, at + version[0].length, 'code');
  if (!CODE_NOUN.test(before(text, at, 8))) return null;
  const token = matchAt(CODE_TOKEN, text, at);
  if (!token || hasUnit(text, at + token[0].length) || text.charAt(at + token[0].length) === ',') return null;
  return exemptFound(at, at + token[0].length, 'code');
};

const longCode: Reader = ({ text, at }) => {
  const match = matchAt(LONG, text, at);
  if (!match || hasUnit(text, at + match[0].length) || /[%％‰]/.test(text.charAt(at + match[0].length)))
    return null;
  return exemptFound(at, at + match[0].length, 'code');
};

/** Hotlines and names made of digits, where the word beside them says so: 120 alone is a figure. */
const KNOWN_NAME =
  /(?:123(?:06|15|21|45|63|78)|12123|96110)(?![\d.,％%])|360(?=公司|集团|手机|安全|杀毒|搜索|数科|金融|应用|软件)|(?:315|618)(?=大促|晚会|活动|购物|年中|消费|期间|促销)|1(?:10|19|20|22)(?=报警|急救|联动|指挥)|(?:211|985)(?=高校|院校|大学|工程)|58同城/y;
const AFTER_WITH = /360(?![\d.,％%增升降])/y;
const NAMED_DAY =
  /\d{2,5}(?=[\u4e00-\u9fff]{0,4}(?:日(?!均|常|元|志|益|前|期)|购物节|狂欢节|节(?!约|省|能|点)|大促|晚会|热线|专线|促销|客服|号段))/y;
const LATIN_NAME = /\d+(?:\.\d+)?[-×]?[A-Za-z][A-Za-z0-9]*(?:[-_./@&+][A-Za-z0-9]+)*/y;
const ROUND_THE_CLOCK = /7[ ]?[×xX*][ ]?24(?:小时)?/y;
const STRONG = /\d{2,4}强(?!化|调|度|制|于|烈|有)/y;
const GENERATION = /\d\.0(?![\d%％‰])/y;
const AFTER_LATIN = /[A-Za-z][ \u00a0]$/;
const STANDARD = /\d+(?:\.\d+)*(?:[-—–:]\d{4}(?!\d))?/y;

/** A digit inside a name: `4G`, `62福利日`, `ISO 27001`, `双11`. */
const name: Reader = ({ text, at, inTitle }) => {
  const next = text.charAt(at + digitCount(text, at));
  const known = text.charAt(at) === '7' ? ROUND_THE_CLOCK : null;
  for (const pattern of [known, next === '强' ? STRONG : null]) {
    const match = pattern && matchAt(pattern, text, at);
    if (match) return exemptFound(at, at + match[0].length, 'name');
  }
  const latin = /[-×A-Za-z.]/.test(next) ? matchAt(LATIN_NAME, text, at) : null;
  if (latin && !latinUnit(text, at)) return exemptFound(at, at + latin[0].length, 'name');
  const plain = matchAt(STANDARD, text, at);
  if (!plain || hasUnit(text, at + plain[0].length)) return null;
  if (/[%％‰,]/.test(text.charAt(at + plain[0].length))) return null;
  const ahead = before(text, at, 2);
  const isName =
    inTitle ||
    ahead.endsWith('双') ||
    (/[与虎]$/.test(ahead) && matchAt(AFTER_WITH, text, at) !== null) ||
    AFTER_LATIN.test(ahead) ||
    [KNOWN_NAME, NAMED_DAY, GENERATION].some((pattern) => matchAt(pattern, text, at));
  return isName ? exemptFound(at, at + plain[0].length, 'name') : null;
};

const PLAIN_NUMBER = /\d+(?:\.\d+)?/y;
const latinUnit = (text: string, at: number): boolean => {
  const match = matchAt(PLAIN_NUMBER, text, at);
  return match !== null && unitAt(text, at + match[0].length) !== null;
};

const LEADER = /(?:\t|…|[.·．]{3}|-{3}|_{3}) ?$/;
const PAGE = /\d{1,4}(?=\s*$)/y;

/** The page at the end of a line of contents: `一、总体情况……3`. */
const page: Reader = ({ text, at, cell }) => {
  const match = cell ? null : matchAt(PAGE, text, at);
  return match && LEADER.test(before(text, at, 4))
    ? exemptFound(at, at + match[0].length, 'reference')
    : null;
};

/** Readers to try before dates, and after them. */
export const EXEMPT_FIRST: readonly Reader[] = [page, strictCode, listNumber, reference];
export const EXEMPT_LATER: readonly Reader[] = [ordinal, namedCode, name, longCode];
