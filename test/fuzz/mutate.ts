import type { Random } from './random.ts';

/** Bytes that upset readers of binary and of text: limits of integers, marks of formats, ends of strings. */
const UPSETTING = [
  0x00, 0x01, 0x7f, 0x80, 0xff, 0xfe, 0x0a, 0x0d, 0x22, 0x27, 0x3c, 0x3e, 0x7c, 0x5c, 0x26, 0x25,
];
const MOST_CHANGES = 6;
const LONGEST_RUN = 4096;

type Change = (bytes: Uint8Array, random: Random, words: readonly Uint8Array[]) => Uint8Array;

const span = (bytes: Uint8Array, random: Random): readonly [number, number] => {
  const start = random.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random.below(1 + Math.min(64, bytes.length)))];
};

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const CHANGES: readonly Change[] = [
  function flip(bytes, random) {
    const copy = bytes.slice();
    if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  function upset(bytes, random) {
    const copy = bytes.slice();
    if (copy.length > 0) copy[random.below(copy.length)] = random.pick(UPSETTING);
    return copy;
  },
  function remove(bytes, random) {
    const [start, end] = span(bytes, random);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  function repeat(bytes, random) {
    const [start, end] = span(bytes, random);
    const run = bytes.subarray(start, end);
    const times = 1 + random.below(1 + Math.floor(LONGEST_RUN / Math.max(1, run.length)));
    const runs = Array.from({ length: random.below(8) === 0 ? times : 1 }, () => run);
    return join(bytes.subarray(0, end), ...runs, bytes.subarray(end));
  },
  function move(bytes, random) {
    const [start, end] = span(bytes, random);
    const rest = join(bytes.subarray(0, start), bytes.subarray(end));
    const at = random.below(rest.length + 1);
    return join(rest.subarray(0, at), bytes.subarray(start, end), rest.subarray(at));
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length + 1));
  },
  function insertWord(bytes, random, words) {
    const at = random.below(bytes.length + 1);
    return join(bytes.subarray(0, at), random.pick(words), bytes.subarray(at));
  },
  function overwriteWord(bytes, random, words) {
    const word = random.pick(words);
    const at = random.below(bytes.length + 1);
    return join(bytes.subarray(0, at), word, bytes.subarray(at + word.length));
  },
];

/** One to six changes to some bytes. `words`: what means something in the format. */
export function mutate(bytes: Uint8Array, random: Random, words: readonly Uint8Array[]): Uint8Array {
  let changed = bytes;
  for (let left = 1 + random.below(MOST_CHANGES); left > 0; left -= 1)
    changed = random.pick(CHANGES)(changed, random, words);
  return changed;
}
