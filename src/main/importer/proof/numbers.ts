import { allMatches } from '../../../shared/matches';
import type { Difference } from '../../../shared/model/source';
import { type Clean, squeezed } from './clean';
import type { PlacedText } from './working';

/**
 * A number as it is written: digits of any script with points and commas (both widths) between digits, a minus right
 * before and a percent or per mille sign right behind it. Nothing is converted: `１２` is not `12`, `3190` not `3,190`.
 * White space ends a number.
 */
const NUMBER = /[-−－]?\p{Nd}+(?:[.,．，]\p{Nd}+)*[%％‰]?/gu;

const CONTEXT = 12;

export interface NumberComparison {
  /** How many numbers the source holds. */
  readonly count: number;
  readonly differences: readonly Difference[];
}

/** Compares how often each number stands in source and working text; where it stands does not matter. */
export function compareNumbers(
  source: readonly PlacedText[],
  working: readonly PlacedText[],
  clean: Clean,
): NumberComparison {
  const surplus = new Map<string, number>();
  let count = 0;
  for (const { text } of source)
    for (const [number] of allMatches(clean(text), NUMBER)) {
      count++;
      surplus.set(number, (surplus.get(number) ?? 0) + 1);
    }
  for (const { text } of working)
    for (const [number] of allMatches(clean(text), NUMBER))
      surplus.set(number, (surplus.get(number) ?? 0) - 1);
  const missing = new Map([...surplus].filter(([, times]) => times > 0));
  const added = new Map([...surplus].flatMap(([number, times]) => (times < 0 ? [[number, -times]] : [])));
  const differences: readonly Difference[] = [
    ...placesOf(missing, source, working, clean).map(
      ({ place, context }): Difference => ({ kind: 'number-missing', place, expected: context, actual: '' }),
    ),
    ...placesOf(added, working, source, clean).map(
      ({ place, context }): Difference => ({ kind: 'number-added', place, expected: '', actual: context }),
    ),
  ];
  return { count, differences };
}

interface Occurrence {
  readonly index: number;
  readonly at: number;
  readonly place: string;
  readonly context: string;
}

/**
 * Where the numbers that are too many stand. When a number stands in several texts, those that the other side does
 * not have as they are come first: that is where something happened.
 */
function placesOf(
  wanted: Map<string, number>,
  texts: readonly PlacedText[],
  others: readonly PlacedText[],
  clean: Clean,
): readonly Occurrence[] {
  if (wanted.size === 0) return [];
  const known = new Set(others.map(({ text }) => squeezed(clean(text))));
  const found: Occurrence[] = [];
  for (const familiar of [false, true]) {
    texts.forEach(({ text: raw, label }, index) => {
      const text = clean(raw);
      if (known.has(squeezed(text)) !== familiar) return;
      for (const match of allMatches(text, NUMBER)) {
        const left = wanted.get(match[0]) ?? 0;
        if (left === 0) continue;
        wanted.set(match[0], left - 1);
        found.push({ index, at: match.index, place: label, context: contextOf(text, match.index, match[0]) });
      }
    });
  }
  return found.sort((a, b) => a.index - b.index || a.at - b.at);
}

/** `…全年收入【3,190.25】万元…` */
function contextOf(text: string, at: number, number: string): string {
  const end = at + number.length;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const after = text.slice(end, end + CONTEXT);
  return `${at > CONTEXT ? '…' : ''}${before}【${number}】${after}${end + CONTEXT < text.length ? '…' : ''}`;
}
