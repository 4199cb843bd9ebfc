import { isChange } from '../levels';
import { type Reading, reading, type Sought } from './reading';

const MOST = 8;
const LEAST = 3;

/** Those of one unit right before it, two and more. */
export function sums(sought: Sought): readonly Reading[] {
  const { text, claim, before } = sought;
  const like = before.filter((one) => one.quantity.unit === claim.quantity.unit && !isChange(one, text));
  const own = like.filter(({ spot }) => spot.sentence === claim.spot.sentence);
  const most = Math.min(MOST, like.length);
  return Array.from({ length: Math.max(0, most - 1) }, (_, at): Reading => {
    const parts = like.slice(-(at + 2));
    const isNear = (): boolean => parts.length === own.length && parts.length >= LEAST;
    return reading(
      sought,
      'sum',
      parts.map((part) => ['addend', part] as const),
      { isNear },
    );
  });
}
