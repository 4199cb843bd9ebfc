import { rememberedText } from '../../../shared/memo';
/**
 * The kinds of value a typed column can hold, each as a chain of one-character patterns, so that a
 * beginning of a value can be told from something that can never become one.
 */
export interface Grammar {
  readonly prefix: RegExp;
  readonly complete: RegExp;
}

export type DateNotation = keyof typeof DATE_ATOMS;

const YEAR = ['[12]', '[09]', '\\d', '\\d'];
const MONTH = ['\\d', '\\d?'];
const DAY = ['\\d', '\\d?'];
const joined = (mark: string): string[] => [...YEAR, mark, ...MONTH, mark, ...DAY];

/** Longest notations first: the first that matches is taken. */
export const DATE_ATOMS = {
  han: [...YEAR, '年', ...MONTH, '月', ...DAY, '[日号]'],
  compact: [...YEAR, '[01]', '\\d', '[0-3]', '\\d'],
  dash: joined('-'),
  dot: joined('\\.'),
  slash: joined('\\/'),
  hanMonth: [...YEAR, '年', ...MONTH, '月'],
  dashMonth: [...YEAR, '-', ...MONTH],
  dotMonth: [...YEAR, '\\.', ...MONTH],
  slashMonth: [...YEAR, '\\/', ...MONTH],
  monthDay: [...MONTH, '月', ...DAY, '[日号]'],
  hanYear: [...YEAR, '年'],
  dayOnly: [...DAY, '[日号]'],
} as const satisfies Record<string, readonly string[]>;

export const SEPARATORS = ['-', '—', '–', '－', '~', '～', '至', '到'] as const;
export const OPEN_ENDS = ['至今', '起', '以来', '前', '后', '之前', '之后'] as const;

const WEEKDAY = '每?(?:周|星期)[一二三四五六日天末]';
const JOINT = '[、至和及,，-]';
export const WEEKDAYS = `${WEEKDAY}(?:${JOINT}${WEEKDAY})*`;
const WEEKDAYS_BEGUN = `(?:${WEEKDAY}(?:${JOINT}${WEEKDAY})*(?:${JOINT}(?:每?(?:周|星期?)?)?)?|每?(?:周|星期?)?)`;

const escaped = (text: string): string[] =>
  [...text].map((unit) => unit.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));

/** One grammar from its chain; `note`: a line of weekdays may follow. */
export function grammarOf(atoms: readonly string[], note: boolean): Grammar {
  const whole = atoms.join('');
  const begun = atoms.reduceRight((rest, atom) => `(?:${atom}${rest})?`, '');
  if (!note) return { prefix: new RegExp(`^${begun}$`), complete: new RegExp(`^${whole}$`) };
  return {
    prefix: new RegExp(`^(?:${begun}|${whole}\\n${WEEKDAYS_BEGUN})$`),
    complete: new RegExp(`^${whole}(?:\\n${WEEKDAYS})?$`),
  };
}

export interface DateShape {
  readonly first: DateNotation;
  readonly separator: string;
  readonly second: DateNotation | '';
  readonly tail: string;
}

const NOTATIONS = Object.entries(DATE_ATOMS).map(([name, atoms]) => ({
  name: name as DateNotation,
  pattern: new RegExp(`^${atoms.join('')}`),
}));

/** The chain of a date, a range of dates or an open range. */
export function dateAtoms(shape: DateShape): string[] {
  const second = shape.second ? DATE_ATOMS[shape.second] : [];
  return [...DATE_ATOMS[shape.first], ...escaped(shape.separator), ...second, ...escaped(shape.tail)];
}

/** Reads a date or a range of dates in any notation, written without blanks; null for anything else. */
export const dateShapeOf = rememberedText((text): DateShape | null => {
  const first = leadingDate(text);
  if (!first) return null;
  const rest = text.slice(first.length);
  if (rest === '') return { first: first.name, separator: '', second: '', tail: '' };
  if ((OPEN_ENDS as readonly string[]).includes(rest))
    return { first: first.name, separator: '', second: '', tail: rest };
  const separator = SEPARATORS.find((mark) => rest.startsWith(mark)) ?? '';
  if (!separator) return null;
  const end = rest.slice(separator.length);
  if (end === '今' || end === '至今') return { first: first.name, separator: '', second: '', tail: rest };
  const second = leadingDate(end);
  if (!second || second.length !== end.length) return null;
  return { first: first.name, separator, second: second.name, tail: '' };
});

function leadingDate(text: string): { name: DateNotation; length: number } | null {
  for (const { name, pattern } of NOTATIONS) {
    const match = pattern.exec(text);
    if (match && validParts(match[0])) return { name, length: match[0].length };
  }
  return null;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function validParts(text: string): boolean {
  const parts = /^\d{8}$/.test(text)
    ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
    : text.split(/\D+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  const tail = numbers[0] !== undefined && numbers[0] > 99 ? numbers.slice(1) : numbers;
  if (tail.length === 1 && /[日号]$/.test(text)) return (tail[0] ?? 0) >= 1 && (tail[0] ?? 0) <= 31;
  const [month, day] = tail;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= (DAYS[(month ?? 1) - 1] ?? 0));
}

/** `20220105` for any notation that names a year; month and day 00 where unsaid. Empty when it names none. */
export function dateKey(text: string): string {
  const match = /^([12][09]\d\d)(?:[年./-]?(\d{1,2}))?(?:[月./-]?(\d{1,2}))?/.exec(text);
  if (/^\d{8}/.test(text)) return text.slice(0, 8);
  if (!match) return '';
  return `${match[1]}${(match[2] ?? '').padStart(2, '0')}${(match[3] ?? '').padStart(2, '0')}`;
}

/** False for a range whose end is before its start. */
export function rangeInOrder(text: string): boolean {
  const parts =
    text
      .split('\n')[0]
      ?.match(/\d{8}|[12][09]\d\d(?:年\d{1,2}月(?:\d{1,2}[日号])?|[./-]\d{1,2}[./-]\d{1,2})/g) ?? [];
  if (parts.length < 2) return true;
  return dateKey(parts[0] ?? '') <= dateKey(parts[1] ?? '');
}

const UNIT =
  '(?:%|％|‰|个百分点|[万亿千百]{0,2}(?:元|美元|港元|欧元|笔|个|家|户|人|次|人次|台|件|项|套|款|天|日|月|个月|年|倍|份|张|单|条|例|起|场|名|只|公里|平方米|吨|MB|GB)?)';
const NUMBER = new RegExp(`^([-+−－]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?(${UNIT})$`);

export interface NumberShape {
  readonly signed: boolean;
  readonly grouped: boolean;
  readonly whole: number;
  readonly decimals: number;
  readonly unit: string;
}

/** Reads an amount, a count or a percentage written without blanks; null for anything else. */
export const numberShapeOf = rememberedText((text): NumberShape | null => {
  if (!/\d/.test(text)) return null;
  const match = NUMBER.exec(text);
  if (!match) return null;
  const whole = match[2] ?? '';
  return {
    signed: match[1] !== '',
    grouped: whole.includes(','),
    whole: whole.replaceAll(',', '').length,
    decimals: match[3]?.length ?? 0,
    unit: match[4] ?? '',
  };
});

/** `Z2005-13` → chain of letter, digits and the mark itself; null unless it is a code of ≥ 4 digits. */
export function codeAtoms(text: string): string[] | null {
  if (text.length > 40 || !/^[A-Za-z\d][A-Za-z\d./_-]*[A-Za-z\d]$/.test(text)) return null;
  if ((text.match(/\d/g)?.length ?? 0) < 4) return null;
  return [...text].map((unit) => {
    if (/\d/.test(unit)) return '\\d';
    return /[A-Za-z]/.test(unit) ? '[A-Za-z]' : `\\${unit}`;
  });
}
