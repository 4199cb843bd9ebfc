import { type Range, rangeOf } from '../../../shared/model/range';
import { skipSpace, skipSpaceBack } from '../../document/lines';
import type { Span } from '../source-document';

/** The spans of a block as one text, cleaned. `ends[i]` is where span i ends in it. */
export interface Stretch {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly ends: readonly number[];
}

/** A paragraph's lines: white space around them is left out, none is empty. */
export type Lines = readonly Range[];

/** Breaks of lines and pages by other names than `\n`: U+000B is Word's line break. */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control characters, and what has no width: zero-width space, byte-order mark, soft hyphen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const JUNK = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\ufeff\u00ad]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\ufeff]/;

const cleaned = (text: string): string =>
  ODD.test(text) ? text.replace(BREAKS, '\n').replace(JUNK, '') : text;

/** `tab` is what a tab is written as. */
export function stretchOf(spans: readonly Span[], tab = '\t'): Stretch {
  const parts = spans.map((span) => cleaned(span.text).replaceAll('\t', tab));
  const ends: number[] = [];
  let end = 0;
  for (const part of parts) {
    end += part.length;
    ends.push(end);
  }
  return { text: parts.join(''), spans, ends };
}

/** The paragraphs of a stretch: an empty line parts them. */
export function paragraphsOf({ text }: Stretch): readonly Lines[] {
  const paragraphs: Range[][] = [];
  let current: Range[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const from = skipSpace(text, at, end);
    if (from < end) {
      if (current.length === 0) paragraphs.push(current);
      current.push({ start: from, end: skipSpaceBack(text, from, end) });
    } else current = [];
    at = end + 1;
  }
  return paragraphs;
}

/** All lines, as a heading or a cell holds them: without empty ones. */
export const linesOf = (stretch: Stretch): Lines => paragraphsOf(stretch).flat();

/** What of a stretch belongs to paragraph `index`, with the white space behind it. */
export const shareOf = (paragraphs: readonly Lines[], index: number): Range =>
  rangeOf(
    index === 0 ? 0 : (paragraphs[index]?.[0]?.start ?? 0),
    paragraphs[index + 1]?.[0]?.start ?? Number.POSITIVE_INFINITY,
  );
