import { skipSpace, skipSpaceBack } from '../../document/lines';

/** A line of a plain text, without its line break. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Without the white space around it. */
  readonly content: string;
  /** White space before the content, in columns. */
  readonly indent: number;
  /** Width of all of it in columns: Chinese characters take two. */
  readonly width: number;
  /** A form feed stands before it. */
  readonly newPage: boolean;
}

/** The lines of a text. A form feed ends a line too, so that no page begins inside one. */
export function textLinesOf(text: string): readonly TextLine[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.split('\f').map((part, page) => textLine(part.replaceAll('\r', ''), index + 1, page > 0)),
    );
}

function textLine(text: string, number: number, newPage: boolean): TextLine {
  const from = skipSpace(text, 0, text.length);
  const end = skipSpaceBack(text, from, text.length);
  const indent = widthOf(text, 0, from);
  return {
    number,
    text,
    content: text.slice(from, end),
    indent,
    width: indent + widthOf(text, from, end),
    newPage,
  };
}

/** Latin letters, digits and half-width marks take one column. */
function widthOf(text: string, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += text.charCodeAt(at) < 0x1100 ? 1 : 2;
  return width;
}
