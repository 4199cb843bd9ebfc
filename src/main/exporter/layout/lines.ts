import { breakPoints, isHalfEmpty, isWestern } from './breaks';
import { isSpace } from './clean';
import type { FontName } from './fonts';
import { type Glyph, LINE_BREAK, type TextStyle, widthOf } from './glyphs';

/** Neighbouring characters of one font and one spacing. */
export interface Run {
  readonly font: FontName;
  readonly text: string;
  /** Added after every character, in points. */
  readonly spacing: number;
}

/** One line as it is drawn. */
export interface Line {
  readonly runs: readonly Run[];
  /** Between Chinese characters, in points: the style's own, or what brings the line to the full measure. */
  readonly spacing: number;
  /** Width in points as drawn; no spacing after the last character. */
  readonly width: number;
}

export interface LineOptions {
  /** Width of the measure in points. */
  readonly width: number;
  /** Room taken from the first line, in points. */
  readonly firstIndent?: number;
  readonly justify?: boolean;
  /** A short bracket at the end, the unit of a table's column, is not torn where the measure holds it. */
  readonly holdsUnit?: boolean;
}

/** A line stretched further than this share of the size per gap looks torn: it stays ragged. */
const MOST_STRETCH = 0.2;
/** A closing mark may be drawn into the line by squeezing each gap by this share of the size. */
const MOST_SQUEEZE = 0.02;

/** Sets measured text into lines. Linear in the number of glyphs. */
export function linesOf(glyphs: readonly Glyph[], style: TextStyle, options: LineOptions): readonly Line[] {
  const whole = oneLine(glyphs, style, options);
  if (whole) return whole;
  const allowed = breakPoints(glyphs, options.holdsUnit);
  const lines: Line[] = [];
  let start = skipSpaces(glyphs, 0);
  while (start < glyphs.length) {
    const lineStart = start;
    const measure = options.width - (lines.length === 0 ? (options.firstIndent ?? 0) : 0);
    const end = endOfLine(glyphs, allowed, start, measure, style);
    const full = end < glyphs.length && glyphs[end]?.character !== LINE_BREAK;
    const drawn = trimEnd(glyphs.slice(start, end));
    const line = lineOf(drawn, style, measure, options.justify === true && full);
    start = skipSpaces(glyphs, glyphs[end]?.character === LINE_BREAK ? end + 1 : end);
    const parted = full && drawn.length < end - lineStart && isWestern(glyphs[start]?.character ?? '');
    lines.push(parted && isWestern(drawn.at(-1)?.character ?? '') ? withSpace(line) : line);
  }
  return lines;
}

/** The usual case in a table: all of it fits on one line. */
function oneLine(
  glyphs: readonly Glyph[],
  style: TextStyle,
  { width, firstIndent = 0 }: LineOptions,
): readonly Line[] | null {
  let used = -style.spacing;
  for (const glyph of glyphs) {
    if (glyph.character === LINE_BREAK) return null;
    used += glyph.width + style.spacing;
  }
  if (used > width - firstIndent) return null;
  const drawn = trimEnd(glyphs.slice(skipSpaces(glyphs, 0)));
  return drawn.length === 0 ? [] : [spaced(drawn, style.spacing, style.spacing)];
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

/** Where a line ends between two words, their space is written, for those who copy or hear the text. */
function withSpace(line: Line): Line {
  const last = line.runs.at(-1);
  return last ? { ...line, runs: [...line.runs.slice(0, -1), { ...last, text: `${last.text} ` }] } : line;
}

/** `measure`: the width that must do; `fill`: the line is stretched to it. */
function lineOf(glyphs: readonly Glyph[], style: TextStyle, measure: number, fill: boolean): Line {
  const gaps = glyphs.length - 1;
  const natural = widthOf(glyphs, style.spacing) - style.spacing;
  if (gaps > 0 && natural > measure) {
    const reach = isHalfEmpty(glyphs[gaps]?.character ?? '') ? style.size / 2 : 0;
    const spacing = Math.min(style.spacing, style.spacing + (measure + reach - natural) / gaps);
    return spaced(glyphs, spacing, spacing);
  }
  if (!fill || gaps < 1) return spaced(glyphs, style.spacing, style.spacing);
  const most = style.size * MOST_STRETCH;
  const [loose, all] = [(measure - natural) / looseGaps(glyphs), (measure - natural) / gaps];
  // Words and numbers keep together, as long as the Chinese around them has room to give.
  if (loose <= most) return spaced(glyphs, style.spacing, style.spacing + loose);
  const spacing = style.spacing + (all <= most ? all : 0);
  return spaced(glyphs, spacing, spacing);
}

/** Whether a line may be stretched after a glyph: not inside a Latin word or a number. */
const isLoose = (glyphs: readonly Glyph[], index: number): boolean =>
  !(isWestern(glyphs[index]?.character ?? '') && isWestern(glyphs[index + 1]?.character ?? ''));

function looseGaps(glyphs: readonly Glyph[]): number {
  let count = 0;
  for (let index = 0; index < glyphs.length - 1; index += 1) if (isLoose(glyphs, index)) count += 1;
  return count;
}

/** `tight`: spacing inside words and numbers; `spacing`: anywhere else. */
function spaced(glyphs: readonly Glyph[], tight: number, spacing: number): Line {
  const runs: { font: FontName; text: string; spacing: number }[] = [];
  let width = 0;
  let last: (typeof runs)[number] | undefined;
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    if (!glyph) continue;
    const after = tight === spacing || isLoose(glyphs, index) ? spacing : tight;
    width += glyph.width + (index < glyphs.length - 1 ? after : 0);
    if (last && last.font === glyph.font && last.spacing === after) last.text += glyph.character;
    else {
      last = { font: glyph.font, text: glyph.character, spacing: after };
      runs.push(last);
    }
  }
  return { runs, spacing, width };
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
