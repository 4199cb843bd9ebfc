import type { Gap, Prose } from '../../shared/model/document';
import { type Cut, hasMarkup, inlineCuts } from './inline';
import { type Line, skipSpace, skipSpaceBack } from './lines';

const NO_GAPS: readonly Gap[] = Object.freeze([]);

/** Prose of one table cell or other stretch on a single line; `start..end` is trimmed already. */
export function proseOf(text: string, start: number, end: number, inTable = false): Prose {
  const source = text.slice(start, end);
  if (!hasMarkup(source)) return { text: source, start, gaps: NO_GAPS };
  return assemble(text, start, end, shifted(inlineCuts(source, inTable), start));
}

/** Prose of consecutive lines: a soft line break reads as `\n`, the next line's indent and `> ` are left out. */
export function proseOfLines(text: string, lines: readonly Line[]): Prose {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return { text: '', start: 0, gaps: NO_GAPS };
  const start = skipSpace(text, first.from, first.end);
  const end = skipSpaceBack(text, Math.max(start, last.from), last.end);
  if (lines.length === 1) return proseOf(text, start, end);
  const inline = shifted(inlineCuts(text.slice(start, end), false), start);
  const cuts = [...inline, ...lineCuts(text, lines)].sort((a, b) => a.start - b.start || b.end - a.end);
  return assemble(text, start, end, cuts);
}

const shifted = (cuts: readonly Cut[], by: number): readonly Cut[] =>
  cuts.map(({ start, end, breaks }) => ({ start: start + by, end: end + by, breaks }));

/** What stands around the line breaks: white space before, indent and quote marks after. */
function lineCuts(text: string, lines: readonly Line[]): readonly Cut[] {
  const cuts: Cut[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next) return;
    const content = skipSpaceBack(text, line.from, line.end);
    if (content < line.end) cuts.push({ start: content, end: line.end, breaks: 'never' });
    const resume = skipSpace(text, next.from, next.end);
    if (resume > next.start) cuts.push({ start: next.start, end: resume, breaks: 'never' });
  });
  return cuts;
}

/** Joins what lies between the cuts. Markup before the first character moves `start` instead of making a gap. */
function assemble(text: string, start: number, end: number, cuts: readonly Cut[]): Prose {
  const parts: string[] = [];
  const gaps: Gap[] = [];
  let origin = start;
  let length = 0;
  let position = start;

  const take = (to: number): void => {
    const from = length === 0 ? skipSpace(text, position, to) : position;
    if (length === 0) origin = from;
    if (to > from) parts.push(text.slice(from, to));
    length += Math.max(0, to - from);
    position = to;
  };
  const skip = (to: number): void => {
    const size = to - position;
    const last = gaps.at(-1);
    position = to;
    if (length === 0) origin = to;
    else if (size > 0 && last?.at === length) gaps[gaps.length - 1] = { at: length, skip: last.skip + size };
    else if (size > 0) gaps.push({ at: length, skip: size });
  };

  const lineBegins = (): boolean => length === 0 || parts.at(-1)?.endsWith('\n') === true;

  for (const cut of cuts) {
    if (cut.end <= position) continue;
    if (cut.start > position) take(cut.start);
    if (cut.start === position && (cut.breaks === 'always' || (cut.breaks === 'inside' && !lineBegins()))) {
      if (length === 0) origin = position;
      parts.push('\n');
      length++;
      position++;
    }
    skip(cut.end);
  }
  if (position < end) take(end);
  return trimmedEnd({ text: parts.join(''), start: origin, gaps });
}

/** White space left before markup at the very end is no prose; neither is that markup a gap. */
function trimmedEnd(prose: Prose): Prose {
  let length = prose.text.length;
  while (length > 0 && /[^\S\n]/.test(prose.text.charAt(length - 1))) length--;
  const gaps = prose.gaps.filter((gap) => gap.at < length);
  return { text: prose.text.slice(0, length), start: prose.start, gaps: gaps.length > 0 ? gaps : NO_GAPS };
}
