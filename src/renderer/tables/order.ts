import type { Decimal } from '../../shared/decimal';
import type { SortKey } from './column';

/** Above so many different texts they are ordered by code unit: collating them all would be felt. */
const COLLATED = 20_000;
const collator = new Intl.Collator('zh-CN', { numeric: true });

/**
 * The place of each key among all of them, from 0, equal keys equal; -1 for null. Numbers come before text. Computed
 * once for a column: afterwards its rows are ordered by comparing small integers.
 */
export function ranksOf(keys: readonly SortKey[]): Int32Array {
  const ranks = new Int32Array(keys.length).fill(-1);
  const numbers = rankNumbers(keys, ranks);
  rankTexts(keys, ranks, numbers);
  return ranks;
}

const isText = (key: SortKey | undefined): key is string => typeof key === 'string';

/** Exact: all numbers as integers of the finest scale that occurs. Returns how many different ones there are. */
function rankNumbers(keys: readonly SortKey[], ranks: Int32Array): number {
  let scale = 0;
  for (const key of keys) if (typeof key === 'object' && key) scale = Math.max(scale, key.scale);
  const rows: number[] = [];
  const units: bigint[] = [];
  keys.forEach((key, row) => {
    const one = unitsAt(key, scale);
    if (one === null) return;
    rows.push(row);
    units.push(one);
  });
  const small = asNumbers(units);
  if (small) return rankSmall(small, rows, ranks);
  const order = Int32Array.from(units.keys()).sort((a, b) => {
    const left = units[a] ?? 0n;
    const right = units[b] ?? 0n;
    return left < right ? -1 : left > right ? 1 : 0;
  });
  let place = -1;
  let last: bigint | null = null;
  for (const at of order) {
    const one = units[at] ?? 0n;
    if (one !== last) place++;
    last = one;
    ranks[rows[at] ?? 0] = place;
  }
  return place + 1;
}

/** Whole numbers that a double holds exactly; null when one is larger. */
function asNumbers(units: readonly bigint[]): Float64Array | null {
  const numbers = Float64Array.from(units, Number);
  return numbers.every((number) => Number.isSafeInteger(number)) ? numbers : null;
}

function rankSmall(numbers: Float64Array, rows: readonly number[], ranks: Int32Array): number {
  const places = new Map<number, number>();
  for (const number of numbers.slice().sort()) if (!places.has(number)) places.set(number, places.size);
  numbers.forEach((number, at) => {
    ranks[rows[at] ?? 0] = places.get(number) ?? 0;
  });
  return places.size;
}

function unitsAt(key: SortKey, scale: number): bigint | null {
  if (key === null || isText(key)) return null;
  const value: Decimal = typeof key === 'number' ? { units: BigInt(Math.trunc(key)), scale: 0 } : key;
  return value.scale === scale ? value.units : value.units * 10n ** BigInt(scale - value.scale);
}

function rankTexts(keys: readonly SortKey[], ranks: Int32Array, from: number): void {
  const different = [...new Set(keys.filter(isText))];
  if (different.length > COLLATED) different.sort();
  else different.sort(collator.compare);
  const places = new Map(different.map((text, place) => [text, from + place]));
  keys.forEach((key, at) => {
    if (isText(key)) ranks[at] = places.get(key) ?? -1;
  });
}

/**
 * The rows (indices, ascending) by their ranks; equal ones keep their order, empty ones come last either way. Rank and
 * position are packed into one whole number below 2^53, which a typed array sorts natively.
 */
export function ordered(rows: Int32Array, ranks: Int32Array, descending: boolean): Int32Array {
  const count = ranks.length;
  const packed = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const rank = ranks[row] ?? -1;
    const place = rank < 0 ? count : descending ? count - 1 - rank : rank;
    packed[at] = place * count + row;
  }
  packed.sort();
  const result = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) result[at] = (packed[at] ?? 0) % count;
  return result;
}
