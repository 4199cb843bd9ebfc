import type { Range } from '../../shared/model/range';
import type { SourceMap } from '../../shared/model/source';

/** The label of the part of the source that holds the start of a range, else of the next part; empty without a map. */
export function sourcePlace(map: SourceMap, { start }: Range): string {
  let [low, high] = [0, map.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle]?.range.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (map[low] ?? map.at(-1))?.label ?? '';
}
