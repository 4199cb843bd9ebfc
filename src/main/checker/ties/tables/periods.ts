/** The period that a header or a row label names. */
export interface NamedPeriod {
  /** Months since year 0 up to its last one; null when no year is written. A bare month or quarter counts in year 0. */
  readonly months: number | null;
  /** Length in months; 0 for a point in time. */
  readonly span: number;
  /** 0: 本年, 期末; -1: 上年, 期初; null: not said in such words. */
  readonly relative: 0 | -1 | null;
  /** 去年同期 lies a year back, 上月 a period. */
  readonly back: 'year' | 'period' | null;
  /** 年初, 期初, 上年末: a stock at the opening. */
  readonly opening: boolean;
  /** 预算, 计划, 目标. */
  readonly plan: boolean;
}

const YEAR = /(?<![\d.])((?:19|20)\d{2})年?(?:度)?/;
const MONTHS = /(?:(\d{1,2})月?[-—–~～至]+)?(\d{1,2})月(?:份)?(?:(\d{1,2})日)?/;
const QUARTER = /第?([一二三四1-4])季度|[Qq]([1-4])|前([二三])季度/;
const HALF = /([上下])半年|[Hh]([12])(?!\d)/;
const POINT = /末|底|日$|截至|余额|初/;
const PRIOR = /上年|去年|上[期月季]|同期|[年期月]初|上次|基期|前值/;
const CURRENT = /本[年期月季]|当[年期月季]|今年|[年期月]末|报告期|本次|实际|执行|决算|完成/;
const PLAN = /预算(?!收入|支出|内|外|单位|管理|拨款|资金)|计划|目标|任务/;
const OPENING = /[年期月]初|上年[年期]?末|上[期月季]末/;
const HAN: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

const number = (text: string): number => HAN[text] ?? Number(text);

/** Reads `2025年1-9月`, `2024年末`, `上年同期`, `期初`, `预算数`, `三季度`. */
export function periodNamed(text: string): NamedPeriod {
  const year = YEAR.exec(text);
  const { last, span } = withinYear(year ? text.replace(year[0], '') : text);
  const point = POINT.test(text);
  const isOpening = /年初/.test(text) && year !== null;
  const months = year || last !== null ? Number(year?.[1] ?? 0) * 12 + (isOpening ? 0 : (last ?? 12)) : null;
  return {
    months,
    span: point ? 0 : span,
    relative: PRIOR.test(text) ? -1 : CURRENT.test(text) ? 0 : null,
    back: /上年|去年|同期/.test(text) ? 'year' : /上[月季]/.test(text) ? 'period' : null,
    opening: OPENING.test(text),
    plan: PLAN.test(text) && !/[比较].*预算/.test(text),
  };
}

function withinYear(text: string): { readonly last: number | null; readonly span: number } {
  const months = MONTHS.exec(text);
  if (months) {
    const last = Number(months[2]);
    if (last < 1 || last > 12) return { last: null, span: 12 };
    return { last, span: months[1] === undefined ? 1 : Math.max(1, last - Number(months[1]) + 1) };
  }
  const quarter = QUARTER.exec(text);
  if (quarter?.[3]) return { last: number(quarter[3]) * 3, span: number(quarter[3]) * 3 };
  if (quarter) return { last: number(quarter[1] ?? quarter[2] ?? '4') * 3, span: 3 };
  const half = HALF.exec(text);
  if (half) return { last: half[1] === '上' || half[2] === '1' ? 6 : 12, span: 6 };
  return { last: null, span: 12 };
}

const PERIOD_WORDS = [
  new RegExp(YEAR.source, 'g'),
  new RegExp(MONTHS.source, 'g'),
  new RegExp(QUARTER.source, 'g'),
  /[上下]半年|上年度?|去年|上[期月季]|同期|[年期月][初末底]|本[年期月季]度?|当[年期月季]|今年|报告期|上次|本次|基期/g,
  /调整[前后]|快报|初步|实际|执行数?|决算数?|预算数?(?!收入|支出)|计划数?|目标数?|完成数?|累计|年度/g,
];
const CHANGE_WORDS =
  /(?:同比|环比|[比较]?(?:上|去|年初|期初)?)?(?:增长|增减|增加|减少|净增|增幅|增速|变动|变化|升降|涨跌|涨幅|降幅|下降|差额|差异|提高|降低)(?:额|率|数|量|幅度|情况|比例)?|同比|环比|[比较]|±|占比|比重|构成|结构|百分点?/g;

/** What a name measures, its period, its change and its punctuation left out: two periods of one thing are alike. */
export function residueOf(text: string): string {
  let rest = text;
  for (const words of PERIOD_WORDS) rest = rest.replace(words, '');
  return rest
    .replace(CHANGE_WORDS, '')
    .replace(/[^\p{L}]/gu, '')
    .replace(/^[数额率的年]+|数$/g, '');
}
