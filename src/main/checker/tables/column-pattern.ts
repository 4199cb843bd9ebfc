import { remembered, rememberedText } from '../../../shared/memo';
import type { Table } from '../../../shared/model/document';
import { bodyRows, cellText, compacted, isBlank, isMerged, isSpecialRow } from './cell-text';
import { sequenceColumn } from './sequence';
import {
  codeAtoms,
  type DateShape,
  dateAtoms,
  dateKey,
  dateShapeOf,
  type Grammar,
  grammarOf,
  type NumberShape,
  numberShapeOf,
  WEEKDAYS,
} from './values';

export type ColumnKind = 'sequence' | 'date' | 'number' | 'code' | 'text' | 'mixed';

/** What a column's healthy rows teach about its cells. */
export interface ColumnPattern {
  readonly kind: ColumnKind;
  /** What a cell of a typed column may read; empty for sequence, text and mixed columns. */
  readonly grammars: readonly Grammar[];
  readonly filled: number;
  /** Cells left empty (or holding a placeholder) in rows that are entries. */
  readonly blank: number;
  /** Contents seen in healthy cells, for columns of text. */
  readonly seen: Features;
  /** True when the dates run forward from row to row. */
  readonly chronological: boolean;
  /** What nearly all cells of a typed column have in common beyond their grammar: the years, a code's fixed units. */
  readonly typical: Typical | null;
  /** The values of a text column that repeats a few. */
  readonly values: ReadonlySet<string>;
}

export interface Typical {
  /** Least and greatest year, or count of digits before the point. */
  readonly low: number;
  readonly high: number;
  readonly units: RegExp | null;
}

/** Which tell-tale contents a column's cells have. */
export interface Features {
  readonly digits: boolean;
  readonly longDigits: boolean;
  readonly dates: boolean;
  readonly weekdays: boolean;
  readonly breaks: boolean;
  readonly spaces: boolean;
  readonly openStart: boolean;
}

const WEEKDAY = new RegExp(WEEKDAYS);
const WEEKDAY_LINE = new RegExp(`^${WEEKDAYS}$`);
const DATE_INSIDE = /(?:19|20)\d{2}(?:[01]\d[0-3]\d(?!\d)|年\d{1,2}月|[-./]\d{1,2}[-./]\d{1,2})/;
const LEAST_ROWS = 3;
const MAJORITY = 0.65;

/** Contents of one cell (or, joined by OR, of a column). */
export const featuresOf = rememberedText((text): Features => {
  const digits = /\d/.test(text);
  return {
    digits,
    longDigits: digits && /\d{5}|\d,\d{3}/.test(text),
    dates: digits && DATE_INSIDE.test(text),
    weekdays: /[周期]/.test(text) && WEEKDAY.test(text),
    breaks: text.includes('\n'),
    spaces: text.includes(' ') && /[^\x20-\x7e] +[^\x20-\x7e]/.test(text),
    openStart: /^[\n、，。；：）)\-—~～]/.test(text),
  };
});

/** A date cell: its shape and whether a line of weekdays follows. Null for anything else. */
export function dateCell(text: string): { shape: DateShape; note: boolean } | null {
  if (!/^\s*\d/.test(text)) return null;
  const at = text.indexOf('\n');
  const note = at >= 0 && WEEKDAY_LINE.test(text.slice(at + 1).replace(/\s+/g, ''));
  const shape = dateShapeOf(compacted(note ? text.slice(0, at) : text));
  return shape ? { shape, note } : null;
}

/** Infers what each column holds. Columns with too few rows or no clear majority are `mixed`. */
export const columnPatterns = remembered((table: Table): readonly ColumnPattern[] => {
  const entries = bodyRows(table).filter((row) => !isSpecialRow(row));
  const sequence = sequenceColumn(table);
  return table.header.cells.map((_, column) => {
    const texts = entries.flatMap((row) => (isMerged(row, column) ? [] : [cellText(row.cells[column])]));
    return columnPattern(texts, column === sequence);
  });
});

function columnPattern(texts: readonly string[], sequence: boolean): ColumnPattern {
  const filled = texts.filter((text) => !isBlank(text));
  const base = {
    grammars: [],
    filled: filled.length,
    blank: texts.length - filled.length,
    seen: commonFeatures(filled),
    chronological: false,
    typical: null,
    values: new Set<string>(),
  };
  if (sequence) return { ...base, kind: 'sequence' };
  if (filled.length < LEAST_ROWS) return { ...base, kind: 'mixed' };
  const typed = dateColumn(filled) ?? numberColumn(filled) ?? codeColumn(filled);
  if (typed) return { ...base, ...typed };
  const wordy = filled.filter((text) => /\p{L}/u.test(text)).length;
  const values = new Set(filled);
  const few = filled.length >= 6 && values.size <= filled.length / 2;
  return {
    ...base,
    kind: wordy >= filled.length * MAJORITY ? 'text' : 'mixed',
    values: few ? values : new Set(),
  };
}

const majority = (part: number, whole: number): boolean => part >= LEAST_ROWS && part >= whole * MAJORITY;

/** A content counts as seen when at least two cells have it, or one in twenty of a long column. */
function commonFeatures(texts: readonly string[]): Features {
  const counts = { digits: 0, longDigits: 0, dates: 0, weekdays: 0, breaks: 0, spaces: 0, openStart: 0 };
  for (const text of texts) {
    const has = featuresOf(text);
    if (has.digits) counts.digits++;
    if (has.longDigits) counts.longDigits++;
    if (has.dates) counts.dates++;
    if (has.weekdays) counts.weekdays++;
    if (has.breaks) counts.breaks++;
    if (has.spaces) counts.spaces++;
    if (has.openStart) counts.openStart++;
  }
  const enough = Math.max(2, texts.length * 0.05);
  return {
    digits: counts.digits >= enough,
    longDigits: counts.longDigits >= enough,
    dates: counts.dates >= enough,
    weekdays: counts.weekdays >= enough,
    breaks: counts.breaks >= enough,
    spaces: counts.spaces >= enough,
    openStart: counts.openStart >= enough,
  };
}

type Typed = Partial<ColumnPattern> & { readonly kind: ColumnKind };

function dateColumn(texts: readonly string[]): Typed | null {
  const cells = texts.map(dateCell);
  const dates = cells.filter((cell) => cell !== null);
  if (!majority(dates.length, texts.length)) return null;
  const notations = usual(
    dates.flatMap(({ shape }) => (shape.second ? [shape.first, shape.second] : [shape.first])),
  );
  const shapes = new Map<string, DateShape>();
  for (const { shape } of dates) {
    if (!notations.has(shape.first) || (shape.second && !notations.has(shape.second))) continue;
    for (const one of [shape, { ...shape, separator: '', second: '' as const, tail: '' }]) {
      shapes.set(`${one.first} ${one.separator} ${one.second} ${one.tail}`, one);
    }
  }
  const keys = texts.filter((_, at) => cells[at]).map((text) => dateKey(compacted(text)));
  const forward = keys.filter((key, at) => at === 0 || (keys[at - 1] ?? '') <= key).length;
  return {
    kind: 'date',
    grammars: [...shapes.values()].map((shape) => grammarOf(dateAtoms(shape), true)),
    chronological: keys.length >= 4 && forward >= keys.length * 0.75,
    typical: spanOf(keys.map((key) => Number(key.slice(0, 4))).filter((year) => year > 0)),
  };
}

/** What occurs more than once; in a short column, all that occurs. A torn cell must not teach its own pattern. */
function usual<T>(all: readonly T[]): ReadonlySet<T> {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  const often = new Set<T>();
  if (all.length > 3) for (const [one, count] of counts) if (count > 1) often.add(one);
  return often.size > 0 ? often : new Set(counts.keys());
}

function numberColumn(texts: readonly string[]): Typed | null {
  const shapes = texts.map((text) => numberShapeOf(compacted(text))).filter((shape) => shape !== null);
  if (!majority(shapes.length, texts.length)) return null;
  return {
    kind: 'number',
    grammars: [numberGrammar(shapes)],
    typical: spanOf(shapes.map((shape) => shape.whole)),
  };
}

function numberGrammar(shapes: readonly NumberShape[]): Grammar {
  const sign = usual(shapes.map((shape) => shape.signed)).has(true) ? '[-+−－]?' : '';
  const large = shapes.filter((shape) => shape.whole > 3);
  const groupings = usual(large.map((shape) => shape.grouped));
  const grouped = large.length > 0 && !groupings.has(false);
  const plain = !groupings.has(true);
  const most = shapes.reduce((high, shape) => Math.max(high, shape.whole), 0) + 1;
  const whole = grouped ? '\\d{1,3}(?:,\\d{3})*' : plain ? `\\d{1,${most}}` : '(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
  const leading = '(?![-+−－]?0\\d)';
  const decimals = [...usual(shapes.map((shape) => shape.decimals))].sort((a, b) => a - b);
  const places = decimals.at(-1) ?? 0;
  const fraction = `(?:${decimals.map((count) => (count ? `\\.\\d{${count}}` : '')).join('|')})`;
  const units = [...usual(shapes.map((shape) => shape.unit))];
  const unit = `(?:${units.map(quoted).join('|')})`;
  const begun = units
    .map((one) => [...one].reduceRight((rest, c) => `(?:${quoted(c)}${rest})?`, ''))
    .join('|');
  return {
    prefix: new RegExp(`^${sign}[\\d,]*${places > 0 ? `(?:\\.\\d{0,${places}})?` : ''}(?:${begun})$`),
    complete: new RegExp(`^${leading}${sign}${whole}${fraction}${unit}$`),
  };
}

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function codeColumn(texts: readonly string[]): Typed | null {
  const chains = texts.flatMap((text) => codeAtoms(compacted(text))?.join(' ') ?? []);
  const often = usual(chains);
  const fitting = chains.filter((chain) => often.has(chain)).length;
  if (!majority(fitting, texts.length) || often.size > Math.max(1, fitting / 2)) return null;
  const codes = texts.filter((text) => codeAtoms(compacted(text))?.join(' ') === [...often][0]);
  const typical = { low: 0, high: 0, units: often.size === 1 ? commonUnits(codes.map(compacted)) : null };
  return { kind: 'code', typical, grammars: [...often].map((chain) => grammarOf(chain.split(' '), false)) };
}

/** `0755-8…`: the units that all codes of one form share, place by place; null when too few tell. */
function commonUnits(codes: readonly string[]): RegExp | null {
  const first = codes[0] ?? '';
  if (codes.length < 3) return null;
  const chain = [...first].map((unit, at) => (codes.every((code) => code[at] === unit) ? quoted(unit) : '.'));
  return new RegExp(`^${chain.join('')}$`);
}

/** The span of nearly all values: the outermost two of a long column may come from a torn cell. */
function spanOf(values: readonly number[]): Typical | null {
  const sorted = [...usual(values)].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low === undefined || high === undefined ? null : { low, high, units: null };
}
