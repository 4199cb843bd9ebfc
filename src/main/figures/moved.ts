import type { Fact, Quantity } from '../../shared/model/quantity';
import { movedRange } from '../../shared/moved';
import type { Move } from '../document/descent';

export const movedQuantity = (quantity: Quantity, { units, blocks }: Move): Quantity => ({
  ...quantity,
  range: movedRange(quantity.range, units),
  place: blocks === 0 ? quantity.place : { ...quantity.place, block: quantity.place.block + blocks },
});

export function movedFact(fact: Fact, { figures }: Move): Fact {
  if (figures === 0) return fact;
  const { comparison } = fact;
  const stated = comparison?.quantity ?? null;
  return {
    ...fact,
    quantity: fact.quantity + figures,
    comparison: comparison && stated !== null ? { ...comparison, quantity: stated + figures } : comparison,
  };
}
