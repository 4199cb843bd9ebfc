import { isMergedRow } from '../../../shared/merged-cells';
import type { Row, Table } from '../../../shared/model/document';
import { cellText, isSpecialRow } from './cell-text';
import { type ColumnPattern, columnPatterns, dateCell } from './column-pattern';
import { continuedRow } from './continued-row';
import { cellFit, type Fit, rowFits } from './misfits';
import { type OwnCells, ownCells, withMerged } from './own-cells';
import { type Budget, type Repair, type SearchLimits, searchRepairs } from './repair-search';
import { expectedNumber } from './sequence';
import { type RowContext, targetColumn } from './target-column';
import { dateKey } from './values';
import { widthRepairs } from './width-repair';

/** A row that holds fragments of its neighbours' cells, with the rows it could have been, best first. */
export interface TornRow {
  /** Index of the row; `last` is the same, or the row that its rest stands in. */
  readonly first: number;
  readonly last: number;
  /** All cells of each repaired row, as they would read. Empty when no repair was found. */
  readonly repairs: readonly (readonly string[])[];
}

const HARD_LIMIT = 9;
const SOFT_LIMIT = 6;
const WEAK_LIMIT = 3;
const WEAK_DATE_LIMIT = 4;
export const ROW_BUDGET = 15_000;
/** Two whole pieces of one cell in the wrong order. */
const ONE_CELL_LIMIT = 1;
const DEEPENING = [2.5, 4.5, 6.5];
const WIDEST = 5;
const TIE = 0.5;
/** States that all searches of a report together may queue. */
export const REPORT_BUDGET = 200_000;

export type Joins = (left: string, right: string) => boolean;

/**
 * All torn rows of a table. Linear in its rows; the search of each torn row is bounded. `spent` takes what each search
 * took of the budget.
 */
export function tornRows(
  table: Table,
  joins: () => Joins,
  budget: Budget,
  spent: number[] = [],
): readonly TornRow[] {
  if (table.broken || table.rows.length < 3) return [];
  const patterns = columnPatterns(table);
  if (patterns.every((pattern) => pattern.kind === 'text' || pattern.kind === 'mixed')) return [];
  const found: TornRow[] = [];
  for (let index = table.headerRows; index < table.rows.length; index++) {
    const row = table.rows[index];
    if (!row || isSpecialRow(row)) continue;
    const merged = continuedRow(table, index, patterns, joins);
    if (merged) {
      found.push({ first: index, last: index + 1, repairs: [merged] });
      index++;
      continue;
    }
    // Of a row of another width that holds merged cells, nobody can say which columns they cover.
    if (row.cells.length !== patterns.length && isMergedRow(row)) continue;
    // Whole cells of which one is missing: nothing is torn, the row is only too narrow (T102).
    if (row.cells.length < patterns.length && isMerelyNarrow(row, patterns)) continue;
    const fits = rowFits(row, patterns);
    const limit = limitOf(row, fits, table, patterns);
    if (limit === 0 || isMerelyBroken(row, fits, patterns)) continue;
    const own = { left: Math.min(ROW_BUDGET, budget.left) };
    const before = own.left;
    const limits = { cost: limit, budget: own, joins: joins() };
    const torn = tornRow(contextOf(table, index, patterns), index, ownCells(row, fits, patterns), limits);
    budget.left -= before - own.left;
    spent.push(before - own.left);
    if (torn) found.push({ ...torn, repairs: torn.repairs.map((cells) => withMerged(row, cells)) });
  }
  return found;
}

const isMerelyNarrow = (row: Row, patterns: readonly ColumnPattern[]): boolean =>
  widthRepairs(row, patterns).some((cells) =>
    cells.every((text, column) => {
      const pattern = patterns[column];
      return text === '' || (pattern !== undefined && cellFit(text, pattern) === 'fits');
    }),
  );

/** A line feed at a cell's edge, and nothing else amiss: residue of a conversion (T112), no tearing. */
const isMerelyBroken = (row: Row, fits: readonly Fit[], patterns: readonly ColumnPattern[]): boolean =>
  row.cells.length === patterns.length &&
  fits.every((fit, column) => {
    const [text, pattern] = [cellText(row.cells[column]), patterns[column]];
    if (fit === 'fits') return true;
    return /^\n|\n$/.test(text) && pattern !== undefined && cellFit(text.trim(), pattern) === 'fits';
  });

const count = (fits: readonly Fit[], fit: Fit): number => fits.filter((one) => one === fit).length;

/** How dear a repair may be: the more evidence of tearing, the dearer. 0: the row is not suspicious. */
function limitOf(row: Row, fits: readonly Fit[], table: Table, patterns: readonly ColumnPattern[]): number {
  if (count(fits, 'hard') > 0) return HARD_LIMIT;
  if (row.cells.some((cell, at) => isCutTitle(cellText(cell), cellText(row.cells[at + 1]))))
    return SOFT_LIMIT;
  const soft = count(fits, 'soft');
  if (soft >= 2) return SOFT_LIMIT;
  if (soft === 1 && row.cells.length !== table.header.cells.length) return SOFT_LIMIT;
  if (soft === 0 || count(fits, 'weak') === 0) return 0;
  const figures = fits.every((fit, column) => fit !== 'weak' || patterns[column]?.kind === 'number');
  return figures ? WEAK_LIMIT : WEAK_DATE_LIMIT;
}

function tornRow(
  context: RowContext,
  index: number,
  { texts, fits, patterns }: OwnCells,
  limits: SearchLimits,
): TornRow | null {
  const sameWidth = texts.length === patterns.length;
  const groups = sameWidth ? grouped(windowsOver(fits)) : [[{ from: 0, to: patterns.length }]];
  const targets = patterns.map((pattern) => targetColumn(pattern, context));
  // Cheap repairs in any window come before dear ones in the narrowest.
  for (const cost of [...DEEPENING.filter((one) => one < limits.cost), limits.cost]) {
    for (const group of groups) {
      const repairs = group.flatMap(({ from, to }) => {
        const cells = sameWidth ? texts.slice(from, to) : texts;
        return searchRepairs(cells, targets.slice(from, to), { ...limits, cost }).map((repair) => ({
          ...repair,
          cells: [...texts.slice(0, from), ...repair.cells, ...(sameWidth ? texts.slice(to) : [])],
        }));
      });
      const best = closest(
        repairs.filter((repair) => convincing(repair, texts, fits)),
        texts,
      );
      if (best.length > 0) return { first: index, last: index, repairs: best };
    }
  }
  return evident(texts, fits, patterns) ? { first: index, last: index, repairs: [] } : null;
}

/**
 * Tearing moves something from one cell to another. A repair that only shuffles one cell, or moves a single
 * digit out of the only odd one, explains a typing error no better than the error itself.
 */
function convincing(repair: Repair, texts: readonly string[], fits: readonly Fit[]): boolean {
  // 99.61 | 99.87 into 61 | 99.99.: no value is torn at its own point.
  if (repair.cells.some((cell, column) => cell !== texts[column] && CUT_NUMBER.test(cell))) return false;
  if (repair.cells.length !== texts.length) return true;
  const changed = repair.cells.flatMap((cell, column) => (cell === texts[column] ? [] : [column]));
  if (changed.length < 2) return repair.cost <= ONE_CELL_LIMIT;
  if (fits.filter((fit) => fit !== 'fits').length > 1) return true;
  return changed.some(
    (column) => Math.abs((repair.cells[column] ?? '').length - (texts[column] ?? '').length) > 1,
  );
}

const CUT_NUMBER = /\d\.\d+\.(?!\d)|\d\.(?:\p{Script=Han}|$)|^\./u;

/** The cheapest repairs that change something, without doubles. */
function closest(repairs: readonly Repair[], texts: readonly string[]): (readonly string[])[] {
  const sorted = repairs
    .filter((repair) => repair.cells.join('|') !== texts.join('|'))
    .sort((a, b) => a.cost - b.cost);
  const lowest = sorted[0]?.cost ?? 0;
  const names = new Set<string>();
  return sorted
    .filter((repair) => repair.cost < lowest + TIE || sorted[0]?.glued)
    .filter((repair) => !names.has(repair.cells.join('|')) && names.add(repair.cells.join('|')))
    .slice(0, 4)
    .map((repair) => repair.cells);
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Stretches of columns around all misfits, narrowest first. */
function windowsOver(fits: readonly Fit[]): Window[] {
  const misfits = fits.flatMap((fit, column) => (fit === 'fits' ? [] : [column]));
  const hard = fits.flatMap((fit, column) => (fit === 'hard' ? [column] : []));
  const core = hard.length > 0 && hard.length < misfits.length && spread(misfits) > WIDEST ? hard : misfits;
  const from = core[0] ?? 0;
  const to = (core.at(-1) ?? 0) + 1;
  const windows: Window[] = [];
  for (let width = Math.max(2, to - from); width <= Math.min(WIDEST, fits.length); width++) {
    for (let start = Math.max(0, to - width); start <= Math.min(from, fits.length - width); start++) {
      windows.push({ from: start, to: start + width });
    }
  }
  return windows;
}

const spread = (columns: readonly number[]): number => (columns.at(-1) ?? 0) - (columns[0] ?? 0) + 1;

/** Windows of one width together: they compete with each other. */
function grouped(windows: readonly Window[]): Window[][] {
  const groups = new Map<number, Window[]>();
  for (const one of windows) groups.set(one.to - one.from, [...(groups.get(one.to - one.from) ?? []), one]);
  return [...groups.values()];
}

function contextOf(table: Table, index: number, patterns: readonly ColumnPattern[]): RowContext {
  const sequence = patterns.findIndex((pattern) => pattern.kind === 'sequence');
  const date = patterns.findIndex((pattern) => pattern.kind === 'date');
  const key = (row: Row | undefined): string => {
    const text = cellText(row?.cells[date]);
    return dateCell(text) ? dateKey(text.replace(/\s+/g, '')) : '';
  };
  return {
    number: sequence < 0 ? null : expectedNumber(table, sequence, index),
    dateBefore: date < 0 ? '' : key(table.rows[index - 1]),
    dateAfter: date < 0 ? '' : key(table.rows[index + 1]),
  };
}

/** 《大额交易和可疑交易 | 报告管理办法》修订: a title that begins in one cell and ends in the next. */
const isCutTitle = (text: string, next: string): boolean =>
  /《[^》]*$/.test(text) && /^[^《]*》/.test(next) && !/《/.test(next.split('》')[0] ?? '');

/** Torn beyond doubt although no repair was found: a typed cell that begins or ends in mid-value. */
function evident(
  texts: readonly string[],
  fits: readonly Fit[],
  patterns: readonly ColumnPattern[],
): boolean {
  if (texts.some((text, column) => isCutTitle(text, texts[column + 1] ?? ''))) return true;
  return patterns.some((pattern, column) => {
    const text = texts[column] ?? '';
    if (fits[column] !== 'hard') return false;
    if (pattern.kind === 'sequence') return /\d{6}|\d-\d{4}/.test(text);
    return pattern.kind === 'date' && /^[-—–~～、]\s*\d{4}|^\d{1,4}[-—–~～]\d{5}/.test(text);
  });
}
