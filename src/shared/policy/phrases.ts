/**
 * A policy's phrase as a regular expression that cannot run away: no loops but `#`, one to four digits, and `…`, up to
 * twelve characters of one clause. Throws a `SyntaxError` on unbalanced parentheses.
 */
export function phrasePattern(phrase: string): string {
  let depth = 0;
  const parts = Array.from(phrase, (sign) => {
    if (sign === '(') {
      depth++;
      return '(?:';
    }
    if (sign === ')') {
      depth--;
      if (depth < 0) throw new SyntaxError(phrase);
      return ')';
    }
    if (sign === '|') return '|';
    if (sign === '#') return '\\d{1,4}';
    if (sign === '…') return '[^，。；：！？、\\n]{0,12}?';
    return literal(sign);
  });
  if (depth !== 0) throw new SyntaxError(phrase);
  return `(?:${parts.join('')})`;
}

/** Text that stands for itself in a regular expression. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
