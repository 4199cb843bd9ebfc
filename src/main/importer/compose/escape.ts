import { allMatches } from '../../../shared/matches';
import { rangeOf } from '../../../shared/model/range';
import { type Cut, hasMarkup, inlineCuts } from '../../document/inline';
import { blockStart, itemStart, literalMarker, tableStarts } from './line-starts';
import { type Rendered, render, sourcePlaces } from './render';
import type { Lines, Stretch } from './stretch';

/** How often the inline parser is asked before every special character gets its backslash. */
const PASSES = 4;
const RUN = /[*_~]/;
const SPECIAL = /[\\`*_~<[\]&]/g;

/** A paragraph as it must be written to read back as it is. `glue` is what stands between its lines. */
export function escapedParagraph({ text }: Stretch, lines: Lines, glue: string): Rendered {
  const [first] = lines;
  const marker = first ? literalMarker(text.slice(first.start, first.end)) : 0;
  return withoutMarkup(text, lines, lineEscapes(text, behind(lines, marker), blockStart), glue, false);
}

/** The same behind the marker of a list item. */
export function escapedItem({ text }: Stretch, lines: Lines, glue: string): Rendered {
  return withoutMarkup(text, lines, lineEscapes(text, lines, itemStart), glue, false);
}

const CLOSING = /(?:^|[ \t])(#+)$/;

/** The same behind a heading's `#`. */
export function escapedHeading({ text }: Stretch, lines: Lines): Rendered {
  const escapes = new Set<number>();
  const last = lines.at(-1);
  if (last) {
    const closing = CLOSING.exec(text.slice(last.start, last.end))?.[1];
    if (closing) escapes.add(last.end - closing.length);
  }
  return withoutMarkup(text, lines, escapes, '<br>', false);
}

const CELL_SPECIAL = /[|\\`*_~<[\]&^]/;

/** The same between the pipes of a table; `dashed` for a header that would pass for the delimiter line. */
export function escapedCell({ text }: Stretch, lines: Lines, dashed: boolean): Rendered {
  const escapes = new Set<number>();
  if (!dashed && !CELL_SPECIAL.test(text)) return render(text, lines, escapes, '<br>');
  const [line] = lines;
  if (line && lines.length === 1 && /^(?:<<|\^\^)$/.test(text.slice(line.start, line.end)))
    escapes.add(line.start);
  // The table's reader looks for code spans in the whole row: one could begin in one cell and end in the next.
  for (const { index } of allMatches(text, /\||`+/g)) escapes.add(index);
  if (dashed && text.includes('-')) escapes.add(text.indexOf('-'));
  return withoutMarkup(text, lines, escapes, '<br>', true);
}

const behind = (lines: Lines, marker: number): Lines =>
  lines.map(({ start, end }, index) => rangeOf(index === 0 ? start + marker : start, end));

function lineEscapes(text: string, lines: Lines, first: (line: string) => number): Set<number> {
  const escapes = new Set<number>();
  const contents = lines.map(({ start, end }) => text.slice(start, end));
  const tables = tableStarts(contents);
  lines.forEach(({ start }, index) => {
    const content = contents[index] ?? '';
    for (const at of [index === 0 ? first(content) : blockStart(content), tables[index] ?? -1])
      if (at >= 0) escapes.add(start + at);
  });
  return escapes;
}

/**
 * Adds backslashes until the inline parser cuts nothing but those. Each pass takes time in proportion to the text,
 * and text made to need many gets a backslash before everything that is special.
 */
function withoutMarkup(
  source: string,
  lines: Lines,
  escapes: Set<number>,
  glue: string,
  inTable: boolean,
): Rendered {
  const begin = lines[0]?.start ?? 0;
  const own = source.slice(begin, lines.at(-1)?.end ?? begin);
  const special = hasMarkup(own);
  for (let pass = 0; special && pass < PASSES; pass++) {
    const rendered = render(source, lines, escapes, glue);
    const before = escapes.size;
    for (const place of taken(rendered, inlineCuts(rendered.text, inTable))) escapes.add(place);
    if (escapes.size === before) return rendered;
  }
  if (special) for (const { index } of allMatches(own, SPECIAL)) escapes.add(begin + index);
  return render(source, lines, escapes, glue);
}

/** Places of the source whose units the parser takes for markup. */
function taken(rendered: Rendered, cuts: readonly Cut[]): readonly number[] {
  const places: number[] = [];
  for (const { start, end } of cuts) {
    const unit = rendered.text.charAt(start);
    // Each unit of a run of `*`: the rest of it would be a run again.
    if (RUN.test(unit)) for (let at = start; at < end; at++) places.push(at);
    else if (unit !== '>') places.push(unit === '!' ? start + 1 : start);
  }
  // Cuts ascend, but for those inside others.
  return sourcePlaces(
    rendered,
    places.sort((a, b) => a - b),
  ).filter((place) => place >= 0);
}
