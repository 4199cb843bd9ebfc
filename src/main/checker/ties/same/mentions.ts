import { absolute, type Decimal, decimal, negate } from '../../../../shared/decimal';
import { rememberedText } from '../../../../shared/memo';
import type { ReportDocument } from '../../../../shared/model/document';
import type { Fact, Quantity } from '../../../../shared/model/quantity';
import { type Lead, leadOf, PLAIN_LEAD } from '../../../figures/identity/lead';
import { mainSpan } from '../../../figures/identity/main-period';
import type { Measure } from '../../../figures/identity/measure';
import { measuresOf } from '../../../figures/identity/measures';
import { shareMeasureBefore, shareMeasureNamed } from '../../../figures/identity/share-measure';
import { type Span, spanKey, spanOf } from '../../../figures/identity/span';
import { GENERIC_COUNTED } from '../../../figures/identity/words';
import { isBound } from '../bounds';
import type { TieInput } from '../input';
import { openingYear, sentenceStart } from '../opening-year';
import { isPerSomething } from '../whole-things';
import { settingReader } from './context';
import { rowWords } from './row';

/** A figure of the text as one of possibly several that state the same. */
export interface Mention {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly measure: Measure;
  /** Figures whose `family` differs never state the same: unit, 日均, planned or not. */
  readonly family: string;
  /** The period in one spelling; `?` where the report names none and has none itself. */
  readonly period: string;
  /** Words of headings, captions and the row that may narrow what is measured. */
  readonly context: string;
  readonly isCell: boolean;
  /** The section for prose, the table for a cell: figures in it that seem the same and are not equal are parts of a list. */
  readonly neighbourhood: string;
  /** Of prose: where its sentence begins, and whether 其中 stands before it there. */
  readonly sentence: number;
  readonly isPart: boolean;
  /** The paragraph, or the whole list that an item is of. */
  readonly run: number;
  /** Of a share: what it is a share of, 金额 or 笔数; empty where nothing tells. */
  readonly shareOf: string;
  /** Signed as the sentence says: 下降5% is -5. */
  readonly value: Decimal;
  /** False where a difference would prove nothing: plans, adjusted figures. */
  readonly firm: boolean;
}

/** A name as long as this tells its figure without the sentence around it: 特约商户, 营业收入. */
export const TELLING = 4;

const RATE_UNITS = new Set(['%', '个百分点', '倍', '‰', '成', '番', '基点']);
const TIME_UNITS = new Set(['年', '月', '日', '天', '周', '小时', '分钟', '秒', '']);

/** 收入总计 counts what was carried over and transferred; 收入合计 beside it does not. */
function grandTotal(text: string, { concept }: Fact, { range: { start } }: Quantity): string {
  return /.总计/.test(concept) || /(?:收入|支出)总计[为达：:约]?$/.test(text.slice(start - 6, start))
    ? ' 总计'
    : '';
}

/** All claims of a report that may be stated twice, in the order of the text. */
export function mentionsOf(input: TieInput): readonly Mention[] {
  const { document, quantities, facts } = input;
  const measures = measuresOf(document);
  const main = mainSpan(
    document.title,
    facts.map(({ period }) => period),
  );
  const keyOf = periodKeys(main);
  const setting = settingReader(document, measures.own);
  const words = rowWords(document);
  const mentions = facts.flatMap((fact): Mention[] => {
    const quantity = quantities[fact.quantity];
    if (!quantity || quantity.exempt !== null || quantity.approximator === 'some') return [];
    if (COMPARED.test(fact.concept) || isJointShare(document.text, fact, quantity)) return [];
    if (quantity.place.row === undefined && isBound(document.text, quantity.range)) return [];
    const { context, headings, section, run } = setting(quantity.place.block);
    const scope = fromHeadings(fact.scope, headings) ? '' : fact.scope;
    const measure = measures.of({ concept: fact.concept, scope, unit: quantity.unit });
    if (isTooVague(measure, quantity)) return [];
    const isCell = quantity.place.row !== undefined;
    const { start, end } = quantity.range;
    const lead = isCell ? PLAIN_LEAD : leadOf(document.text, start, end);
    const unread =
      fact.period === '' ? unreadPeriod(document, fact, headings, isCell ? -1 : start, main) : '';
    const named = unread || keyOf(fact.period, measure.stock);
    const period = isOpening(document.text, fact, quantity) ? openingKey(named, fact.period, main) : named;
    if (lead.earlier && period === keyOf('', measure.stock)) return [];
    const sentence = isCell ? -1 : sentenceStart(document.text, start);
    return [
      {
        fact,
        quantity,
        measure,
        sentence,
        isPart: sentence >= 0 && document.text.slice(sentence, start).includes('其中'),
        family: `${familyOf(measure, lead)}${isPerSomething(quantity) ? ' 每' : ''}${grandTotal(document.text, fact, quantity)}`,
        period,
        context: `${context}${isCell ? words(quantity) : ''}`,
        isCell,
        neighbourhood: isCell ? `${run}` : `§${section}`,
        run,
        shareOf: isCell
          ? shareMeasureNamed(fact.concept)
          : shareMeasureNamed(fact.concept) || shareMeasureBefore(quantities, fact.quantity),
        value: signedValue(quantity, measure, lead),
        firm: !lead.planned && !lead.adjusted && !/计划|口径|上期|单次/.test(measure.qualifiers),
      },
    ];
  });
  return mentions.sort((a, b) => a.quantity.range.start - b.quantity.range.start);
}

/** 高于3%的预警线, 低于10%的限额: what a figure is held against bears no name of its own. */
const COMPARED =
  /^(?:均|仍|都|远|略)?(?:[不未]?[高低大小多少]于|[不未]?超过|[不未]?超出|[不未]?突破|达到|未达到?)$|依次$/;

/** 甲33%、乙47%；两项合计1,200笔，占八成以上: the share of what was named together, not of the last. */
const JOINT = /(?:合计|共计|累计|之和|加总|合并)[^。；\n]{0,24}占[^，。；、\d]{0,8}$/;

const isJointShare = (
  text: string,
  { concept }: Fact,
  { unit, place, range: { start } }: Quantity,
): boolean =>
  RATE_UNITS.has(unit) &&
  place.row === undefined &&
  !/[合共累总]计|之和/.test(concept) &&
  JOINT.test(text.slice(Math.max(0, start - 44), start));

const PERIOD_WORD =
  /(?:19|20)\d{2}年?|[一二三四1-4]季度|[上下]半年|\d{1,2}月|[一二三四五六七八九十]月|当[日月季]|首[日月季]/g;
const SENTENCE = 60;

const compactTitle = rememberedText((title) => title.replace(/\s+/g, ''));

/** A month or quarter that is named nearby but was not read as the figure's period: it is not the report's own. */
function unreadPeriod(
  { text, title }: ReportDocument,
  fact: Fact,
  headings: string,
  start: number,
  main: Span | null,
): string {
  const sentence = start < 0 ? '' : text.slice(Math.max(0, start - SENTENCE), start);
  const own = sentence.slice(Math.max(sentence.lastIndexOf('。'), sentence.lastIndexOf('\n')) + 1);
  // What the title names is the report's own, or has been chosen from.
  const above = headings.replace(compactTitle(title), '');
  const opening = start < 0 ? '' : openingYear(text.slice(sentenceStart(text, start), start));
  const words =
    `${fact.concept} ${fact.scope} ${above} ${opening && `${opening}年`} ${own}`.match(PERIOD_WORD) ?? [];
  const year = main?.end.slice(0, 4);
  const strange = words.find((word) => year === undefined || !word.startsWith(year));
  return strange === undefined ? '' : `?${strange}`;
}

/** A scope that the headings lent narrows less than one that the sentence or the row names. */
function fromHeadings(scope: string, headings: string): boolean {
  if (scope === '') return false;
  return /\s/.test(scope)
    ? scope.split(/\s+/).every((term) => headings.includes(term))
    : headings.includes(scope);
}

function isTooVague({ body, unit, qualifiers }: Measure, { value }: Quantity): boolean {
  // 比年初增加843.2亿元: of what, the clause before knows.
  if (body === '' && qualifiers.includes('变动')) return true;
  if (TIME_UNITS.has(unit) && unit !== '') return true;
  if (RATE_UNITS.has(unit)) return body.length < 2;
  if (unit === '') return body.length < 3;
  const isSmall = /^\d{1,2}$/.test(value);
  if (GENERIC_COUNTED.test(body) && (body !== '' || isSmall)) return true;
  return isSmall && body.length < 3;
}

function familyOf(measure: Measure, lead: Lead): string {
  const change = lead.change && !measure.qualifiers.includes('变动') ? ' 变动' : '';
  const planned = lead.planned ? ' 计划' : '';
  const adjusted = lead.adjusted ? ' 口径' : '';
  return `${measure.unit} ${measure.qualifiers}${change}${planned}${adjusted}`;
}

/** 月初余额, 季初备付金余额为: of the day before the period begins. */
const OPENING = /(?:期|月|季|年)初/;

function isOpening(text: string, { concept, scope }: Fact, { place, range: { start } }: Quantity): boolean {
  if (OPENING.test(concept) || OPENING.test(scope)) return true;
  if (place.row !== undefined) return false;
  const near = text.slice(Math.max(0, start - 20), start);
  if (!near.includes('初')) return false;
  const clause = /[^，。；、（）\n\d]*$/.exec(near)?.[0] ?? '';
  return /(?<![较比与从自])(?:期|月|季|年)初[^末]*$/.test(clause);
}

/** Of a month or quarter that is named, its own beginning; else only that it is an opening. */
function openingKey(named: string, period: string, main: Span | null): string {
  const span = period === '' ? main : spanOf(period);
  if (!span || span.start === '' || span.start === span.end) return `初 ${named}`;
  return `@${new Date(Date.parse(`${span.start}T00:00:00Z`) - DAY).toISOString().slice(0, 10)}`;
}

const DAY = 86_400_000;

/** Reports name few periods, each many times. */
function periodKeys(main: Span | null): (period: string, stock: boolean) => string {
  const known = new Map<string, string>();
  return (period, stock) => {
    const name = `${stock} ${period}`;
    const key = known.get(name) ?? periodKey(period, stock, main);
    known.set(name, key);
    return key;
  };
}

/** A period as a key; an unnamed one is the report's own. */
export function periodKey(period: string, stock: boolean, main: Span | null): string {
  const span = period === '' ? main : spanOf(period);
  if (span) return spanKey(span, stock);
  return period === '' ? '?' : period;
}

function signedValue({ value }: Quantity, measure: Measure, lead: Lead): Decimal {
  const exact = decimal(value);
  const isChange = lead.change || /变动|同比|环比|较/.test(measure.qualifiers);
  return isChange && lead.sign < 0 ? negate(absolute(exact)) : exact;
}
