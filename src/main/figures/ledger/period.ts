import type { SheetCell } from '../../../shared/model/ledger';
import { lastDay } from '../periods';

/** What a text says of a period; a header may know the month and the title the year. */
export interface PeriodParts {
  readonly year: number | null;
  /** First and last month; null when none is told. */
  readonly months: readonly [number, number] | null;
  readonly day: number | null;
  /** 截至…, …末: all up to the period's last day. */
  readonly isEnd: boolean;
  /** As written. */
  readonly words: string;
}

export interface PeriodFound {
  readonly parts: PeriodParts;
  /** The text without the period. */
  readonly rest: string;
}

const YEAR = '(?<year>(?:19|20)\\d{2})';
const DASH = '\\s*[-−–—~～至到]\\s*';
const WITHIN = [
  `(?:(?<first>\\d{1,2})月?${DASH})?(?<month>\\d{1,2})月份?(?:(?<day>\\d{1,2})[日号])?`,
  '第?(?<quarter>[一二三四1-4])季度?',
  'Q(?<letter>[1-4])',
  'H(?<halfLetter>[12])',
  '前(?<quarters>[二三两])(?:个)?季度',
  '(?<half>[上下]半年)',
  '全年',
].join('|');
const UNTIL = '(?<until>截至|截止|\\.\\.)?';
const END = '(?<end>年?[末底])?';
const PATTERNS: readonly RegExp[] = [
  new RegExp(`${UNTIL}(?<!\\d)${YEAR}\\s*年(?:度)?(?:${WITHIN})?${END}`, 'i'),
  new RegExp(`${UNTIL}(?<!\\d)${YEAR}\\s?[-/]?(?:Q(?<letter>[1-4])|H(?<halfLetter>[12]))(?!\\d)`, 'i'),
  new RegExp(`(?<![A-Za-z])(?:Q(?<letter>[1-4])|H(?<halfLetter>[12]))[ -/]?${YEAR}(?!\\d)`, 'i'),
  new RegExp(
    `${UNTIL}(?<![\\d,]|\\d\\.)${YEAR}(?:(?<mark>[-/])(?<month>0?[1-9]|1[0-2])(?:\\k<mark>(?<day>\\d{1,2}))?|\\.(?<dotted>0[1-9]|1[0-2])(?:\\.(?<dottedDay>\\d{1,2}))?)${END}(?![\\d.])`,
  ),
  new RegExp(`^${YEAR}(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])?$`),
  new RegExp(`^(?:FY)?${YEAR}$`, 'i'),
  new RegExp(`${UNTIL}(?<![近前后每\\d.])(?:${WITHIN})${END}`, 'i'),
];
/** 上年同期 and 年初 are not the period that the table speaks of; 较上年 tells a comparison of it. */
const OTHER_PERIOD = /(?<![较比])(?:上年|去年|前年|上期|上月|上季|上半年度?末|年初|期初|同期)/;
const MONTHS_OF_QUARTER: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 两: 2 };
const MOST_CHARACTERS = 200;

/** True for words that point to another period than the table's own. */
export const isOtherPeriod = (text: string): boolean => OTHER_PERIOD.test(text);

/** The first period named in a text, or null. */
export function takePeriod(text: string): PeriodFound | null {
  if (text.length > MOST_CHARACTERS || !/[\d季年]/.test(text)) return null;
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    const parts = match && partsOf(match);
    if (parts) {
      const rest = `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`;
      return { parts, rest };
    }
  }
  return null;
}

/** The period that a text is, and nothing else; null for other text. */
export function wholePeriod(text: string): PeriodParts | null {
  const found = takePeriod(text.trim());
  return found && /^[（()）\s]*$/.test(found.rest) ? found.parts : null;
}

/** The only period that a title names; null when it names none or several. */
export function onlyPeriod(text: string): PeriodParts | null {
  const found = takePeriod(text);
  const another = found && takePeriod(found.rest);
  return found && (!another || formatPeriod(another.parts) === formatPeriod(found.parts))
    ? found.parts
    : null;
}

function partsOf({ groups = {}, 0: words }: RegExpExecArray): PeriodParts | null {
  const months = monthsOf(groups);
  if (months && (months[0] < 1 || months[1] > 12 || months[0] > months[1])) return null;
  const year = groups['year'] === undefined ? null : Number(groups['year']);
  if (year === null && months === null) return null;
  const dayText = groups['day'] ?? groups['dottedDay'];
  const day = dayText === undefined ? null : Number(dayText);
  if (day !== null && (day < 1 || day > lastDay(year ?? 2000, months?.[1] ?? 1))) return null;
  const isEnd = groups['until'] !== undefined || groups['end'] !== undefined;
  return { year, months, day, isEnd, words: words.trim() };
}

function monthsOf(groups: Readonly<Record<string, string | undefined>>): readonly [number, number] | null {
  const month = groups['month'] ?? groups['dotted'];
  if (month !== undefined) return [Number(groups['first'] ?? month), Number(month)];
  const quarter = groups['quarter'] ?? groups['letter'];
  if (quarter !== undefined) {
    const last = (MONTHS_OF_QUARTER[quarter] ?? Number(quarter)) * 3;
    return [last - 2, last];
  }
  const half = groups['half']?.charAt(0) ?? groups['halfLetter'];
  if (half !== undefined) return half === '上' || half === '1' ? [1, 6] : [7, 12];
  const quarters = groups['quarters'];
  return quarters === undefined ? null : [1, (MONTHS_OF_QUARTER[quarters] ?? 0) * 3];
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** As `LedgerFact.period`: `2025-12`, `2025Q4`, `..2025-12-31`; the words where no year is known. */
export function formatPeriod({ year, months, day, isEnd, words }: PeriodParts): string {
  if (year === null) return words;
  const [first, last] = months ?? [1, 12];
  if (isEnd) return `..${year}-${pad(last)}-${pad(day ?? lastDay(year, last))}`;
  if (day !== null) return `${year}-${pad(last)}-${pad(day)}`;
  if (first === last) return `${year}-${pad(last)}`;
  if (last - first === 11) return String(year);
  if (last - first === 5 && last % 6 === 0) return `${year}H${last / 6}`;
  if (last - first === 2 && last % 3 === 0) return `${year}Q${last / 3}`;
  return `${year}-${pad(first)}..${year}-${pad(last)}`;
}

/** What both say of a fact's period. The first is nearer to the fact: the second only adds what it leaves open. */
export function joinPeriods(near: PeriodParts | null, far: PeriodParts | null): PeriodParts | null {
  if (!near || !far) return near ?? far;
  if (near.year === null) return far.year === null ? near : { ...near, year: far.year };
  if (far.year !== null || near.months !== null) return near;
  return { ...far, year: near.year, isEnd: far.isEnd || near.isEnd };
}

/** What a cell of a period column says. `header` tells what a bare number is: 月份 over `3`. */
export function periodOfCell(cell: SheetCell, header: string): PeriodParts | null {
  const text = cell.text.trim();
  if (/^\d{1,2}$/.test(text)) {
    if (/月/.test(header)) return wholePeriod(`${text}月`);
    return /季/.test(header) ? wholePeriod(`${text}季度`) : null;
  }
  const told = wholePeriod(text);
  if (cell.date === '' || told?.year) return told;
  const dated = wholePeriod(cell.date);
  if (told) return joinPeriods(told, dated);
  // 2025-12 typed into a cell is shown as Dec-25: a month.
  return /^[A-Z][a-z]{2}-\d{2}$/.test(text) ? wholePeriod(cell.date.slice(0, 7)) : dated;
}
