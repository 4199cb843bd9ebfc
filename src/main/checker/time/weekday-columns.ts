import type { Cell, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf } from '../tables/each-table';
import { isValidDate, type NamedDate, namedDates } from './calendar';
import { weekdayOf } from './weekdays';

/** A cell with another weekday than that of the day in its row. */
export interface WrongWeekdayCell {
  readonly date: string;
  readonly own: string;
  readonly right: string;
  /** The weekday alone. */
  readonly range: Range;
  readonly other: Range;
}

interface Day {
  readonly cells: readonly [date: Cell, weekday: Cell];
  readonly date: NamedDate;
  readonly own: string;
}

const WEEKDAY = /^(?:星期|周)?(?<day>[一二三四五六日天])$/;
const HEADER = /^(?:星期|周几|星期几|周次?日?)$/;
/** So many rows must bear a year out before one that does not is told. */
const FEWEST = 3;

/** 5月22日 | 星期五, a Thursday, where the other rows are right. Of days without a year in that of the report which most rows have. */
export function wrongWeekdayCells(table: Table, years: readonly number[]): readonly WrongWeekdayCell[] {
  const column = table.header.cells.findIndex((cell) => HEADER.test(compactText(cell)));
  if (column < 0) return [];
  const days = daysOf(table, column);
  const readings = (years.length > 0 ? years : [0]).map((year) =>
    days.filter(({ date, own }) => weekdayOf(date.year ?? year, date) !== own),
  );
  const [wrong = []] = readings.sort((a, b) => a.length - b.length);
  const isYearOpen = years.length === 0 && days.some(({ date }) => date.year === null);
  const right = days.length - wrong.length;
  if (isYearOpen || right < FEWEST || wrong.length * 3 > right) return [];
  const year = years.find((one) => days.every((day) => wrong.includes(day) || isRight(day, one))) ?? 0;
  return wrong.map(({ cells: [date, weekday], date: day, own }) => ({
    date: compactText(date),
    own,
    right: weekdayOf(day.year ?? year, day),
    range: { start: weekday.range.end - 1, end: weekday.range.end },
    other: date.range,
  }));
}

const isRight = ({ date, own }: Day, year: number): boolean => weekdayOf(date.year ?? year, date) === own;

function daysOf(table: Table, column: number): readonly Day[] {
  return entriesOf(table).flatMap(({ row }): Day[] => {
    const weekday = row.cells[column];
    const own = WEEKDAY.exec(compactText(weekday))?.groups?.['day']?.replace('天', '日');
    if (!weekday || own === undefined) return [];
    const found = row.cells.flatMap((cell) => {
      const text = compactText(cell);
      const [date, ...others] = text.length > 11 ? [] : namedDates(text);
      const isWhole = date?.start === 0 && date.end === text.length && others.length === 0;
      return isWhole && date.day !== null && isValidDate(date) ? [{ cell, date }] : [];
    });
    const [only, ...others] = found;
    return only && others.length === 0 ? [{ cells: [only.cell, weekday], date: only.date, own }] : [];
  });
}
