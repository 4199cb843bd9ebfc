import { segmentsBehind, textBehind } from './list';
import { placeOf, SEGMENT, type Segment } from './segment';
import { numberAt, type Path, spotsOf } from './spots';

/**
 * A whole number of each element, by its path (`range.start`), without making the elements of a packed list. NaN where
 * there is none.
 */
export function numberReader(list: readonly unknown[], path: string): (index: number) => number {
  const keys = path.split('.');
  const segments = segmentsBehind(list);
  if (!segments)
    return keys.includes('*') ? (index) => firstNumber(list[index], keys) : plainReader(list, keys);
  const spots = spotsOf(keys);
  return (index) => {
    const segment = segments[Math.floor(index / SEGMENT)];
    if (!segment) return Number.NaN;
    const value = (index % SEGMENT) * 2;
    const spot = spots(segment, segment.values[value] ?? 0)[0];
    if (!spot) return Number.NaN;
    if (spot.rest || spot.isText || spot.ranges) return firstNumber(list[index], keys);
    return numberAt(segment, segment.values[value + 1] ?? 0, spot);
  };
}

function plainReader(list: readonly unknown[], keys: readonly string[]): (index: number) => number {
  return (index) => {
    let value = list[index];
    for (const key of keys) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
    return typeof value === 'number' ? value : Number.NaN;
  };
}

/** A text of each element, by its key, without making the elements of a packed list. Empty where there is none. */
export function textReader(list: readonly unknown[], key: string): (index: number) => string {
  const segments = segmentsBehind(list);
  const made = (index: number): string => {
    const text = (list[index] as Readonly<Record<string, unknown>> | undefined)?.[key];
    return typeof text === 'string' ? text : '';
  };
  if (!segments) return made;
  const spots = spotsOf([key]);
  const text = textBehind(list);
  return (index) => {
    const segment = segments[Math.floor(index / SEGMENT)];
    const value = (index % SEGMENT) * 2;
    const spot = segment && spots(segment, segment.values[value] ?? 0)[0];
    if (!segment || !spot) return '';
    const first = segment.values[value + 1] ?? 0;
    const leaf = segment.leaves[first + spot.at] ?? 0;
    if (spot.isText) {
      const value = segment.texts[leaf];
      return typeof value === 'string' ? value : '';
    }
    if (!spot.ranges) return '';
    const { length, range, ahead } = placeOf(leaf);
    const from = (segment.leaves[first + (spot.ranges.at(-1 - range) ?? 0)] ?? 0) + ahead;
    return text.slice(from, from + length);
  };
}

/** How long a list within each element is, by its key. */
export function lengthReader(list: readonly unknown[], key: string): (index: number) => number {
  const segments = segmentsBehind(list);
  if (!segments)
    return (index) => (list[index] as Readonly<Record<string, readonly unknown[]>>)[key]?.length ?? 0;
  return (index) => {
    const segment = segments[Math.floor(index / SEGMENT)];
    const template = segment?.templates[segment.values[(index % SEGMENT) * 2] ?? 0];
    if (!segment || template?.kind !== 'object') return 0;
    const part = segment.templates[template.parts[template.keys.indexOf(key)] ?? -1];
    if (part?.kind === 'array') return part.parts.length;
    return (list[index] as Readonly<Record<string, readonly unknown[]>>)[key]?.length ?? 0;
  };
}

type Visit = (index: number, value: number) => void;

/** Visits the whole numbers at a path of every element; `*` stands for each element of a list: `terms.*.quantity`. */
export function eachNumber(list: readonly unknown[], path: string, visit: Visit): void {
  const keys = path.split('.');
  const segments = segmentsBehind(list);
  if (segments) eachIn(segments, keys, visit);
  else
    for (const [index, value] of list.entries())
      eachWithin(value, keys, (number) => {
        visit(index, number);
      });
}

function eachIn(segments: readonly Segment[], path: Path, visit: Visit): void {
  const spots = spotsOf(path);
  segments.forEach((segment, number) => {
    const { count, values, leaves, inner } = segment;
    for (let one = 0; one < count; one++) {
      const first = values[one * 2 + 1] ?? 0;
      const index = number * SEGMENT + one;
      for (const spot of spots(segment, values[one * 2] ?? 0)) {
        if (spot.isText) {
          const value = segment.texts[leaves[first + spot.at] ?? 0];
          if (typeof value === 'number') visit(index, value);
        } else if (spot.ranges) continue;
        else if (!spot.rest) visit(index, numberAt(segment, first, spot));
        else eachIn(inner[leaves[first + spot.at] ?? 0] ?? [], spot.rest, (_, value) => visit(index, value));
      }
    }
  });
}

function eachWithin(value: unknown, path: Path, visit: (number: number) => void): void {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (typeof value === 'number') visit(value);
  } else if (key === '*') {
    if (!Array.isArray(value)) return;
    const segments = segmentsBehind(value);
    // A packed list within an element that is none: a tie of a hundred thousand terms.
    if (segments) eachIn(segments, rest, (_, number) => visit(number));
    else for (const one of value) eachWithin(one, rest, visit);
  } else if (typeof value === 'object' && value !== null) {
    eachWithin((value as Readonly<Record<string, unknown>>)[key], rest, visit);
  }
}

function firstNumber(value: unknown, path: Path): number {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'number' ? value : Number.NaN;
  if (typeof value !== 'object' || value === null) return Number.NaN;
  if (key !== '*') return firstNumber((value as Readonly<Record<string, unknown>>)[key], rest);
  if (!Array.isArray(value)) return Number.NaN;
  for (let at = 0; at < value.length; at++) {
    const found = firstNumber(value[at], rest);
    if (!Number.isNaN(found)) return found;
  }
  return Number.NaN;
}

/** Whether some value of a packed list, or something within it, may have a key; null where the list is no packed one. */
export function mayHaveKey(list: readonly unknown[], key: string): boolean | null {
  const segments = segmentsBehind(list);
  if (!segments) return null;
  return segments.some(({ templates }) =>
    templates.some((template) => template.kind === 'object' && template.keys.includes(key)),
  );
}
