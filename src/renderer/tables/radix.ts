/** Bits looked at in one pass: its counts stay in the processor's cache. */
const BITS = 11;
const SIZE = 1 << BITS;
/** The lower part of a number, two passes; the upper part, of 31 bits, takes up to three. */
const LOW = 2 ** (2 * BITS);

/**
 * The positions of whole numbers from 0 on, below 2^53, in ascending order; equal ones keep theirs. Passes over the list
 * instead of comparing, as many as the largest number asks for. Plain loops: of 400,000 numbers they take a tenth of what
 * iterators take.
 */
export function ascending(numbers: Float64Array): Uint32Array {
  const count = numbers.length;
  const [low, high] = [new Uint32Array(count), new Uint32Array(count)];
  let [mostLow, mostHigh] = [0, 0];
  for (let at = 0; at < count; at++) {
    const number = numbers[at] ?? 0;
    const upper = Math.floor(number / LOW);
    const lower = number - upper * LOW;
    low[at] = lower;
    high[at] = upper;
    if (lower > mostLow) mostLow = lower;
    if (upper > mostHigh) mostHigh = upper;
  }
  let order: Uint32Array = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  for (let bits = 0; mostLow >>> bits > 0 && bits < 2 * BITS; bits += BITS) order = passed(order, low, bits);
  for (let bits = 0; bits < 32 && mostHigh >>> bits > 0; bits += BITS) order = passed(order, high, bits);
  return order;
}

/** In the order of 11 bits of their keys; equal ones as they were. */
function passed(order: Uint32Array, keys: Uint32Array, bits: number): Uint32Array {
  const places = new Uint32Array(SIZE);
  for (let at = 0; at < keys.length; at++) {
    const digit = ((keys[at] ?? 0) >>> bits) & (SIZE - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let from = 0;
  for (let digit = 0; digit < SIZE; digit++) {
    const here = places[digit] ?? 0;
    places[digit] = from;
    from += here;
  }
  const next = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const one = order[at] ?? 0;
    const digit = ((keys[one] ?? 0) >>> bits) & (SIZE - 1);
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    next[place] = one;
  }
  return next;
}
