import type { Table } from '../../../shared/model/document';
import { compactText } from '../tables/cell-text';
import { entriesOf } from '../tables/each-table';
import { type CellMoment, DAY_MINUTES, type MomentColumn, momentColumns } from './cell-moments';
import { dayRanges } from './day-ranges';
import type { WrongSpan } from './wrong-duration';

/** Whose numbers may be lengths of time. */
const HEADER = /用时|耗时|时长|历时|间隔|距|[（(](?:分钟?|小时|天|日)[）)]|天数|日数|周期|分钟/;
const PLANNED = /计划|预计|目标|要求|标准|规定|上限|时限|期限|平均|RTO|RPO|可用/;
const NUMBER = /^(?<whole>\d{1,5})(?:\.(?<decimals>\d{1,2}))?(?:分钟?|个?小时|天|日)?$/;
/** So many rows must bear a reading out before one that does not is told. */
const FEWEST = 2;
const MOST_WRONG = 2;

interface Stated {
  /** Minutes. */
  readonly value: number;
  /** What its last digit leaves open. */
  readonly slack: number;
  readonly at: number;
}

/** What a column of lengths may be, row by row, in minutes; null where a row does not say. */
interface Reading {
  readonly grain: 'day' | 'minute';
  /** Both ends counted in. */
  readonly extra: number;
  readonly spans: readonly (number | null)[];
  readonly ends: readonly (readonly CellMoment[])[];
}

/** Lengths of time of a table that its own moments contradict: 4月27日 | 5月9日 | 13 where the other rows have the days between. */
export function tableSpans(table: Table): readonly WrongSpan[] {
  const lengths = table.header.cells.flatMap(({ prose: { text } }, column) =>
    HEADER.test(text) && !PLANNED.test(text) ? [column] : [],
  );
  if (lengths.length === 0) return [];
  const readings = readingsOf(table);
  if (readings.length === 0) return [];
  const borne = lengths.flatMap((column) => bestReading(table, column, readings) ?? []);
  // A column that every row bears out is the one meant; others of that reading measure something else.
  const meant = borne.filter(({ wrong }) => wrong.length === 0).map(({ reading }) => reading);
  return borne.filter(({ reading }) => !meant.includes(reading)).flatMap((one) => wrongSpans(table, one));
}

function readingsOf(table: Table): readonly Reading[] {
  const columns = momentColumns(table);
  const pairs = columns.flatMap((end, at) =>
    columns.slice(0, at).flatMap((start) => (start.grain === end.grain ? between(start, end) : [])),
  );
  return [...pairs, ...columns.flatMap(sinceOthers), ...rangeReadings(table)];
}

/** From one column to another, in either order of the columns. */
const between = (start: MomentColumn, end: MomentColumn): readonly Reading[] =>
  inclusive({
    grain: start.grain,
    spans: start.moments.map((first, at) => spanOf(first, end.moments[at] ?? null, start)),
    ends: start.moments.map((first, at) => [first, end.moments[at]].flatMap((one) => one ?? [])),
  });

const YEAR_DAYS = 365;

function spanOf(first: CellMoment | null, last: CellMoment | null, { open }: MomentColumn): number | null {
  if (!first || !last) return null;
  const span = last.minutes - first.minutes;
  if (span >= 0) return span;
  return open === 'day' ? span + DAY_MINUTES : open === 'year' ? span + YEAR_DAYS * DAY_MINUTES : null;
}

const inclusive = (reading: Omit<Reading, 'extra'>): readonly Reading[] =>
  (reading.grain === 'day' ? [0, 1] : [0]).map((extra) => ({ ...reading, extra }));

/** Since the first row, and since the row before. */
function sinceOthers(column: MomentColumn): readonly Reading[] {
  const [first = null] = column.moments;
  const since = (other: (at: number) => CellMoment | null): Reading => ({
    grain: column.grain,
    extra: 0,
    spans: column.moments.map((one, at) => spanOf(other(at), one, column)),
    ends: column.moments.map((one, at) => [other(at), one].flatMap((each) => each ?? [])),
  });
  return [since(() => first), since((at) => (at === 0 ? null : (column.moments[at - 1] ?? null)))];
}

/** 3月10日至3月31日 in one cell. */
function rangeReadings(table: Table): readonly Reading[] {
  const rows = entriesOf(table).map(({ row }) => row);
  return table.header.cells.flatMap((_, column) => {
    const cells = rows.map((row) => row.cells[column]);
    const ranges = cells.map((cell) => {
      const [range, ...others] = cell ? dayRanges(compactText(cell)) : [];
      return range && others.length === 0 && range.spans.length === 1 ? (range.spans[0] ?? null) : null;
    });
    if (ranges.filter((one) => one !== null).length < FEWEST) return [];
    return inclusive({
      grain: 'day',
      spans: ranges.map((days) => days && days * DAY_MINUTES),
      ends: cells.map((cell, at) => (cell && ranges[at] !== null ? [{ minutes: 0, range: cell.range }] : [])),
    });
  });
}

interface Borne {
  readonly column: number;
  readonly reading: Reading;
  readonly told: readonly Stated[];
  readonly wrong: readonly Stated[];
}

/** The reading of a column that most rows bear out, if all but a row or two do. */
function bestReading(table: Table, column: number, readings: readonly Reading[]): Borne | null {
  const stated = statedIn(table, column);
  if (stated.length < FEWEST) return null;
  const [best = null] = readings
    .map((reading): Borne => {
      const told = stated.filter(({ at }) => reading.spans[at] !== null);
      return { column, reading, told, wrong: told.filter((one) => !fits(one, reading)) };
    })
    .sort((a, b) => b.told.length - b.wrong.length - (a.told.length - a.wrong.length));
  const right = best ? best.told.length - best.wrong.length : 0;
  return best && right >= FEWEST && best.wrong.length <= MOST_WRONG && best.wrong.length * 2 <= right
    ? best
    : null;
}

function wrongSpans(table: Table, { column, reading, wrong }: Borne): readonly WrongSpan[] {
  const entries = entriesOf(table);
  return wrong.flatMap(({ at }): WrongSpan[] => {
    const cell = entries[at]?.row.cells[column];
    const minutes = (reading.spans[at] ?? 0) + reading.extra * DAY_MINUTES;
    const ends = (reading.ends[at] ?? []).map(({ range }) => range);
    return cell ? [{ shown: compactText(cell), minutes, range: cell.range, ends }] : [];
  });
}

const HUNDRED = 100;

function statedIn(table: Table, column: number): readonly Stated[] {
  const header = table.header.cells[column]?.prose.text ?? '';
  return entriesOf(table).flatMap(({ row }, at): Stated[] => {
    const text = compactText(row.cells[column]);
    const { whole, decimals = '' } = NUMBER.exec(text)?.groups ?? {};
    const unit = whole === undefined ? 0 : minutesOf(text, header);
    if (whole === undefined || unit === 0) return [];
    const hundredths = Number(whole) * HUNDRED + Number(decimals.padEnd(2, '0'));
    const slack = decimals === '' ? 0 : Math.ceil(unit / 2 / 10 ** decimals.length);
    return hundredths === 0 ? [] : [{ value: Math.round((hundredths * unit) / HUNDRED), slack, at }];
  });
}

/** Minutes of one unit; 0 where neither cell nor header names it. */
function minutesOf(text: string, header: string): number {
  const words = `${text}${header}`;
  if (/小时/.test(words)) return /分钟/.test(words) ? 0 : 60;
  if (/分/.test(words)) return 1;
  return /[天日]/.test(words) ? DAY_MINUTES : 0;
}

const fits = ({ value, slack, at }: Stated, { spans, extra }: Reading): boolean =>
  Math.abs((spans[at] ?? 0) + extra * DAY_MINUTES - value) <= slack;
