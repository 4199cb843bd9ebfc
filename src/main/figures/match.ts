/** Matches a sticky pattern (`y`) at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The `size` units before `at`, fewer at the start. */
export const before = (text: string, at: number, size: number): string =>
  text.slice(Math.max(0, at - size), at);

export const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9' && unit.length === 1;

/** Full-width digits and points as half-width ones. The length stays, so that offsets do. */
export function halfWidth(text: string): string {
  if (!/[０-９．﹪＋]/.test(text)) return text;
  return text.replace(/[０-９．﹪＋]/g, (unit) => {
    if (unit === '﹪') return '％';
    return String.fromCharCode(unit.charCodeAt(0) - 0xfee0);
  });
}

/** How many digits stand at `at`. */
export function digitCount(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charAt(end))) end++;
  return end - at;
}
