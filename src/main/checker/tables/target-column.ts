import { allMatches } from '../../../shared/matches';
import type { ColumnPattern } from './column-pattern';
import { featuresOf } from './column-pattern';
import type { TargetColumn } from './repair-search';
import { dateKey, rangeInOrder } from './values';

/** Where the row stands: what its sequence number must be, and the dates of the rows around it. */
export interface RowContext {
  readonly number: number | null;
  readonly dateBefore: string;
  readonly dateAfter: string;
}

const OUT_OF_ORDER = 0.5;
const OPEN_START = /^[\n、，。；：）)\]】》”’\-—–~～.,%]|^至\d/;
const OPEN_END = /[\n、，：（([【《“\-—–~～,]$|\d\.$/;

/** A column as the repair search needs it, from what its healthy rows teach. */
export function targetColumn(pattern: ColumnPattern, context: RowContext): TargetColumn {
  if (pattern.kind === 'sequence') return sequenceTarget(context.number);
  if (pattern.grammars.length > 0) return typedTarget(pattern, context);
  return textTarget(pattern);
}

function sequenceTarget(number: number | null): TargetColumn {
  const known = number === null ? null : String(number);
  return {
    free: false,
    unstructured: false,
    viable: (text) => (known === null ? /^\d{1,4}$/.test(text) : known.startsWith(text)),
    cost: (text) => ((known === null ? /^[1-9]\d{0,3}$/.test(text) : text === known) ? 0 : null),
    accepts: (unit) => /\d/.test(unit),
  };
}

function typedTarget(pattern: ColumnPattern, context: RowContext): TargetColumn {
  const { grammars } = pattern;
  return {
    free: false,
    unstructured: pattern.kind !== 'date',
    viable: remembered((text) => grammars.some((grammar) => grammar.prefix.test(text))),
    cost: remembered((text) => {
      if (text === '') return pattern.blank > 1 ? 1 : null;
      if (!grammars.some((grammar) => grammar.complete.test(text))) return null;
      const date = pattern.kind === 'date' ? dateCost(text, pattern, context) : 0;
      return date === null ? null : date + untypical(text, pattern);
    }),
    accepts: (unit) =>
      /[\d,.%％‰+\-−－—–~～/年月日号至到今起周星期每一二三四五六天末、和及万亿千百元笔个家户人次A-Za-z]/.test(
        unit,
      ) || pattern.kind === 'number',
  };
}

/** The search asks about the same beginnings again and again. */
function remembered<T>(test: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = test(text);
    known.set(text, answer);
    return answer;
  };
}

function dateCost(text: string, pattern: ColumnPattern, context: RowContext): number | null {
  if (!validDates(text) || !rangeInOrder(text)) return null;
  const note = text.includes('\n') && !pattern.seen.weekdays ? 1 : 0;
  if (!pattern.chronological) return note;
  const key = dateKey(text);
  const early = context.dateBefore !== '' && key < context.dateBefore;
  const late = context.dateAfter !== '' && key > context.dateAfter;
  return note + (early || late ? OUT_OF_ORDER : 0);
}

/** Years, magnitudes and code prefixes that the column has nowhere else. */
function untypical(text: string, { typical, kind }: ColumnPattern): number {
  if (!typical) return 0;
  if (typical.units) return typical.units.test(text) ? 0 : 1.5;
  if (kind === 'date') {
    const years = (text.match(/[12][09]\d\d/g) ?? []).map(Number);
    return years.some((year) => year < typical.low - 1 || year > typical.high + 1) ? 3 : 0;
  }
  if (kind !== 'number') return 0;
  const digits = (text.split('.')[0] ?? '').replace(/\D/g, '').length;
  return digits < typical.low || digits > typical.high ? 1 : 0;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every date that names a month (and day) has such a month (and day). */
function validDates(text: string): boolean {
  const dates = allMatches(
    text,
    /(?:\d{4}(\d{2})(\d{2})(?!\d))|(?:(\d{1,2})月(?:(\d{1,2})[日号])?)|(?:\d{4}([./-])(\d{1,2})(?:\5(\d{1,2}))?)/g,
  );
  for (const match of dates) {
    const month = Number(match[1] ?? match[3] ?? match[6]);
    const day = Number(match[2] ?? match[4] ?? match[7] ?? 1);
    if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  }
  return true;
}

function textTarget(pattern: ColumnPattern): TargetColumn {
  return {
    free: true,
    unstructured: false,
    viable: (text) => pattern.seen.openStart || !OPEN_START.test(text),
    cost: remembered((text) => {
      if (text === '') return pattern.blank > 1 ? 1 : null;
      if (OPEN_END.test(text) || (!pattern.seen.openStart && OPEN_START.test(text))) return null;
      return textCost(text, pattern);
    }),
    accepts: () => true,
  };
}

/** How far a text is from those of its column. */
function textCost(text: string, pattern: ColumnPattern): number {
  const { seen } = pattern;
  const has = featuresOf(text);
  let cost = 0;
  if (has.weekdays && !seen.weekdays) cost += 2;
  if (has.breaks && !seen.breaks) cost += 2;
  if (has.dates && !seen.dates) cost += 3;
  if (has.longDigits && !seen.longDigits) cost += 3;
  if (has.digits && !seen.digits) cost += 3;
  if (/\p{Script=Han}[,.]\d|\d,\d{1,2}$/u.test(text) && !seen.digits) cost += 3;
  if (has.spaces && !seen.spaces) cost += 1;
  if (!balanced(text)) cost += 1.5;
  if (pattern.kind === 'text' && !/\p{L}/u.test(text)) cost += 2;
  if (pattern.values.size > 0 && !pattern.values.has(text)) cost += 1;
  return cost;
}

const PAIRS: Readonly<Record<string, string>> = { '）': '（', ')': '(', '】': '【', '》': '《', '”': '“' };

function balanced(text: string): boolean {
  const open: string[] = [];
  for (const unit of text) {
    if ('（(【《“'.includes(unit)) open.push(unit);
    const partner = PAIRS[unit];
    if (partner && open.pop() !== partner) return false;
  }
  return open.length === 0;
}
