import type { Row, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf } from '../tables/each-table';
import { dayNumber } from './day-ranges';

/** Minutes since an era; a bare time of day since midnight, a bare day at midnight. */
export interface CellMoment {
  readonly minutes: number;
  readonly range: Range;
}

/** A column of moments, one for each row asked about; null where a cell names none. */
export interface MomentColumn {
  readonly column: number;
  readonly grain: 'day' | 'minute';
  /** Neither day nor year: a moment before another may be of the next day, or year. */
  readonly open: 'day' | 'year' | null;
  readonly moments: readonly (CellMoment | null)[];
}

export const DAY_MINUTES = 1440;
const LEAST = 2;
/** Where none is written; no span that it decides is told (see `isLeapOpen`). */
const SOME_YEAR = 2025;

const CLOCK = /^(?<hour>[012]?\d)(?:[:：]|时)(?<minute>[0-5]\d)(?:分|[:：][0-5]\d)?$/;
const DATE =
  /^(?:(?<year>(?:19|20)\d{2})(?:年|[-./]))?(?<month>\d{1,2})(?:月|[-./])(?<day>\d{1,2})日?(?:[（(](?:星期|周).[）)])?(?<clock>[012]?\d(?:[:：]|时)[0-5]\d分?)?$/;

interface Read {
  readonly day: number | null;
  readonly clock: number | null;
  readonly hasYear: boolean;
  readonly range: Range;
}

/** What a cell says, as far as it is a moment and nothing else. */
function readMoment(text: string, range: Range): Read | null {
  const clock = clockOf(text);
  if (clock !== null) return { day: null, clock, hasYear: false, range };
  const groups = DATE.exec(text)?.groups;
  if (!groups) return null;
  const { year, month, day, clock: behind } = groups;
  // 3.5 and 12-8 are figures rather.
  if (year === undefined && !/月/.test(text)) return null;
  const number = dayNumber(Number(year ?? SOME_YEAR), Number(month), Number(day));
  if (Number(month) > 12 || Number(day) > 31) return null;
  return {
    day: number,
    clock: behind === undefined ? null : clockOf(behind),
    hasYear: year !== undefined,
    range,
  };
}

function clockOf(text: string): number | null {
  const groups = CLOCK.exec(text)?.groups;
  return groups ? Number(groups['hour']) * 60 + Number(groups['minute']) : null;
}

/** The columns of moments; a column of times takes its days from the column of dates right before it. */
export function momentColumns(
  table: Table,
  rows: readonly Row[] = entriesOf(table).map(({ row }) => row),
): readonly MomentColumn[] {
  const read = table.header.cells.map((_, column) => rows.map((row) => readCell(row, column)));
  return read.flatMap((own, column): MomentColumn[] => {
    const found = own.filter((one) => one !== null);
    if (found.length < LEAST || found.length * 2 < own.length) return [];
    const areClocks = found.every(({ clock }) => clock !== null);
    if (!areClocks) {
      if (found.some(({ day }) => day === null)) return [];
      const open = found.every(({ hasYear }) => hasYear) ? null : 'year';
      const moments = own.map((one) => one && { minutes: (one.day ?? 0) * DAY_MINUTES, range: one.range });
      return [{ column, grain: 'day', open, moments }];
    }
    const days = found.every(({ day }) => day !== null) ? own : (read[column - 1] ?? []);
    const isDated = own.every((one, at) => one === null || (days[at]?.day ?? null) !== null);
    const moments = own.map(
      (one, at) =>
        one && {
          minutes: (isDated ? (days[at]?.day ?? 0) * DAY_MINUTES : 0) + (one.clock ?? 0),
          range: one.range,
        },
    );
    return [{ column, grain: 'minute', open: isDated ? null : 'day', moments }];
  });
}

function readCell(row: Row, column: number): Read | null {
  const cell = row.cells[column];
  return cell === undefined || cell.covered ? null : readMoment(compactText(cell), cell.range);
}
