import { allMatches } from '../../shared/matches';
import { DATED, datedPeriod, type Groups, periodOf, WITHIN_YEAR, yearOf } from './periods';
import { endOf, type ReportPeriod } from './report-period';
import { lastMonth, periodBefore, yearBefore } from './shift-period';

/** A period of a paragraph: from where on it holds, and how far. */
interface Mark {
  readonly at: number;
  readonly end: number;
  readonly value: string;
  /** `next`: for the next figure only (由年初的9个). `clause`: an aside (上年为100亿元). `on`: until another is named. */
  readonly reach: 'next' | 'clause' | 'on';
  /** A month or day: of an event, unless a figure follows in its sentence. */
  readonly isMoment: boolean;
}

const RELATIVE =
  '目前|现阶段|当前|现在|迄今|至今|报告期末|报告期内?|报告期|[上去前]年(?:同期|同月|年?[末底])?|上年度|同期|今年|本年度|当年|本年(?:[末底初])?|全年|年[末底](?!余额|数|前)|年初(?!余额|预算|以来|数|[工制确计])|期[末](?!余额|数)|[本当]?[季月][末底](?!余额|数)|本月|当月|上月[末底]?|上季度?[末底]|本季度|上季度';
const WITHIN = WITHIN_YEAR.replace('(?:(?<first>', '(?<![\\d.,个/每近前隔满第]|\\d\\s)(?:(?<first>');
const rename = (source: string, suffix: string): string => source.replace(/\(\?<(\w+)>/g, `(?<$1${suffix}>`);
const SHORT_YEAR = `(?<!\\d)(?<short>\\d{2})年(?:(?:${rename(WITHIN_YEAR, 'S')})(?<edgeS>[末底])?|(?<edgeT>[末底初]))`;
const WITH_YEAR_WORD = `(?<yearWord>[上去前今本当]年)(?:${rename(WITHIN_YEAR, 'Y')})(?<edgeY>[末底])?`;
const BARE = `(?:${rename(WITHIN, 'B')})(?<edgeB>[末底初](?![步级次创]))?`;
const WORDS = new RegExp(
  `(?<until>截至|截止|到)?\\s?(?:${DATED}|${SHORT_YEAR}|${WITH_YEAR_WORD}|${BARE}|(?<relative>${RELATIVE}))`,
  'g',
);
const OTHER_BEFORE = /(?:[较比与同超占于是]|相比|相较|对比|高于|低于|相当于|每)(?:于)?$/;
const SINCE_BEFORE = /(?:自|从)$/;
const SINCE_AFTER = /^(?:[^，。；]{0,16}[起来]|即|开始)/;
const FROM_AFTER = /^的?(?:约|近|超过?|逾)?[\d０-９一二三四五六七八九十百千万两]/;
const FROM_BEFORE = /(?:由|从)(?:原来的?)?$/;
const QUICK = /[年月季半目现当期今本上]/;

export interface PeriodFlow {
  /** The period of a figure whose first unit stands at `at`; the places asked for ascend. */
  readonly periodAt: (at: number) => string;
}

/**
 * Periods of one stretch of prose. A sentence that names none goes on with the one before; a month or a day with no
 * figure in its sentence is when something happened and does not go on. `figures`: where the figures stand, ascending.
 */
export function periodFlow(
  text: string,
  figures: readonly number[],
  report: ReportPeriod,
  inherited: string,
): PeriodFlow {
  const marks = QUICK.test(text) ? marksOf(text, report, inherited) : [];
  const values = valuesOf(text, figures, marks, inherited);
  let next = 0;
  return {
    periodAt: (at) => {
      while (next < figures.length && (figures[next] ?? 0) < at) next++;
      return values[next] ?? inherited;
    },
  };
}

function marksOf(text: string, report: ReportPeriod, inherited: string): readonly Mark[] {
  const marks: Mark[] = [];
  let year = lastMonth(inherited)?.year ?? report.year;
  let force = inherited;
  WORDS.lastIndex = 0;
  for (const match of allMatches(text, WORDS)) {
    const end = match.index + match[0].length;
    const ahead = text.slice(Math.max(0, match.index - 4), match.index);
    const after = text.slice(end, end + 20);
    if (OTHER_BEFORE.test(ahead) || inTitle(text, match.index)) continue;
    const told = periodValue(match.groups ?? {}, year, force, report);
    if (told === null) continue;
    const groups = match.groups ?? {};
    const isFrom = FROM_BEFORE.test(ahead) && FROM_AFTER.test(after);
    const isSince = !isFrom && ((SINCE_BEFORE.test(ahead) && SINCE_AFTER.test(after)) || /^以来/.test(after));
    const isAside = /^(?:[上去前]年|上年度|同期|上月|上季)/.test(
      groups['relative'] ?? groups['yearWord'] ?? '',
    );
    const value = isSince ? '' : told;
    marks.push({
      at: match.index,
      end,
      value,
      reach: isFrom ? 'next' : isAside ? 'clause' : 'on',
      isMoment: isSince || /^\d{4}-\d\d(?:-\d\d)?$/.test(value),
    });
    if (isFrom || isAside) continue;
    year = lastMonth(told)?.year ?? year;
    if (value !== '') force = value;
  }
  return marks;
}

/** The figures inside 《》 and quoted names date nothing. */
function inTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && at - open < 60 && !text.slice(open, at).includes('》');
}

/** Null where the words tell no period. */
function periodValue(
  groups: Groups,
  year: number | null,
  force: string,
  report: ReportPeriod,
): string | null {
  if (groups['last'] !== undefined || groups['iso'] !== undefined) return datedPeriod(groups) || null;
  if (groups['short'] !== undefined) {
    const own = {
      ...stripSuffix(groups, 'S'),
      edge: groups['edgeT'] ?? groups['edgeS'],
      until: groups['until'],
    };
    return periodOf(own, 2000 + yearOf(groups['short'])) || null;
  }
  if (groups['relative'] !== undefined) return relativeOf(groups, year, force, report);
  if (year === null) return null;
  if (groups['yearWord'] !== undefined) {
    const own = { ...stripSuffix(groups, 'Y'), until: groups['until'] };
    return periodOf(own, year - (YEARS_BACK[groups['yearWord'].charAt(0)] ?? 0)) || null;
  }
  return periodOf({ ...stripSuffix(groups, 'B'), until: groups['until'] }, year) || null;
}

const YEARS_BACK: Readonly<Record<string, number>> = { 上: 1, 去: 1, 前: 2 };

const stripSuffix = (groups: Groups, suffix: string): Groups =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, value]) =>
      name.endsWith(suffix) && name.length > 1 ? [[name.slice(0, -1), value] as const] : [],
    ),
  );

const PART = /^\d{4}(?:-\d\d|Q\d)$/;

function relativeOf(groups: Groups, year: number | null, force: string, report: ReportPeriod): string {
  const word = groups['relative'] ?? '';
  if (/^(?:目前|现阶段|当前|现在|迄今|至今)$/.test(word)) return '';
  if (/^报告期末$|^期末$/.test(word)) return report.end;
  if (word.startsWith('报告期')) return groups['until'] ? report.end : report.value;
  if (/^[本当]月$/.test(word)) return /^\d{4}-\d\d$/.test(force) ? force : '';
  if (/^[本当]?[季月][末底]$/.test(word)) return endOf(PART.test(force) ? force : report.value);
  if (/^上月[末底]$/.test(word)) return endOf(periodBefore(force || report.value, 'month'));
  if (/^上季度?[末底]$/.test(word)) return endOf(periodBefore(force || report.value, 'quarter'));
  if (word === '上月') return periodBefore(force, 'month');
  if (word === '本季度') return /Q\d$/.test(force) ? force : '';
  if (word === '上季度') return periodBefore(force, 'quarter');
  if (/^(?:[上去]年同[期月]|同期)$/.test(word)) return yearBefore(force || report.value);
  if (year === null) return '';
  if (/^[上去前]年/.test(word)) {
    const past = year - (YEARS_BACK[word.charAt(0)] ?? 1);
    return /[末底]$/.test(word) ? `..${past}-12-31` : String(past);
  }
  if (/[末底]$/.test(word)) return `..${year}-12-31`;
  if (/年初$/.test(word)) return `..${year}-01-01`;
  return groups['until'] ? endOf(String(year)) : String(year);
}

/** The period that a few words name, in the year in force: `10月` of a list; empty for none. */
export function periodNamed(text: string, report: ReportPeriod, inherited: string): string {
  return marksOf(text, report, inherited)[0]?.value ?? '';
}

/** For each figure the period in force. */
function valuesOf(
  text: string,
  figures: readonly number[],
  marks: readonly Mark[],
  inherited: string,
): readonly string[] {
  let carried = inherited;
  let sentence: Mark[] = [];
  let hasFigure = false;
  let mark = 0;
  let at = 0;
  const close = (): void => {
    const last = sentence.findLast(({ reach, isMoment }) => reach === 'on' && (hasFigure || !isMoment));
    if (last) carried = last.value;
    sentence = [];
    hasFigure = false;
  };
  return figures.map((place) => {
    for (; at <= place; ) {
      const stop = text.indexOf('。', at);
      const end = stop < 0 || stop >= place ? place : stop;
      for (let next = marks[mark]; next && next.end <= end; next = marks[++mark]) sentence.push(next);
      if (end === place) break;
      close();
      at = stop + 1;
    }
    at = Math.max(at, place);
    hasFigure = true;
    const { value, used } = inForce(text, sentence, place, carried);
    sentence = sentence.filter((one) => one !== used || one.reach !== 'next');
    return value;
  });
}

/** Where an aside in brackets or a clause on another period ends, the one before holds again. */
function inForce(
  text: string,
  sentence: readonly Mark[],
  place: number,
  carried: string,
): { readonly value: string; readonly used: Mark | null } {
  for (let index = sentence.length - 1; index >= 0 && index >= sentence.length - 8; index--) {
    const mark = sentence[index];
    if (!mark) break;
    const between = text.slice(mark.end, place);
    if (leavesBracket(between)) continue;
    if (mark.reach === 'clause' && /[，；]/.test(between)) continue;
    return { value: mark.value, used: mark };
  }
  return { value: carried, used: null };
}

/** More brackets close than open. */
function leavesBracket(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && at < 400; at++) {
    const unit = text.charAt(at);
    if (unit === '（' || unit === '(') depth++;
    else if (unit === '）' || unit === ')') depth--;
    if (depth < 0) return true;
  }
  return false;
}

const PERIOD_RESIDUE = /^(?:期间|以来|时点|当日)?[，、,]?\s*/;

/** A phrase without the periods it names: 截至2025年末我司合作机构 → 我司合作机构. */
export function withoutPeriods(text: string): string {
  if (!QUICK.test(text)) return text;
  let rest = '';
  let from = 0;
  for (const match of allMatches(text, WORDS)) {
    if (OTHER_BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    rest += text.slice(from, match.index);
    const end = match.index + match[0].length;
    from = end + (PERIOD_RESIDUE.exec(text.slice(end, end + 6))?.[0].length ?? 0);
  }
  return rest + text.slice(from);
}
