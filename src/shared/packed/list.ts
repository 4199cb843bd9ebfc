import { SEGMENT, type Segment } from './segment';
import { unpacked } from './unpack';

/** What stands behind a list that is no array: how long it is, and how an element is made. */
interface Source<T> {
  readonly length: number;
  readonly at: (index: number) => T;
}

/** Elements made lately are kept, so that what is shown stays the same object while it is shown. */
const KEPT = 1_000;

/**
 * A list whose elements are made when they are asked for and soon forgotten. It reads like an array; what passes over all
 * of a very long one should read its leaves instead (leaves.ts).
 */
export function lazyList<T>({ length, at }: Source<T>): readonly T[] {
  let young = new Map<number, T>();
  let old = new Map<number, T>();
  const kept = (index: number): T => {
    const known = young.get(index);
    if (known !== undefined) return known;
    const value = old.get(index) ?? at(index);
    if (young.size >= KEPT) {
      old = young;
      young = new Map();
    }
    young.set(index, value);
    return value;
  };
  const indexOf = (key: string | symbol): number => {
    if (typeof key !== 'string' || !isDigit(key.charCodeAt(0))) return -1;
    const index = Number(key);
    return index < length && Number.isInteger(index) ? index : -1;
  };
  const refuse = (): never => {
    throw new TypeError('the list is not to be changed');
  };
  return new Proxy<T[]>([], {
    get(array, key) {
      if (key === 'length') return length;
      const index = indexOf(key);
      return index < 0 ? Reflect.get(array, key) : kept(index);
    },
    has: (array, key) => indexOf(key) >= 0 || Reflect.has(array, key),
    ownKeys: () => [...Array.from({ length }, (_, index) => String(index)), 'length'],
    getOwnPropertyDescriptor(array, key) {
      const index = indexOf(key);
      if (index < 0) return Reflect.getOwnPropertyDescriptor(array, key);
      return { value: kept(index), enumerable: true, configurable: true, writable: false };
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
  });
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const behind = new WeakMap<object, { readonly segments: readonly Segment[]; readonly text: string }>();

/** The list that segments hold; all but the last have `SEGMENT` values. `text`: that which they were packed with. */
export function packedList(segments: readonly Segment[], text: string): readonly unknown[] {
  const last = segments.at(-1);
  const length = last ? (segments.length - 1) * SEGMENT + last.count : 0;
  const at = (index: number): unknown => {
    const segment = segments[Math.floor(index / SEGMENT)];
    return segment && unpacked(segment, index % SEGMENT, text, (inner) => packedList(inner, text));
  };
  const list = lazyList({ length, at });
  behind.set(list, { segments, text });
  return list;
}

/** The segments behind a packed list; null for an array. */
export const segmentsBehind = (list: readonly unknown[]): readonly Segment[] | null =>
  behind.get(list)?.segments ?? null;

/** The text that a packed list's places are places of. */
export const textBehind = (list: readonly unknown[]): string => behind.get(list)?.text ?? '';
