import type { Chunk } from './term-chunks';

/** Where words stand: their chunk and the first of them. */
export interface GramPlace {
  readonly chunk: Chunk;
  readonly at: number;
}

export type Grams = ReadonlyMap<string, readonly GramPlace[]>;

export const keyOf = (...words: readonly string[]): string => words.join(' ');

/** Every `size` words in a row → their places, in the order of the text. */
export function gramsOf(chunks: readonly Chunk[], size: number): Grams {
  const grams = new Map<string, GramPlace[]>();
  for (const chunk of chunks) {
    for (let at = 0; at + size <= chunk.words.length; at++) {
      let key = chunk.words[at]?.text ?? '';
      for (let next = 1; next < size; next++) key += ` ${chunk.words[at + next]?.text}`;
      const own = grams.get(key);
      if (own) own.push({ chunk, at });
      else grams.set(key, [{ chunk, at }]);
    }
  }
  return grams;
}

/** The word `by` places from the first one of a gram; empty outside its chunk. */
export const wordBeside = ({ chunk, at }: GramPlace, by: number): string => chunk.words[at + by]?.text ?? '';

/** The bounds of `size` words within their prose. */
export function spanOf({ chunk, at }: GramPlace, size: number): readonly [number, number] {
  const last = chunk.words[at + size - 1];
  return [chunk.words[at]?.start ?? 0, last ? last.start + last.text.length : 0];
}
