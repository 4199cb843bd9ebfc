import type { Range } from '../../shared/model/range';
import type { SourceMap, SourcePlace } from '../../shared/model/source';

/**
 * The first and the last place of the source that a range of the working text comes from, by binary search.
 * An empty range belongs to the place that it stands in or at the end of. Null when it comes from none.
 */
export function placesOf(map: SourceMap, range: Range): readonly [SourcePlace, SourcePlace] | null {
  const first = map[firstIndex(map, (place) => touches(place.range, range))];
  const past = firstIndex(map, (place) => place.range.start >= Math.max(range.end, range.start + 1));
  const last = map[past - 1];
  return first && last && first.range.start <= last.range.start ? [first, last] : null;
}

const touches = (place: Range, range: Range): boolean =>
  range.end > range.start ? place.end > range.start : place.end >= range.start;

/** Index of the first place for which the test holds; it must hold for all places after that one. */
function firstIndex(map: SourceMap, holds: (place: SourcePlace) => boolean): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = map[middle];
    if (place && holds(place)) high = middle;
    else low = middle + 1;
  }
  return low;
}
