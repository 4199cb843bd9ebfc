/** One cell of a workbook or of a CSV file. */
export interface SheetCell {
  /** As the program shows it: `1,284.50`, `7.35%`, `2025-12-31`. */
  readonly text: string;
  /** Exact decimal string for a number (15 significant digits, as Excel keeps them), else empty. A percentage keeps its share: `0.0735`. */
  readonly number: string;
  /** ISO date for a date cell, else empty. */
  readonly date: string;
  /** Set when a merged cell reaches here. */
  readonly covered?: 'left' | 'up';
}

/** A worksheet's used rectangle as a full grid: every row has the same number of cells. */
export interface Sheet {
  readonly name: string;
  /** Where the grid's first cell stands on the sheet, counted from 0: `{ top: 4, left: 1 }` is B5. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Of a text file: with how many cells each row was written, before short rows were filled up at their end. */
  readonly widths?: readonly number[];
}

/** `C` for column 2, counted from 0. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Where a cell of `sheet.rows` stands, as spreadsheet programs write it: `台账!C5`. */
export const cellPlace = (sheet: Sheet, row: number, column: number): string =>
  `${sheet.name}!${columnName(sheet.left + column)}${sheet.top + row + 1}`;

/** What a column says: `value` columns make facts, the others tell what these facts are about. */
export const columnRoles = ['ignore', 'concept', 'scope', 'period', 'value', 'unit'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** What the person decided, or the machine proposes, about one column. */
export interface ColumnMapping {
  readonly role: ColumnRole;
  /** For a value column: what holds for all its facts; empty where a concept, scope, period or unit column tells. */
  readonly concept: string;
  readonly scope: string;
  readonly period: string;
  /** With its scale: `万元`. */
  readonly unit: string;
}

/** A table found on a sheet. Rows and columns count from 0 in `Sheet.rows`. */
export interface LedgerTable {
  readonly sheet: string;
  /** What stands above the header: title and 单位 rows. */
  readonly title: string;
  /** Unit stated above the header, as written (`万元`), or empty. */
  readonly unit: string;
  readonly headerFrom: number;
  /** First row of data; data ends before `dataTo`. */
  readonly dataFrom: number;
  readonly dataTo: number;
  readonly columnFrom: number;
  /** Header path of each column, from the top down. */
  readonly headers: readonly (readonly string[])[];
  /** Tells layouts apart, whatever the period: 64 hex digits over the headers with their years and months taken out. */
  readonly signature: string;
  /** One per column. */
  readonly mapping: readonly ColumnMapping[];
  /** True when the person mapped this layout before. */
  readonly remembered: boolean;
  /** The first rows of data, as text. */
  readonly sample: readonly (readonly string[])[];
}

/** A reference fact with its provenance. */
export interface LedgerFact {
  readonly concept: string;
  readonly scope: string;
  /**
   * As in `Fact.period`; further `2025-01..2025-09` for months that make no quarter, half or year, and the words
   * themselves (`12月`) where no year is known.
   */
  readonly period: string;
  /** Exact decimal string in the base unit. */
  readonly value: string;
  readonly unit: string;
  /** Power of ten of the last digit in the base unit; as in `Quantity.precision`. */
  readonly precision: number;
  /** As the source shows it. */
  readonly raw: string;
  /** `台账!C5`, or `第12行` for facts from a report. */
  readonly place: string;
}

/** A cell of a value column that made no fact, and why. */
export interface LedgerGap {
  readonly place: string;
  readonly text: string;
  readonly reason: string;
}

export interface LedgerFacts {
  readonly facts: readonly LedgerFact[];
  readonly gaps: readonly LedgerGap[];
}

/** A ledger in the library. */
export interface LedgerSummary {
  readonly id: number;
  readonly name: string;
  readonly origin: 'xlsx' | 'csv' | 'report';
  readonly facts: number;
  readonly importedAt: string;
  readonly sha256: string;
}
