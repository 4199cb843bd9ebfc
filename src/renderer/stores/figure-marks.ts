import type { Analysis } from '../../shared/model/analysis';
import type { Range } from '../../shared/model/range';
import { numberReader } from '../../shared/packed/leaves';
import { type Mark, NO_MARKS } from '../text/marks';

/** Stretches whose marks are kept, so that what is painted of them stays. */
const KEPT = 2_000;

/** The marks of the figures that are listed, made for the stretches that are asked for. */
export class FigureMarks {
  /** In the order of the text, whatever the table is sorted by. */
  private readonly figures: Int32Array;
  private readonly startOf: (figure: number) => number;
  private readonly kept = new Map<number, readonly Mark[]>();

  constructor(
    private readonly quantities: Analysis['quantities'],
    private readonly states: Analysis['states'],
    listed: Int32Array,
  ) {
    this.figures = listed.slice().sort();
    this.startOf = numberReader(quantities, 'range.start');
  }

  /** The marks of a block or a row; the same list as long as it is asked for again and again. */
  within({ start, end }: Range): readonly Mark[] {
    const known = this.kept.get(start);
    if (known) return known;
    const marks: Mark[] = [];
    for (let at = this.firstFrom(start); at < this.figures.length; at++) {
      const figure = this.figures[at] ?? 0;
      if (this.startOf(figure) >= end) break;
      const quantity = this.quantities[figure];
      const state = this.states[figure];
      if (quantity && state) marks.push({ kind: 'figure', range: quantity.range, figure, state });
    }
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(start, marks.length > 0 ? marks : NO_MARKS);
    return this.kept.get(start) ?? NO_MARKS;
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.figures.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(this.figures[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
