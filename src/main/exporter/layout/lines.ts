import { breakPoints, isHalfEmpty } from './breaks';
import { isSpace } from './clean';
import type { FontName } from './fonts';
import { type Glyph, LINE_BREAK, type TextStyle, widthOf } from './glyphs';

/** Neighbouring characters of one font. */
export interface Run {
  readonly font: FontName;
  readonly text: string;
}

/** One line as it is drawn. */
export interface Line {
  readonly runs: readonly Run[];
  /** Character spacing in points: the style's own, or what brings the line to the full measure. */
  readonly spacing: number;
  /** Width in points as drawn. */
  readonly width: number;
}

export interface LineOptions {
  /** Width of the measure in points. */
  readonly width: number;
  /** Room taken from the first line, in points. */
  readonly firstIndent?: number;
  readonly justify?: boolean;
}

/** A line stretched further than this share of the size per gap looks torn: it stays ragged. */
const MOST_STRETCH = 0.2;
/** A closing mark may be drawn into the line by squeezing each gap by this share of the size. */
const MOST_SQUEEZE = 0.02;

/** Sets measured text into lines. Linear in the number of glyphs. */
export function linesOf(glyphs: readonly Glyph[], style: TextStyle, options: LineOptions): readonly Line[] {
  const allowed = breakPoints(glyphs);
  const lines: Line[] = [];
  let start = skipSpaces(glyphs, 0);
  while (start < glyphs.length) {
    const measure = options.width - (lines.length === 0 ? (options.firstIndent ?? 0) : 0);
    const end = endOfLine(glyphs, allowed, start, measure, style);
    const full = end < glyphs.length && glyphs[end]?.character !== LINE_BREAK;
    const drawn = trimEnd(glyphs.slice(start, end));
    lines.push(lineOf(drawn, style, options.justify === true && full ? measure : null));
    start = skipSpaces(glyphs, glyphs[end]?.character === LINE_BREAK ? end + 1 : end);
  }
  return lines;
}

/** Index just after the last glyph that the line from `start` can hold. Always takes at least one glyph. */
function endOfLine(
  glyphs: readonly Glyph[],
  allowed: readonly boolean[],
  start: number,
  measure: number,
  style: TextStyle,
): number {
  let width = 0;
  let lastBreak = -1;
  for (let index = start; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    if (!glyph || glyph.character === LINE_BREAK) return index;
    if (allowed[index] && index > start) lastBreak = index;
    width += glyph.width + style.spacing;
    const tolerance = isHalfEmpty(glyph.character) ? style.size * (0.5 + MOST_SQUEEZE * (index - start)) : 0;
    // The spacing after a line's last character takes no room.
    const over = width - style.spacing > measure + tolerance + 0.01;
    if (over && !isSpace(glyph.character)) return lastBreak > start ? lastBreak : Math.max(index, start + 1);
  }
  return glyphs.length;
}

/** `measure`: the width to fill, or null for a line that keeps its natural width. */
function lineOf(glyphs: readonly Glyph[], style: TextStyle, measure: number | null): Line {
  const runs = runsOf(glyphs);
  const natural = widthOf(glyphs, 0);
  // The renderer puts spacing between the characters of a run, but none between two runs.
  const gaps = runs.reduce((sum, run) => sum + run.text.length - 1, 0);
  const spacing = spacingOf(glyphs, style, measure, natural, gaps);
  return { runs, spacing, width: natural + spacing * gaps };
}

function spacingOf(
  glyphs: readonly Glyph[],
  style: TextStyle,
  measure: number | null,
  natural: number,
  gaps: number,
): number {
  if (measure === null || gaps === 0) return style.spacing;
  const last = glyphs[glyphs.length - 1]?.character ?? '';
  if (natural + style.spacing * gaps > measure) {
    const reach = isHalfEmpty(last) ? style.size / 2 : 0;
    return Math.min(style.spacing, (measure + reach - natural) / gaps);
  }
  const spacing = (measure - natural) / gaps;
  return spacing - style.spacing > style.size * MOST_STRETCH ? style.spacing : spacing;
}

function runsOf(glyphs: readonly Glyph[]): readonly Run[] {
  const runs: { font: FontName; text: string }[] = [];
  for (const glyph of glyphs) {
    const last = runs[runs.length - 1];
    if (last && last.font === glyph.font) last.text += glyph.character;
    else runs.push({ font: glyph.font, text: glyph.character });
  }
  return runs;
}

function skipSpaces(glyphs: readonly Glyph[], from: number): number {
  let index = from;
  while (isSpace(glyphs[index]?.character ?? '')) index += 1;
  return index;
}

function trimEnd(glyphs: readonly Glyph[]): readonly Glyph[] {
  let end = glyphs.length;
  while (end > 0 && isSpace(glyphs[end - 1]?.character ?? '')) end -= 1;
  return end === glyphs.length ? glyphs : glyphs.slice(0, end);
}
