import type { Range } from './range';

/** Where a quantity stands: its block, and its row (-1 for the header) and column when that block is a table. */
export interface Place {
  readonly block: number;
  readonly row?: number;
  readonly column?: number;
}

export type Approximator =
  | 'about' // 约, 左右, 大约
  | 'nearly' // 近, 将近, 接近
  | 'over' // 超, 逾, 余, 多
  | 'at-least' // 以上, 不少于, 达到…以上
  | 'below' // 不足, 不到, 以内
  | 'some'; // 数百, 几十

export type ExemptReason =
  | 'date'
  | 'time'
  | 'heading-number'
  | 'list-number'
  | 'sequence-number'
  | 'reference' // 图1, 表2, 附件3, 第五条
  | 'ordinal'
  | 'code' // phone numbers, licence numbers, code blocks
  | 'name'; // a digit inside a name: 62福利日, 4G

/** A number with its unit as written. */
export interface Quantity {
  readonly range: Range;
  readonly raw: string;
  /** Exact decimal string in the base unit: `3,190.25万元` → `31902500`. */
  readonly value: string;
  /** Base unit: 元, 笔, 个, %, 个百分点, 倍 …; empty when there is none. */
  readonly unit: string;
  /** Power of ten of the last printed digit in the base unit: `3,190.25万元` → 2; `0.7%` → -1. */
  readonly precision: number;
  readonly approximator: Approximator | null;
  readonly place: Place;
  /** Null for a quantity that makes a claim. */
  readonly exempt: ExemptReason | null;
  /**
   * Of a date, as ISO 8601 as far as it is written: `2025-12-31`, `2025-12`, `2025`, `--12` (a month without its year),
   * `2025-Q4`, `2025-H1`; two of them with `/` for a range.
   */
  readonly date?: string;
}

/** How a change is stated: 下降14.37%, 提高2.3个百分点, 增长56.4倍, 增加20个; `none`: only its direction. */
export type ChangeForm = 'rate' | 'points' | 'increase' | 'difference' | 'none';

/** What a text says of a figure's change. */
export interface Comparison {
  /** As written: 同比, 环比, 较11月, 较年初. */
  readonly basis: string;
  readonly direction: 'up' | 'down' | 'flat';
  /** As written, with its unit: `14.37%`; empty when only a direction is stated. */
  readonly rate: string;
  readonly form: ChangeForm;
  /** Index into `Analysis.quantities` of the stated change; null when only a direction is stated. */
  readonly quantity: number | null;
  /** The period compared with, as `Fact.period`: 较11月 in a sentence on 2025-12 → `2025-11`; empty when not known. */
  readonly basePeriod: string;
}

/** A quantity that means something: concept + context + quantity. Indices point into `Analysis.quantities`. */
export interface Fact {
  readonly quantity: number;
  readonly concept: string;
  readonly scope: string;
  /** `2025-12`, `2025`, `2025Q4`, `2025-12-31`, `..2025-12-31` (up to), or empty. */
  readonly period: string;
  readonly comparison: Comparison | null;
}

export type QuantityState = 'tied' | 'conflicting' | 'waived' | 'single' | 'unclear' | 'exempt';

export type Coverage = Readonly<Record<QuantityState, number>>;
