import { remembered } from '../../shared/memo';
import type { Fact } from '../../shared/model/quantity';

/** What a quantity means, by its index: one fact at most; made once for all that ask of the same facts. */
export const factsByQuantity = remembered((facts: readonly Fact[]): readonly (Fact | undefined)[] => {
  const found: (Fact | undefined)[] = [];
  for (const fact of facts) found[fact.quantity] = fact;
  return found;
});
