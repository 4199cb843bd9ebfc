const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern, in order: what `text.matchAll(pattern)` gives, without the copy of the pattern and
 * the iterator that it makes for each text. Most texts hold no match; for them nothing is made at all.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += unitsAt(text, match.index, pattern);
    match = pattern.exec(text);
  }
  return found;
}

/** How far an empty match moves on: over a whole character where the pattern reads characters. */
const unitsAt = (text: string, at: number, { unicode }: RegExp): number =>
  unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
