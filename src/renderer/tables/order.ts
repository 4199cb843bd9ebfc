import type { Decimal } from '../../shared/decimal';
import type { SortKey } from './column';
import { ascending } from './radix';

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
  const small = smallNumbers(keys, scale);
  return small ? rankSmall(small, ranks) : rankLarge(keys, scale, ranks);
}

/** The keys as whole numbers that a double holds exactly, NaN for other keys; null when one is too large for that. */
function smallNumbers(keys: readonly SortKey[], scale: number): Float64Array | null {
  const powers = Float64Array.from({ length: scale + 1 }, (_, power) => 10 ** power);
  const numbers = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? null;
    if (key === null || isText(key)) {
      numbers[at] = Number.NaN;
      continue;
    }
    const isWhole = typeof key === 'number';
    const units = isWhole ? Math.trunc(key) : Number(key.units);
    const number = units * (powers[isWhole ? scale : scale - key.scale] ?? Number.NaN);
    // Both factors are exact, so the product is, as long as it is safe.
    if (!Number.isSafeInteger(units) || !Number.isSafeInteger(number)) return null;
    numbers[at] = number;
  }
  return numbers;
}

/** NaN has no rank. */
function rankSmall(numbers: Float64Array, ranks: Int32Array): number {
  const rows = new Uint32Array(numbers.length);
  let [count, least, most] = [0, Infinity, -Infinity];
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? Number.NaN;
    if (Number.isNaN(number)) continue;
    rows[count++] = at;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const ranked = rows.subarray(0, count);
  if (count > 0 && !Number.isSafeInteger(most - least))
    return rankInOrder(
      numbers,
      ranked.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0)),
      ranks,
    );
  const above = new Float64Array(count);
  for (let at = 0; at < count; at++) above[at] = (numbers[ranked[at] ?? 0] ?? 0) - least;
  const order = ascending(above);
  for (let at = 0; at < count; at++) order[at] = ranked[order[at] ?? 0] ?? 0;
  return rankInOrder(numbers, order, ranks);
}

/** Rows in the order of their numbers; returns how many different ones there are. */
function rankInOrder(numbers: Float64Array, rows: Uint32Array, ranks: Int32Array): number {
  let place = -1;
  let last = Number.NaN;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const number = numbers[row] ?? 0;
    if (number !== last) place++;
    last = number;
    ranks[row] = place;
  }
  return place + 1;
}

function rankLarge(keys: readonly SortKey[], scale: number, ranks: Int32Array): number {
  const units = keys.map((key) => unitsAt(key, scale));
  const rows = [...units.keys()].filter((row) => units[row] !== null);
  rows.sort((a, b) => {
    const [left, right] = [units[a] ?? 0n, units[b] ?? 0n];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  let place = -1;
  let last: bigint | null = null;
  for (const row of rows) {
    const one = units[row] ?? 0n;
    if (one !== last) place++;
    last = one;
    ranks[row] = place;
  }
  return place + 1;
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

/** The rows (indices, ascending) by their ranks; equal ones keep their order, empty ones come last either way. */
export function ordered(rows: Int32Array, ranks: Int32Array, descending: boolean): Int32Array {
  const count = ranks.length;
  const places = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const rank = ranks[rows[at] ?? 0] ?? -1;
    places[at] = rank < 0 ? count : descending ? count - 1 - rank : rank;
  }
  const order = ascending(places);
  const result = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) result[at] = rows[order[at] ?? 0] ?? 0;
  return result;
}
