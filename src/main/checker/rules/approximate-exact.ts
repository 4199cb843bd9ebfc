import type { ReportDocument } from '../../../shared/model/document';
import type { Quantity } from '../../../shared/model/quantity';
import { defineRule, type Limits, type Problem } from '../rule';
import { type PrintedDigits, printedDigits, significantDigits } from '../text/printed-digits';

type MessageId = 'precise' | 'small-count';
type LimitName = keyof typeof LIMITS;

const WORDS = /(?:大约|约为|约|将近|接近|近|超过|突破|逾|超)$/;
/** A bound that a rule sets is no estimate: 单笔不得超过12,345元. */
const LIMIT = /(?:不得|不能|不应|不可|不|未|如|若|凡|当|一旦|是否|严禁|限额)[^，。；]{0,6}$/;
/** What was worked out under an assumption is an estimate however many digits it has. */
const WORKED_OUT = /测算|估算|估计|预计|预测|模拟|折算|推算|(?:剔除|扣除|调整)[^。；]{0,12}(?:因素|影响|后)/;

/** 8,556,212.26万元（约855.62亿元）: the figure before it, cut short. */
const RESTATED = /\d\s?[万亿]?\p{Script=Han}{1,2}(?:[（(]|[，,]\s?)(?:即|折合?|合)?约(?:为|合)?$/u;

/** 日均业务金额约10,689万元: a quotient that is cut off somewhere. What is published per head (人均可支配收入) is a figure of its own. */
const AVERAGE =
  /[日月年季周人户笔件家店张台点单网]均(?!已|由|为|未|不|可|能|按|在|地区生产|国内生产|可支配|消费支出|GDP)|平均|每[\p{Script=Han}]/u;

/** From this many digits on nobody estimates; counts of things sooner, and small ones can be counted. */
const LIMITS = {
  digits: { value: 5, least: 3, most: 9 },
  countDigits: { value: 4, least: 2, most: 9 },
  smallBelow: { value: 100, least: 11, most: 1000 },
} as const;
const COUNT_UNITS = new Set(
  '个 家 款 项 种 国 国家 所 座 支 户 次 份 场 件 名 台 条 起 期 人 人次 笔'.split(' '),
);
const SMALL_FROM = 11;

/** 近/约/超/余 before a figure that is printed to its last digit. */
export const approximateExact = defineRule<MessageId, LimitName>({
  code: 'N212',
  name: 'approximate-exact',
  severity: 'doubt',
  looks: 'near',
  messages: {
    precise: '“{word}”与精确数“{figure}”连用，去掉“{word}”或改用概数',
    'small-count': '“{word}{figure}”：能数清的数目不宜用“{word}”，请写确数',
  },
  limits: LIMITS,
  applies: ({ quantities }) => quantities.some(isEstimate),
  check: ({ document, quantities }, limits) =>
    quantities.flatMap((quantity) => (isEstimate(quantity) ? problemOf(document, quantity, limits) : [])),
});

const isEstimate = ({ approximator, exempt, place }: Quantity): boolean =>
  approximator !== null &&
  exempt === null &&
  place.row === undefined &&
  (approximator === 'about' || approximator === 'nearly' || approximator === 'over');

function problemOf(
  { text }: ReportDocument,
  quantity: Quantity,
  limits: Limits<LimitName>,
): Problem<MessageId>[] {
  const digits = printedDigits(quantity.raw);
  const { start, end } = quantity.range;
  const before = text.slice(Math.max(0, start - 12), start);
  const word = WORDS.exec(before)?.[0];
  if (!digits || word === undefined || LIMIT.test(before.slice(0, -word.length))) return [];
  if (WORKED_OUT.test(clauseBefore(text, start))) return [];
  if (/约/.test(word) && isCutShort(text, start)) return [];
  const range = { start: start - word.length, end };
  const data = { word, figure: quantity.raw };
  if (isPrecise(quantity, digits, limits)) {
    const edits = [{ range: { start: range.start, end: start }, text: '' }];
    return [{ message: 'precise', data, range, fixes: [{ title: `去掉“${word}”`, edits }] }];
  }
  // 超12个: whoever counted twelve knows whether there are thirteen. 超过12个的 states a condition.
  const conditional = /^[^，。；、]{0,8}的/.test(text.slice(end, end + 10)) && word === '超过';
  return isSmallCount(quantity, digits, limits) && !conditional
    ? [{ message: 'small-count', data, range }]
    : [];
}

/** A mean, or the figure just before it in a coarser unit. */
function isCutShort(text: string, start: number): boolean {
  const clause =
    clauseBefore(text, start)
      .split(/[，；]/)
      .at(-1) ?? '';
  return AVERAGE.test(clause) || RESTATED.test(text.slice(Math.max(0, start - RESTATED_REACH), start));
}

const RESTATED_REACH = 12;

/** From the beginning of the sentence. */
function clauseBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - REACH), end);
  return near.slice(near.search(/[^。；\n]*$/));
}

const REACH = 60;

function isPrecise({ unit }: Quantity, digits: PrintedDigits, limits: Limits<LimitName>): boolean {
  const plain = digits.fraction === '' && !/^[万亿百千]/.test(digits.tail);
  const count = plain && COUNT_UNITS.has(unit);
  return significantDigits(digits) >= (count ? limits.countDigits : limits.digits);
}

function isSmallCount(
  { unit, value, approximator }: Quantity,
  digits: PrintedDigits,
  { smallBelow }: Limits<LimitName>,
): boolean {
  if (approximator === 'about' || !COUNT_UNITS.has(unit) || digits.fraction !== '') return false;
  if (!/^\d{2,3}$/.test(value) || value.endsWith('0') || value.endsWith('5')) return false;
  return Number(value) >= SMALL_FROM && Number(value) < smallBelow;
}
