import { CONFUSED } from '../language/confused';
import { WRONG_WITHIN, WRONG_WORDS } from '../language/miswritten';

export interface Miswritten {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  readonly right: string;
}

/** What must stand around a wrong word, by the word; matches at its place. */
const AROUND: ReadonlyMap<string, readonly (readonly [RegExp, string])[]> = (() => {
  const found = new Map<string, (readonly [RegExp, string])[]>();
  for (const [pattern, wrong, right] of [...WRONG_WITHIN, ...CONFUSED])
    found.set(wrong, [...(found.get(wrong) ?? []), [new RegExp(pattern.source, 'uy'), right]]);
  return found;
})();

/** Longest words first: 帐户 is told as a whole, 帐实 by its first character. A single one is looked for with all that is around it. */
const ANY = new RegExp(
  [
    ...[...new Set([...Object.keys(WRONG_WORDS), ...AROUND.keys()])]
      .filter((word) => word.length > 1)
      .sort((a, b) => b.length - a.length),
    ...[...AROUND].flatMap(([word, around]) =>
      word.length > 1 ? [] : around.map(([pattern]) => `(?:${pattern.source})`),
    ),
  ].join('|'),
  'g',
);

/** Wrong characters of a text, ascending. One pass over the text for all of them. */
export function miswrittenIn(text: string): readonly Miswritten[] {
  const found: Miswritten[] = [];
  ANY.lastIndex = 0;
  for (let match = ANY.exec(text); match; match = ANY.exec(text)) {
    const [wrong] = match;
    const right = WRONG_WORDS[wrong] ?? rightAround(text, wrong, match.index);
    // What begins here may be another, shorter one.
    if (right === undefined) ANY.lastIndex = match.index + 1;
    else found.push({ start: match.index, end: match.index + wrong.length, wrong, right });
  }
  return found;
}

function rightAround(text: string, wrong: string, at: number): string | undefined {
  return AROUND.get(wrong)?.find(([pattern]) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  })?.[1];
}
