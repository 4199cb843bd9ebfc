import type { Range } from '../../../shared/model/range';

/** A stated length of time that the dates given for its start and its end exclude. */
export interface WrongDuration {
  readonly shown: string;
  /** What the dates allow, in whole days; of times of day, in minutes. */
  readonly least: number;
  readonly most: number;
  readonly range: Range;
  readonly dates: readonly Range[];
}

/** A length of time in a table beside the moments that exclude it. */
export interface WrongSpan {
  readonly shown: string;
  /** What the moments say. */
  readonly minutes: number;
  readonly range: Range;
  readonly ends: readonly Range[];
}
