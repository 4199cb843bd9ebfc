import { guessHeading } from '../headings';
import type { TextLine } from './lines';

/** How a text's author, or his program, broke its lines. */
export interface Wrapping {
  /** Whether `next` goes on with the paragraph that `line` belongs to. */
  joins(line: TextLine, next: TextLine): boolean;
}

/** One line, one paragraph. */
const NONE: Wrapping = { joins: () => false };

/** Closing punctuation, and the brackets and quotes behind it. */
const CLOSED = /[。；：！？.;:!?][”’』」）)》】]*$/;
const NARROWEST = 24;
const WIDEST = 130;
/** A full line may be shorter: no mark begins a line, and no number is broken. */
const SLACK = 12;
const ENOUGH = 3;
/** Lines to a sentence at most: entries of a list close none. */
const LINES_TO_CLOSE = 12;
/** How a list item or a label begins that starts a line of its own. */
const STARTS =
  /^(?:[-+*•●■◆▪·]\s|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、．.](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节条]|[图表]\s?\d|附件|附表|注[：:\d])/;

/**
 * Told by the lines that another follows: where most that do not close a sentence have nearly the same width, a
 * program broke them there.
 */
export function wrappingOf(lines: readonly TextLine[]): Wrapping {
  const prose = lines.filter(isProse);
  const open = lines.filter((line, index) => isProse(line) && (lines[index + 1]?.content ?? '') !== '');
  const broken = open.filter(({ content }) => !CLOSED.test(content) && guessHeading(content) === null);
  const full = fullWidth(broken);
  const closed = prose.filter(({ content }) => CLOSED.test(content)).length;
  if (full === null || closed * LINES_TO_CLOSE < broken.length) return NONE;
  const blankParted = lines.some(({ content }) => content === '');
  return {
    joins: (line, next) =>
      line.width >= full - SLACK &&
      !next.newPage &&
      next.indent <= line.indent &&
      !STARTS.test(next.content) &&
      guessHeading(line.content) === null &&
      guessHeading(next.content) === null &&
      (blankParted || !CLOSED.test(line.content) || next.indent < line.indent),
  };
}

const isProse = ({ content }: TextLine): boolean => content !== '' && !/[\t|]/.test(content);

/** The width at which lines were broken; null when they were not. */
function fullWidth(broken: readonly TextLine[]): number | null {
  const widths = broken.map(({ width }) => width).sort((a, b) => a - b);
  const widest = widths[Math.floor(widths.length * 0.95)] ?? widths.at(-1) ?? 0;
  if (widest < NARROWEST || widest > WIDEST) return null;
  const near = widths.filter((width) => width >= widest - SLACK && width <= widest + SLACK).length;
  return near >= ENOUGH && near >= widths.length * 0.6 ? widest : null;
}
