import { isDelimiterLine } from '../../document/tables';

const RULE = /^([-*_])(?:[ \t]*\1){2,}$/;
const BLOCK = /^(?:#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|```|~~~)/;
const PAGE_BREAK = /^(?:\\(?:newpage|pagebreak|clearpage)$|<(?:!--|div\s|p\s|br\s).*break)/i;
const IMAGE = /^!\[[^\]]*\]\(.*\)$/;
const NUMBER = /^(\d{1,9})[.)](?:[ \t]+|$)/;

/** Where a line needs a backslash so that the line does not begin a block of its own; -1 where it needs none. */
export function blockStart(line: string): number {
  if (BLOCK.test(line) || RULE.test(line) || PAGE_BREAK.test(line)) return 0;
  if (IMAGE.test(line)) return 1;
  const number = NUMBER.exec(line);
  return number ? (number[1] ?? '').length : -1;
}

/**
 * Length of the marker of a paragraph that begins like a list item, `1. 文字`. It may stay, being read as an item with
 * its marker; but what stands behind it begins a line again. 0 without marker, or with nothing behind it.
 */
export function literalMarker(line: string): number {
  const marker = NUMBER.exec(line)?.[0] ?? '';
  return marker.length < line.length ? marker.length : 0;
}

/** As `blockStart`, for the first line behind the marker of a list item: `- --` would be a rule. */
export const itemStart = (line: string): number => (/^[- \t]+$/.test(line) ? 0 : blockStart(line));

const framed = (line: string): boolean => line.length > 2 && line.startsWith('|') && line.endsWith('|');

/** For each line of a paragraph where it needs a backslash so that no table is seen in them; -1 where it needs none. */
export function tableStarts(lines: readonly string[]): readonly number[] {
  if (lines.length < 2) return lines.map(() => -1);
  const frames = lines.map(framed);
  const inFrames = (index: number): boolean =>
    [index - 2, index - 1, index].some((at) => frames[at] && frames[at + 1] && frames[at + 2]);
  return lines.map((line, index) => (isDelimiterLine(line) ? line.indexOf('|') : inFrames(index) ? 0 : -1));
}
