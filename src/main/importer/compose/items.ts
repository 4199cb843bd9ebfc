import { rangeOf } from '../../../shared/model/range';
import type { SourceItem } from '../source-document';
import { escapedItem } from './escape';
import { paragraphsOf, shareOf, stretchOf } from './stretch';
import { noteMarks, separate, type Writer, write, writeStretch } from './writer';

/** The items that the next one can stand in or beside, outermost first. */
export type OpenItems = readonly OpenItem[];

interface OpenItem {
  readonly ordered: boolean;
  /** Where the text behind its marker begins. */
  readonly column: number;
}

const INDENT = 4;
/** The Markdown reader takes deeper lists for text. Word has nine levels. */
const LEVELS = 9;

/** True for a marker that Markdown reads as one, and short enough to nest under. */
export const isMarker = (marker: string): boolean => /^(?:-|\d{1,4}\.)$/.test(marker);

/** Writes a list item; the items that are open behind it. An item without text is none. */
export function writeItem(writer: Writer, item: SourceItem, open: OpenItems): OpenItems {
  const stretch = stretchOf(item.spans);
  const paragraphs = paragraphsOf(stretch);
  if (paragraphs.length === 0) {
    noteMarks(writer, stretch);
    return open;
  }
  const depth = Math.max(0, Math.min(item.depth, open.length, LEVELS - 1));
  const indent = Math.max(INDENT * depth, open[depth - 1]?.column ?? 0);
  const column = indent + item.marker.length + 1;
  const ordered = item.marker !== '-';
  part(writer, open.slice(0, depth + 1), item.marker);
  write(writer, ' '.repeat(indent));
  writer.generated.push(rangeOf(writer.length, writer.length + item.marker.length));
  write(writer, `${item.marker} `);
  const margin = ' '.repeat(column);
  paragraphs.forEach((lines, index) => {
    if (index > 0) write(writer, `\n\n${margin}`);
    const rendered = escapedItem(stretch, lines, `\n${margin}`);
    writeStretch(writer, stretch, shareOf(paragraphs, index), rendered, item.label);
  });
  return [...open.slice(0, depth), { ordered, column }];
}

/**
 * Items need no blank line between them, but a number other than 1 would be read as text going on where no numbered
 * list is open (CommonMark §5.2).
 */
function part(writer: Writer, around: OpenItems, marker: string): void {
  const begins = marker === '-' || marker === '1.' || around.some(({ ordered }) => ordered);
  if (around.length > 0 && begins) write(writer, '\n');
  else separate(writer);
}
