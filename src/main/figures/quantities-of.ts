import type { Quantity } from '../../shared/model/quantity';

/** Index of the first quantity that stands in a block from `block` on. Quantities ascend by block. */
export function firstQuantity(quantities: readonly Quantity[], block: number): number {
  let [low, high] = [0, quantities.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[middle]?.place.block ?? 0) < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
