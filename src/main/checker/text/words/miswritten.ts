import { CONFUSED } from '../../language/confused';
import { CONFUSED_PARTICLES } from '../../language/confused-particles';
import { WRONG_WITHIN, WRONG_WORDS } from '../../language/miswritten';

export interface Miswritten {
  readonly start: number;
  readonly end: number;
  readonly wrong: string;
  readonly right: string;
}

/** What must stand around a wrong word, by the word; matches at its place. */
const AROUND: ReadonlyMap<string, readonly (readonly [RegExp, string])[]> = (() => {
  const found = new Map<string, (readonly [RegExp, string])[]>();
  for (const [pattern, wrong, right] of [...WRONG_WITHIN, ...CONFUSED, ...CONFUSED_PARTICLES])
    found.set(wrong, [...(found.get(wrong) ?? []), [new RegExp(pattern.source, 'uy'), right]]);
  return found;
})();

/** Wrong words by the code of their first character, longest first: 帐户 is told as a whole, 帐实 by its first character. */
const BY_START: readonly (readonly string[] | undefined)[] = (() => {
  const found: string[][] = [];
  const words = new Set([...Object.keys(WRONG_WORDS), ...AROUND.keys()]);
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const start = word.charCodeAt(0);
    found[start] = [...(found[start] ?? []), word];
  }
  return found;
})();
/** Whether any begins with a character: asked for each one of a report. */
const STARTS = new Uint8Array(0x10000);
BY_START.forEach((_, start) => {
  STARTS[start] = 1;
});

/** Wrong characters of a text, ascending. One pass over the text for all of them. */
export function miswrittenIn(text: string): readonly Miswritten[] {
  const found: Miswritten[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (STARTS[code] === 0) continue;
    for (const wrong of BY_START[code] ?? []) {
      if (!text.startsWith(wrong, at)) continue;
      const right = WRONG_WORDS[wrong] ?? rightAround(text, wrong, at);
      if (right === undefined) continue;
      found.push({ start: at, end: at + wrong.length, wrong, right });
      at += wrong.length - 1;
      break;
    }
  }
  return found;
}

function rightAround(text: string, wrong: string, at: number): string | undefined {
  return AROUND.get(wrong)?.find(([pattern]) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  })?.[1];
}
