import { isMergedRow } from '../../../shared/merged-cells';
import type { Row } from '../../../shared/model/document';
import { cellText, isMerged } from './cell-text';
import type { ColumnPattern } from './column-pattern';
import type { Fit } from './misfits';

/** What of a row can be torn: all cells but the merged ones, which stay as they are. */
export interface OwnCells {
  readonly texts: readonly string[];
  readonly fits: readonly Fit[];
  readonly patterns: readonly ColumnPattern[];
}

export function ownCells(row: Row, fits: readonly Fit[], patterns: readonly ColumnPattern[]): OwnCells {
  const isOwn = (_: unknown, column: number): boolean => !isMerged(row, column);
  return {
    texts: row.cells.map(cellText).filter(isOwn),
    fits: fits.filter(isOwn),
    patterns: patterns.filter(isOwn),
  };
}

/** A repaired row's own cells with its merged cells between them again. */
export function withMerged(row: Row, own: readonly string[]): readonly string[] {
  if (!isMergedRow(row)) return own;
  let next = 0;
  return row.cells.map((cell, column) => (isMerged(row, column) ? cellText(cell) : (own[next++] ?? '')));
}
