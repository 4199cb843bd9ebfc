import type { Difference } from '../../../shared/model/source';
import type { Clean } from './clean';
import type { PlacedText } from './working';

const MOST_LISTED = 10;

export interface CharacterComparison {
  /** How many visible characters the source holds. */
  readonly count: number;
  readonly differences: readonly Difference[];
}

/** Compares how often each visible character stands in source and working text. */
export function compareCharacters(
  source: readonly PlacedText[],
  working: readonly PlacedText[],
  clean: Clean,
): CharacterComparison {
  const wanted = countsOf(source, clean);
  const actual = countsOf(working, clean);
  const changes: Change[] = [];
  for (const [character, times] of wanted) {
    const now = actual.get(character) ?? 0;
    if (now !== times) changes.push({ character, wanted: times, actual: now });
  }
  for (const [character, times] of actual)
    if (!wanted.has(character)) changes.push({ character, wanted: 0, actual: times });
  let count = 0;
  for (const times of wanted.values()) count += times;
  const lost = changes.filter((change) => change.actual < change.wanted);
  const gained = changes.filter((change) => change.actual > change.wanted);
  return { count, differences: [lost, gained].flatMap(differenceOf) };
}

interface Change {
  readonly character: string;
  readonly wanted: number;
  readonly actual: number;
}

function differenceOf(changes: readonly Change[]): readonly Difference[] {
  if (changes.length === 0) return [];
  const listed = (times: (change: Change) => number): string => {
    const shown = changes.slice(0, MOST_LISTED).map((change) => `“${change.character}”${times(change)}次`);
    return `${shown.join('、')}${changes.length > MOST_LISTED ? `等${changes.length}种字符` : ''}`;
  };
  return [
    {
      kind: 'text',
      place: '全文',
      expected: listed((change) => change.wanted),
      actual: listed((change) => change.actual),
    },
  ];
}

function countsOf(texts: readonly PlacedText[], clean: Clean): ReadonlyMap<string, number> {
  const units = new Uint32Array(0x10000);
  const wide = new Map<string, number>();
  for (const { text } of texts) count(clean(text), units, wide);
  const counts = new Map<string, number>();
  units.forEach((times, unit) => {
    const character = String.fromCharCode(unit);
    if (times > 0 && !/\s/.test(character)) counts.set(character, times);
  });
  for (const [character, times] of wide) counts.set(character, times);
  return counts;
}

/** Characters of two units are counted in `wide`. */
function count(text: string, units: Uint32Array, wide: Map<string, number>): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x10000) units[code] = (units[code] ?? 0) + 1;
    else {
      const character = String.fromCodePoint(code);
      wide.set(character, (wide.get(character) ?? 0) + 1);
      at++;
    }
  }
}
