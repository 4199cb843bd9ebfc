import type { GridColumn } from './header';

export interface ColumnSum {
  readonly total: GridColumn;
  /** What it may add up, the usual reading first; two columns or more each. */
  readonly readings: readonly (readonly GridColumn[])[];
}

const TOTAL = /^(?:合计|总计|小计|共计|总额|总数|总量|合计数)$/;
const TOTAL_OF = /^(?:合计|总计|小计|总)(.{1,8})$|^(.{1,8}?)(?:合计|总计|小计)$/;
const PART = /^(?:其中|包括)/;

/** The total columns of a table, with the columns that each adds up. */
export function columnSums(columns: readonly GridColumn[]): ColumnSum[] {
  return columns.flatMap((total) => {
    if (!total.additive) return [];
    const items = itemsOf(total, columns).filter((column) => sameUnit(column, total));
    const readings = [items, withGroupTotals(items, columns), ...withoutRuns(items, columns)];
    const distinct = readings.filter(
      (reading, at) => reading.length >= 2 && readings.findIndex((one) => sameColumns(one, reading)) === at,
    );
    return distinct.length > 0 ? [{ total, readings: distinct }] : [];
  });
}

const sameColumns = (a: readonly GridColumn[], b: readonly GridColumn[]): boolean =>
  a.length === b.length && a.every((column, at) => column === b[at]);

/** Of columns under one upper header that has its own 小计, that alone. */
function withGroupTotals(
  items: readonly GridColumn[],
  columns: readonly GridColumn[],
): readonly GridColumn[] {
  const totals = columns.filter(
    (column) => column.additive && column.measure !== '' && TOTAL.test(column.measure),
  );
  if (totals.length === 0) return items;
  const grouped = new Set(totals.map(({ group }) => group));
  const loose = items.filter(({ group }) => !grouped.has(group));
  const own = totals.filter(({ group }) => items.some((item) => item.group === group));
  return [...loose, ...own].sort((a, b) => a.index - b.index);
}

/** Without one, two or three columns that go on behind a 其中 column. */
function withoutRuns(
  items: readonly GridColumn[],
  columns: readonly GridColumn[],
): readonly (readonly GridColumn[])[] {
  const parts = columns.filter(({ levels }) => levels.some((level) => PART.test(level)));
  if (parts.length === 0) return [];
  return [1, 2, 3].map((length) =>
    items.filter(({ index }) => !parts.some((part) => index > part.index && index <= part.index + length)),
  );
}

function itemsOf(total: GridColumn, columns: readonly GridColumn[]): readonly GridColumn[] {
  const others = columns.filter(
    (column) => column.additive && column !== total && !column.levels.some((level) => PART.test(level)),
  );
  if (total.levels.length > 2) return deepItems(total, others);
  if (total.measure !== '' && TOTAL.test(total.measure)) {
    return others.filter((column) => column.group === total.group && !isTotal(column));
  }
  if (total.measure !== '' && TOTAL.test(total.group)) {
    return others.filter((column) => column.measure === total.measure && !isTotal(column));
  }
  if (total.measure !== '') return [];
  if (TOTAL.test(total.group)) return plainItems(total, others);
  const named = TOTAL_OF.exec(total.group);
  const measure = named?.[1] ?? named?.[2] ?? '';
  if (measure === '') return [];
  return others.filter(
    (column) => column.group.endsWith(measure) && column.group !== measure && !isTotal(column),
  );
}

/** Of a header of three rows or more: the columns that differ from the total in one level, where it says 合计. */
function deepItems(total: GridColumn, others: readonly GridColumn[]): readonly GridColumn[] {
  const at = total.levels.findLastIndex((level) => TOTAL.test(level));
  if (at < 0) return [];
  return others.filter(
    ({ levels }) =>
      levels.length === total.levels.length &&
      levels.every((level, depth) => (depth === at ? !TOTAL.test(level) : level === total.levels[depth])),
  );
}

const isTotal = (column: GridColumn): boolean =>
  TOTAL.test(column.group) ||
  TOTAL.test(column.measure) ||
  /合计|小计|总计/.test(column.group + column.measure);

/** For a bare 合计: the columns on its left since the last total, else those on its right up to the next. */
function plainItems(total: GridColumn, others: readonly GridColumn[]): readonly GridColumn[] {
  const left = others.filter((column) => column.index < total.index);
  const since = left.findLastIndex(isTotal);
  const run = left.slice(since + 1);
  if (run.length >= 2) return run;
  if (left.length > 0 && left.every(isTotal)) return left;
  const right = others.filter((column) => column.index > total.index);
  const next = right.findIndex(isTotal);
  return next < 0 ? right : right.slice(0, next);
}

/** Columns with a unit of their own add only to columns of the same unit. */
const sameUnit = (a: GridColumn, b: GridColumn): boolean => a.unit === b.unit;

/** 其中 columns, each with the column on its left that it is part of. */
export function columnParts(columns: readonly GridColumn[]): { part: GridColumn; whole: GridColumn }[] {
  let whole: GridColumn | null = null;
  const found: { part: GridColumn; whole: GridColumn }[] = [];
  for (const column of columns) {
    const isPart = column.levels.some((level) => PART.test(level));
    if (!isPart) whole = column.additive ? column : null;
    else if (whole && column.additive && sameUnit(column, whole)) found.push({ part: column, whole });
  }
  return found;
}
