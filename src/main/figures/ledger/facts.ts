import {
  type ColumnMapping,
  cellPlace,
  type LedgerFact,
  type LedgerFacts,
  type LedgerGap,
  type LedgerTable,
  type Sheet,
} from '../../../shared/model/ledger';
import { type StatedUnit, statedUnit } from '../units';
import { readCell } from './cell-value';
import { labelReader, type RowLabel } from './labels';
import { mergeReader, slippedRows } from './misplaced';
import { formatPeriod, joinPeriods, type PeriodParts, periodOfCell, wholePeriod } from './period';
import type { GridRow } from './rows';
import { distinct, isBlankCell, isTotal, shorten, tidy } from './words';

interface ValueColumn {
  readonly column: number;
  readonly mapping: ColumnMapping;
  readonly period: PeriodParts | null;
  readonly unit: StatedUnit;
}

/** What holds for all figures of a row. */
interface RowMeaning {
  readonly labels: readonly RowLabel[];
  readonly concept: string;
  readonly scope: string;
  readonly period: PeriodParts | null;
  /** The period in its normal form. */
  readonly when: string;
  /** Null where no unit column tells. */
  readonly unit: StatedUnit | null;
}

/**
 * Every figure of a value column as a fact, with its place on the sheet; every other cell of such a column that
 * claims something as a gap with its reason. A mapping without a value column gives one gap.
 */
export function applyMapping(
  table: LedgerTable,
  sheet: Sheet,
  mapping: readonly ColumnMapping[],
): LedgerFacts {
  const values = valueColumns(table, mapping);
  if (values.length === 0) {
    const place = cellPlace(sheet, table.headerFrom, table.columnFrom);
    return {
      facts: [],
      gaps: [{ place, text: table.title, reason: '没有指定数值列，这张表没有得到任何数据' }],
    };
  }
  const facts: LedgerFact[] = [];
  const gaps: LedgerGap[] = [];
  const meaningOf = meaningReader(table, mapping);
  const slipped = slippedRows(table, sheet);
  const mergeTrouble = mergeReader(sheet.rows);
  for (let at = table.dataFrom; at < Math.min(table.dataTo, sheet.rows.length); at++) {
    const row = sheet.rows[at] ?? [];
    const meaning = meaningOf(row, at);
    const slip = slipped(at);
    for (const value of values) {
      const cell = row[value.column];
      const reading = cell && !cell.covered ? readCell(cell, meaning.unit ?? value.unit) : null;
      if (!cell || !reading) continue;
      const place = cellPlace(sheet, at, value.column);
      const told = toldBy(meaning, value);
      const trouble =
        slip ??
        ('reason' in reading ? reading.reason : null) ??
        mergeTrouble(at, value.column, meaning.labels) ??
        (told.concept || told.scope ? null : '这一行没有名称，无法说明这个数是什么');
      if (trouble !== null) gaps.push({ place, text: cell.text, reason: trouble });
      else if ('figure' in reading) facts.push({ ...told, ...reading.figure, raw: cell.text, place });
    }
  }
  return { facts, gaps };
}

const valueColumns = (table: LedgerTable, mapping: readonly ColumnMapping[]): readonly ValueColumn[] =>
  mapping.flatMap((column, at) => {
    if (column.role !== 'value') return [];
    const period = wholePeriod(column.period);
    return [{ column: table.columnFrom + at, mapping: column, period, unit: unitOf(column.unit) }];
  });

/** A unit that is not known holds as it is written, without a scale. */
const unitOf = (text: string): StatedUnit => statedUnit(text) ?? { unit: tidy(text), power: 0 };

function toldBy(row: RowMeaning, value: ValueColumn): Pick<LedgerFact, 'concept' | 'scope' | 'period'> {
  const { concept, scope, period } = value.mapping;
  const told = value.period && joinPeriods(row.period, value.period);
  return {
    concept: concept && row.concept ? joined([row.concept, concept]) : row.concept || concept,
    scope: scope && row.scope ? joined([row.scope, scope]) : row.scope || scope,
    period: told ? formatPeriod(told) : row.when || period,
  };
}

/** Reads what the rows say of their figures, from the first row on. */
function meaningReader(
  table: LedgerTable,
  mapping: readonly ColumnMapping[],
): (row: GridRow, at: number) => RowMeaning {
  const labelsOf = labelReader(mapping, table.columnFrom);
  const units = mapping.findIndex(({ role }) => role === 'unit');
  let section = '';
  let unitText = '';
  return (row, at) => {
    section = sectionIn(row, table.columnFrom, mapping.length) ?? section;
    const labels = labelsOf(row, at);
    const concepts = textsOf(labels, 'concept');
    const scopes = textsOf(labels, 'scope');
    if ([...concepts, ...scopes].some(isTotal)) section = '';
    const cell = units < 0 ? undefined : row[table.columnFrom + units];
    if (cell?.covered !== 'up') unitText = cell?.text.trim() ?? '';
    const unit = unitText === '' ? null : unitOf(unitText);
    const period = periodIn(row, labels, table);
    const when = period ? formatPeriod(period) : '';
    return { labels, concept: joined(concepts), scope: joined([section, ...scopes]), period, when, unit };
  };
}

const joined = (texts: readonly string[]): string => shorten(distinct(texts).join(' '));

const textsOf = (labels: readonly RowLabel[], role: RowLabel['role']): readonly string[] =>
  labels.filter((label) => label.role === role).map(({ text }) => text);

/** A text merged over all columns heads the rows below it. */
function sectionIn(row: GridRow, from: number, width: number): string | null {
  const [first, ...others] = row.slice(from, from + width);
  if (!first || isBlankCell(first) || others.length === 0) return null;
  return others.every(({ covered }) => covered === 'left') ? tidy(first.text) : null;
}

function periodIn(row: GridRow, labels: readonly RowLabel[], table: LedgerTable): PeriodParts | null {
  let period: PeriodParts | null = null;
  for (const label of labels) {
    if (label.role !== 'period' || label.text === '') continue;
    const header = table.headers[label.column - table.columnFrom]?.at(-1) ?? '';
    const cell = row[label.column];
    const own = cell && label.text === tidy(cell.text) ? cell : { text: label.text, number: '', date: '' };
    period = joinPeriods(period, periodOfCell(own, header));
  }
  return period;
}
