import type { Decimal } from '../../shared/decimal';
import type { Messages } from '../locales/index';

/** What a column is sorted by; null for an empty cell, which goes last either way. */
export type SortKey = Decimal | string | number | null;

/** One column of a data table, as it is shown, sorted and copied. */
export interface Column<R> {
  readonly name: keyof Messages['data']['columns'];
  /** Flush right, digits of equal width. */
  readonly numeric?: boolean;
  /** Pixels; a column that grows is at least so wide. */
  readonly width: number;
  readonly grows?: boolean;
  text(row: R, words: Messages): string;
  /** Without it the column is sorted by its text in the language of the screen. */
  key?(row: R): SortKey;
  /** The key of a row by its index, where that costs less than making the row; very long tables have such. */
  keyAt?(index: number): SortKey;
  /** A sign before the text, so that a state is told without its colour too; `look` names its style. */
  mark?(row: R): { readonly look: string; readonly sign: string };
  /** What goes to the clipboard where that is not the text: a bare number instead of `31,902,500 元`. */
  copy?(row: R): string;
}

export interface Sort {
  readonly column: Column<never>['name'];
  readonly descending: boolean;
}
