import type { Decimal } from '../../../shared/decimal';
import { groupBy } from '../../../shared/group-by';
import { remembered } from '../../../shared/memo';
import type { ReportDocument, Row, Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf, tablesOf } from '../tables/each-table';
import { valueIn } from './entries';
import { directionOf, type SeriesPeriod, type Step, seriesPeriod } from './series-periods';

/** What a table has for one measure in months, quarters or years on end, oldest first. */
export interface PeriodSeries {
  readonly step: Step;
  /** Header of its column, or first cells of its row, without units. */
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesPoint {
  readonly period: string;
  /** Number of the month or quarter within its year; of a year the year. */
  readonly nth: number;
  readonly value: Decimal;
  readonly shown: string;
  readonly range: Range;
}

const FEWEST = 3;
const UNIT = /[（(][^）)]*[）)]/g;
const bare = (text: string): string => text.replace(UNIT, '');

/** The series of a table whose rows, or columns, are periods that follow one another. */
export const seriesOf = remembered((table: Table): readonly PeriodSeries[] => {
  if (table.broken || table.headerRows > 0) return [];
  const rows = entriesOf(table).map(({ row }) => row);
  return [...downSeries(table, rows), ...acrossSeries(table, rows)];
});

function downSeries({ header }: Table, rows: readonly Row[]): readonly PeriodSeries[] {
  const column = [0, 1].find((at) => rows.filter((row) => periodIn(row, at)).length >= FEWEST) ?? -1;
  const own = column < 0 ? [] : rows.filter((row) => periodIn(row, column));
  const periods = own.flatMap((row) => periodIn(row, column) ?? []);
  return header.cells.flatMap((cell, at) =>
    at === column
      ? []
      : series(
          bare(compactText(cell)),
          periods,
          own.map((row) => [compactText(row.cells[column]), row.cells[at]] as const),
        ),
  );
}

const periodIn = (row: Row, at: number): SeriesPeriod | null =>
  seriesPeriod(bare(compactText(row.cells[at])));

function acrossSeries({ header }: Table, rows: readonly Row[]): readonly PeriodSeries[] {
  const columns = header.cells.flatMap((cell, at) => {
    const period = at === 0 ? null : seriesPeriod(bare(compactText(cell)));
    return period ? [{ at, period, text: compactText(cell) }] : [];
  });
  if (columns.length < FEWEST) return [];
  const first = columns[0]?.at ?? 0;
  return rows.flatMap((row) => {
    const name = row.cells
      .slice(0, first)
      .map((cell) => bare(compactText(cell)))
      .filter((text) => !/^\d*$/.test(text))
      .at(-1);
    return series(
      name ?? '',
      columns.map(({ period }) => period),
      columns.map(({ at, text }) => [text, row.cells[at]] as const),
    );
  });
}

type Told = readonly [period: string, cell: Row['cells'][number] | undefined];

function series(
  name: string,
  periods: readonly SeriesPeriod[],
  told: readonly Told[],
): readonly PeriodSeries[] {
  const way = directionOf(periods);
  const [first] = periods;
  if (!first || way === 0 || periods.length < FEWEST) return [];
  const points = told.flatMap(([period, cell], at): SeriesPoint[] => {
    const shown = compactText(cell);
    const value = valueIn(shown);
    const order = periods[at]?.order ?? 0;
    const size = first.step === 'month' ? 12 : 4;
    const nth = first.step === 'year' ? order : ((order - 1) % size) + 1;
    return value && cell ? [{ period, nth, value, shown, range: cell.range }] : [];
  });
  if (points.length < told.length) return [];
  return [{ step: first.step, name, points: way > 0 ? points : [...points].reverse() }];
}

/** The tables below one heading. */
const bySection = remembered((document: ReportDocument) =>
  groupBy(tablesOf(document), ({ section }) => section),
);

const byNumber = remembered(({ blocks }: ReportDocument): ReadonlyMap<string, Table> => {
  const found = new Map<string, Table>();
  for (const block of blocks) {
    if (block.kind !== 'caption' || block.label.noun !== '表') continue;
    const table = blocks.slice(block.index + 1, block.index + 3).find((one) => one.kind === 'table');
    if (table?.kind === 'table') found.set(block.label.number, table);
  }
  return found;
});

const POINTED = /表\s?(\d{1,2}(?:-\d{1,2})?)/g;

/** Tables that a sentence points at; where it points at none, those below its heading. */
export function tablesMeant(document: ReportDocument, section: number, sentence: string): readonly Table[] {
  const pointed = [...sentence.matchAll(POINTED)].flatMap(
    (match) => byNumber(document).get(match[1] ?? '') ?? [],
  );
  return pointed.length > 0 ? pointed : (bySection(document).get(section) ?? []);
}
