/**
 * Repeats in a stream of 16-bit units, in linear time: a rolling hash of `GRAM` units in typed arrays, each hit
 * verified and extended as far as it goes. Units below `FIRST_UNIT` are breaks.
 */
export const GRAM = 12;

/** End of a block: no repeat crosses it. */
export const HARD_BREAK = 0;
/** End of a sentence: a repeat crosses it only when it goes on behind it. */
export const SOFT_BREAK = 1;
export const FIRST_UNIT = 2;
/** Units from here on stand for something atomic (a date, a title): they extend a repeat but never start one. */
export const FIRST_ATOM = 0xe000;

/** Units that must agree behind a soft break for the repeat to go on. */
const RESUME = 6;
const BASE = 0x01000193;
const MAX_LEFT = 4096;

/** `units[from … from + length)` equals `units[to … to + length)`, `from < to`; neither end can be extended. */
export interface Repeat {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Maximal repeats in order of their later place; each part of the later text is in one repeat at most. */
export function findRepeats(units: Uint16Array): Repeat[] {
  const slots = new Int32Array(tableSize(units.length));
  const mask = slots.length - 1;
  const repeats: Repeat[] = [];
  let hash = 0;
  let run = 0; // units since the last break, up to `end`
  let covered = 0;
  let next = 0;
  let last = -1; // the earlier place of the gram one before, if there is one
  for (let end = 0; end < units.length; end++) {
    const unit = units[end] ?? 0;
    if (unit < FIRST_UNIT || unit >= FIRST_ATOM) {
      run = 0;
      hash = 0;
      last = -1;
      continue;
    }
    if (run >= GRAM) hash -= Math.imul(units[end - GRAM] ?? 0, POWER);
    hash = (Math.imul(hash, BASE) + unit) | 0;
    if (++run < GRAM) continue;
    const at = end - GRAM + 1;
    const earlier = swap(slots, (hash ^ (hash >>> 15)) & mask, units, at, last);
    last = earlier;
    if (earlier < 0 || at < next) continue;
    const repeat = maximal(units, earlier, at, covered);
    next = Math.max(at + 1, repeat.to + repeat.length - GRAM + 1);
    // Overlapping itself (哈哈哈…): keep the part that is a repeat of earlier text.
    const length = Math.min(repeat.length, repeat.to - repeat.from);
    covered = repeat.to + length;
    if (length >= GRAM) repeats.push({ ...repeat, length });
  }
  return repeats;
}

const POWER = ((): number => {
  let power = 1;
  for (let step = 1; step < GRAM; step++) power = Math.imul(power, BASE);
  return power;
})();

function tableSize(units: number): number {
  let size = 1024;
  while (size < units * 1.6) size *= 2;
  return size;
}

/**
 * Puts the gram at `at` into the open-addressing table and returns the latest earlier place of the same gram,
 * or -1. Slots hold the place plus one; 0 is empty. `last` is what it returned for the place before: of the gram that goes on
 * there all but the last unit are known to agree.
 */
function swap(slots: Int32Array, slot: number, units: Uint16Array, at: number, last: number): number {
  const mask = slots.length - 1;
  for (let probe = slot; ; probe = (probe + 1) & mask) {
    const place = (slots[probe] ?? 0) - 1;
    if (place >= 0) {
      const from = last >= 0 && place === last + 1 ? GRAM - 1 : 0;
      if (!sameGram(units, place, at, from)) continue;
    }
    slots[probe] = at + 1;
    return place;
  }
}

function sameGram(units: Uint16Array, a: number, b: number, from: number): boolean {
  for (let step = from; step < GRAM; step++) if (units[a + step] !== units[b + step]) return false;
  return true;
}

function maximal(units: Uint16Array, earlier: number, at: number, covered: number): Repeat {
  const left = extendLeft(units, earlier, at, covered);
  return { from: earlier - left, to: at - left, length: left + extendRight(units, earlier, at) };
}

function extendRight(units: Uint16Array, a: number, b: number): number {
  let length = GRAM;
  for (;;) {
    const unit = units[b + length] ?? HARD_BREAK;
    if (unit === HARD_BREAK || unit !== units[a + length]) return length;
    if (unit === SOFT_BREAK && !resumes(units, a + length + 1, b + length + 1)) return length;
    length++;
  }
}

/** Behind a soft break, at least `RESUME` units agree, or all up to the next break. */
function resumes(units: Uint16Array, a: number, b: number): boolean {
  for (let step = 0; step < RESUME; step++) {
    const left = units[a + step] ?? HARD_BREAK;
    const right = units[b + step] ?? HARD_BREAK;
    if (left < FIRST_UNIT && right < FIRST_UNIT) return step > 0;
    if (left !== right) return false;
  }
  return true;
}

function extendLeft(units: Uint16Array, a: number, b: number, floor: number): number {
  let length = 0;
  while (length < MAX_LEFT && b - length > floor && a - length > 0) {
    const unit = units[b - length - 1] ?? HARD_BREAK;
    if (unit < FIRST_UNIT || unit !== units[a - length - 1]) return length;
    length++;
  }
  return length;
}
