import { allMatches } from '../../../shared/matches';
import type { Range } from '../../../shared/model/range';

const SPAN = /《[^《》\n]{1,80}》|“[^“”\n]{1,80}”|"[^"\n]{1,80}"|「[^「」\n]{1,80}」|‘[^‘’\n]{1,80}’/g;

/** Titles and quotations: words in them are others' words. Ascending. */
export const quotedSpans = (text: string): readonly Range[] =>
  /[《“"「‘]/.test(text)
    ? allMatches(text, SPAN).map(({ index, 0: raw }) => ({ start: index, end: index + raw.length }))
    : [];

export const insideAny = (spans: readonly Range[], start: number, end: number): boolean =>
  spans.some((span) => span.start < end && start < span.end);
