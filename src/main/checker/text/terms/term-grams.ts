import type { Prose } from '../../../../shared/model/document';
import type { Chunks } from './term-chunks';

/** Where words stand: the first of them. */
export interface GramPlace {
  readonly chunks: Chunks;
  readonly at: number;
}

/** The word `by` places from the first one of a gram; empty outside its chunk. */
export function wordBeside({ chunks, at }: GramPlace, by: number): string {
  const there = at + by;
  if (there < 0 || chunks.chunks[there] !== chunks.chunks[at]) return '';
  return chunks.texts[chunks.words[there] ?? -1] ?? '';
}

/** Where the word `by` places from the first begins; 0 outside its chunk. */
export const startBeside = (place: GramPlace, by: number): number =>
  wordBeside(place, by) === '' ? 0 : (place.chunks.starts[place.at + by] ?? 0);

export const proseAt = ({ chunks, at }: GramPlace): Prose => {
  const prose = chunks.proses[chunks.chunks[at] ?? -1];
  if (!prose) throw new Error('a place without a prose');
  return prose;
};

/** The bounds of `size` words within their prose. */
export function spanOf(place: GramPlace, size: number): readonly [number, number] {
  const last = wordBeside(place, size - 1);
  return [startBeside(place, 0), last === '' ? 0 : startBeside(place, size - 1) + last.length];
}

/** Grams by their middle word: the number of a gram and 1, or 0; the first of each word, and the next of each gram. */
interface Middles {
  readonly heads: Int32Array;
  readonly next: Int32Array;
}

/** Every two or three words in a row, with their places, in the order of the text. */
export class Grams {
  readonly #chunks: Chunks;
  /** For three words: the grams of the first two, which the third is added to. */
  readonly #shorter: Grams | null;
  /** An open hash table: a gram's number and 1, or 0. Its size is a power of two. */
  readonly #table: Int32Array;
  /** Of each gram: what it is made of, its first and last place, how many there are. */
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #counts: number[] = [];
  /** The next place of the same gram, 0 behind the last (place 0 is no next one). */
  readonly #next: Int32Array;
  /** The gram at each place, -1 for none. */
  readonly #at: Int32Array;
  #middles: Middles | null = null;

  constructor(chunks: Chunks, shorter: Grams | null = null) {
    this.#chunks = chunks;
    this.#shorter = shorter;
    const { words, chunks: chunkOf } = chunks;
    const size = shorter ? 3 : 2;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 2 + 2)));
    this.#next = new Int32Array(words.length);
    this.#at = new Int32Array(words.length).fill(-1);
    for (let at = 0; at + size <= words.length; at++) {
      if (chunkOf[at] !== chunkOf[at + size - 1]) continue;
      const left = shorter ? (shorter.#at[at] ?? 0) : (words[at] ?? 0);
      this.#take(at, left, words[at + size - 1] ?? 0);
    }
  }

  #take(at: number, left: number, right: number): void {
    const slot = this.#slot(left, right);
    let gram = (this.#table[slot] ?? 0) - 1;
    if (gram < 0) {
      gram = this.#left.length;
      this.#table[slot] = gram + 1;
      this.#left.push(left);
      this.#right.push(right);
      this.#first.push(at);
      this.#counts.push(0);
    } else this.#next[this.#last[gram] ?? 0] = at;
    this.#last[gram] = at;
    this.#counts[gram] = (this.#counts[gram] ?? 0) + 1;
    this.#at[at] = gram;
  }

  /** Where a gram is or would be. */
  #slot(left: number, right: number): number {
    const mask = this.#table.length - 1;
    let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const gram = (this.#table[slot] ?? 0) - 1;
      if (gram < 0 || (this.#left[gram] === left && this.#right[gram] === right)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  get size(): number {
    return this.#left.length;
  }

  /** The numbers of a gram's words. */
  wordsOf(gram: number): readonly number[] {
    const [left, right] = [this.#left[gram] ?? 0, this.#right[gram] ?? 0];
    return this.#shorter ? [...this.#shorter.wordsOf(left), right] : [left, right];
  }

  /** The numbers of its first and its last word. */
  firstOf(gram: number): number {
    const left = this.#left[gram] ?? 0;
    return this.#shorter ? this.#shorter.firstOf(left) : left;
  }

  lastOf(gram: number): number {
    return this.#right[gram] ?? 0;
  }

  /** Of three words the number of the second. */
  middleOf(gram: number): number {
    return this.#shorter?.lastOf(this.#left[gram] ?? 0) ?? -1;
  }

  /** The grams of three words with this one in the middle. */
  around(word: number): readonly number[] {
    this.#middles ??= this.#byMiddle();
    const { heads, next } = this.#middles;
    const found: number[] = [];
    for (let gram = (heads[word] ?? 0) - 1; gram >= 0; gram = (next[gram] ?? 0) - 1) found.push(gram);
    return found;
  }

  #byMiddle(): Middles {
    const heads = new Int32Array(this.#chunks.texts.length);
    const next = new Int32Array(this.size);
    for (let gram = 0; gram < this.size; gram++) {
      const middle = this.middleOf(gram);
      next[gram] = heads[middle] ?? 0;
      heads[middle] = gram + 1;
    }
    return { heads, next };
  }

  textsOf(gram: number): readonly string[] {
    return this.wordsOf(gram).map((word) => this.#chunks.texts[word] ?? '');
  }

  count(gram: number): number {
    return this.#counts[gram] ?? 0;
  }

  places(gram: number): readonly GramPlace[] {
    const found: GramPlace[] = [];
    let at = this.#first[gram] ?? 0;
    for (let left = this.count(gram); left > 0; left--) {
      found.push({ chunks: this.#chunks, at });
      at = this.#next[at] ?? 0;
    }
    return found;
  }

  /** The gram of words by their numbers, -1 where they stand nowhere in a row. */
  find(words: readonly number[]): number {
    const [first = 0, second = 0, third = 0] = words;
    return this.#shorter
      ? this.#findIn(this.#shorter.#findIn(first, second), third)
      : this.#findIn(first, second);
  }

  #findIn(left: number, right: number): number {
    return left < 0 ? -1 : (this.#table[this.#slot(left, right)] ?? 0) - 1;
  }

  /** Of two words by their numbers. */
  findPair(first: number, second: number): number {
    return this.#findIn(first, second);
  }

  /** The numbers of those texts that are words. */
  numbersOf(texts: Iterable<string>): ReadonlySet<number> {
    return new Set([...texts].flatMap((text) => this.#chunks.numbers.get(text) ?? []));
  }

  /** The places of words by their texts; none where they stand nowhere in a row. */
  placesOf(...texts: readonly string[]): readonly GramPlace[] {
    const words = texts.map((text) => this.#chunks.numbers.get(text) ?? -1);
    const gram = words.includes(-1) ? -1 : this.find(words);
    return gram < 0 ? [] : this.places(gram);
  }
}
