/** What a line is to fenced code. */
export type FenceKind = 'text' | 'fence' | 'code';

const OPENS = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const CLOSES = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/** Tells which lines are fenced code. A fence that nothing closes is text. */
export function fencesIn(lines: readonly string[]): readonly FenceKind[] {
  const kinds: FenceKind[] = lines.map(() => 'text');
  /** For each mark the shortest fence that is known to stay open. */
  const open = new Map<string, number>();
  for (let at = 0; at < lines.length; at++) {
    const fence = OPENS.exec(lines[at] ?? '')?.[1];
    if (!fence || fence.length >= (open.get(fence.charAt(0)) ?? Number.POSITIVE_INFINITY)) continue;
    const end = closing(lines, at + 1, fence);
    if (end < 0) {
      open.set(fence.charAt(0), fence.length);
      continue;
    }
    kinds.fill('code', at + 1, end);
    kinds[at] = 'fence';
    kinds[end] = 'fence';
    at = end;
  }
  return kinds;
}

function closing(lines: readonly string[], from: number, fence: string): number {
  for (let at = from; at < lines.length; at++) {
    const mark = CLOSES.exec(lines[at] ?? '')?.[1];
    if (mark?.startsWith(fence)) return at;
  }
  return -1;
}
