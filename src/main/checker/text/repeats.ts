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
  const seen = new GramTable(units);
  const repeats: Repeat[] = [];
  let covered = 0;
  let next = 0;
  for (let at = 0; at + GRAM <= units.length; at++) {
    const earlier = seen.lookUpAndPut(at);
    if (earlier < 0 || at < next) continue;
    const left = extendLeft(units, earlier, at, covered);
    const length = left + extendRight(units, earlier, at);
    const from = earlier - left;
    const to = at - left;
    // Overlapping itself (哈哈哈…): keep the part that is a repeat of earlier text.
    const whole = Math.min(length, to - from);
    if (whole >= GRAM) repeats.push({ from, to, length: whole });
    covered = to + whole;
    next = Math.max(at + 1, to + length - GRAM + 1);
  }
  return repeats;
}

/** Open-addressing table from the hash of a gram to the latest place where it stands. */
class GramTable {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly power: number;
  private hash = 0;
  /** Units in the current run without a break, up to the end of the last gram looked at. */
  private run = 0;
  private read = 0;

  constructor(private readonly units: Uint16Array) {
    let size = 1024;
    while (size < units.length * 2) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    let power = 1;
    for (let step = 1; step < GRAM; step++) power = Math.imul(power, BASE);
    this.power = power;
  }

  /** Earlier place of the gram at `at`, or -1; must be called for every `at` in order. */
  lookUpAndPut(at: number): number {
    while (this.read < at + GRAM) this.push(this.units[this.read++] ?? 0);
    if (this.run < GRAM) return -1;
    let slot = (this.hash ^ (this.hash >>> 15)) & this.mask;
    for (let place = this.slots[slot] ?? -1; place >= 0; place = this.slots[slot] ?? -1) {
      if (this.sameGram(place, at)) {
        this.slots[slot] = at;
        return place;
      }
      slot = (slot + 1) & this.mask;
    }
    this.slots[slot] = at;
    return -1;
  }

  private push(unit: number): void {
    if (unit < FIRST_UNIT || unit >= FIRST_ATOM) {
      this.run = 0;
      this.hash = 0;
      return;
    }
    const leaving = this.run >= GRAM ? (this.units[this.read - 1 - GRAM] ?? 0) : 0;
    this.hash = Math.imul(this.hash - Math.imul(leaving, this.power), BASE) + unit;
    this.hash |= 0;
    this.run++;
  }

  private sameGram(a: number, b: number): boolean {
    for (let step = 0; step < GRAM; step++) if (this.units[a + step] !== this.units[b + step]) return false;
    return true;
  }
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
