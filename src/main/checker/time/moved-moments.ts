import { groupBy } from '../../../shared/group-by';
import type { ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { tablesOf } from '../tables/each-table';
import { clockRowsBack } from './clock-rows';
import { itemsOutOfOrder } from './dated-items';
import { stepsOutOfOrder } from './timeline';
import type { WrongSpan } from './wrong-duration';

/** One moment of a timeline that several told lengths, or its neighbours, contradict: it is the moment that is wrong. */
export interface MovedMoment {
  readonly range: Range;
  readonly spans: readonly WrongSpan[];
}

/** So many lengths that share a moment contradict it, not it them. */
const SEVERAL = 2;

/** Parts wrong lengths into those that one moment explains and those that stand alone. */
export function movedMoments(
  document: ReportDocument,
  spans: readonly WrongSpan[],
): { readonly moved: readonly MovedMoment[]; readonly apart: readonly WrongSpan[] } {
  if (spans.length === 0) return { moved: [], apart: [] };
  const back = [
    ...tablesOf(document).flatMap(clockRowsBack),
    ...stepsOutOfOrder(document),
    ...itemsOutOfOrder(document),
  ];
  const groups = groupBy(
    spans.flatMap((span) => span.ends.map((end) => ({ end, span }))),
    ({ end }) => end.start,
  );
  const taken = new Set<WrongSpan>();
  const moved = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((group): MovedMoment[] => {
      const [first] = group;
      const own = group.flatMap(({ span }) => (taken.has(span) ? [] : [span]));
      const order = back.find(({ range, other }) =>
        [range, other].some(({ start }) => start === first?.end.start),
      );
      if (!first || own.length < (order ? 1 : SEVERAL)) return [];
      for (const span of own) taken.add(span);
      return [{ range: order?.range ?? first.end, spans: own }];
    });
  return { moved, apart: spans.filter((span) => !taken.has(span)) };
}
