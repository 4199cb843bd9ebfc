import { type Decimal, zero } from '../../shared/decimal';
import type { Approximator, ExemptReason } from '../../shared/model/quantity';

/** A quantity in the offsets of the text that was scanned. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly unit: string;
  readonly precision: number;
  readonly approximator: Approximator | null;
  readonly exempt: ExemptReason | null;
  /** Has neither unit nor scale word of its own, so that a header's may hold. */
  readonly bare: boolean;
}

export const exemptFound = (start: number, end: number, exempt: ExemptReason): Found => ({
  start,
  end,
  value: zero,
  unit: '',
  precision: 0,
  approximator: null,
  exempt,
  bare: false,
});
