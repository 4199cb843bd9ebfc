import type { Range } from '../../shared/model/range';
import type { SourceMap, SourceMark } from '../../shared/model/source';
import { escapedHeading, escapedParagraph } from './compose/escape';
import { isMarker, type OpenItems, writeItem } from './compose/items';
import { linesOf, paragraphsOf, shareOf, stretchOf } from './compose/stretch';
import { writeTable } from './compose/table';
import { newWriter, noteMarks, separate, WHOLE, type Writer, write, writeStretch } from './compose/writer';
import type {
  SourceBlock,
  SourceDocument,
  SourceHeading,
  SourceItem,
  SourceParagraph,
} from './source-document';

/** A working text with what is known of its parts. Ranges are of that text. */
export interface Composed {
  /** Markdown: LF line ends, blocks parted by one blank line, a final line break. Empty when nothing is in it. */
  readonly text: string;
  /** A place for each paragraph, heading, list item and for each cell that no other covers. */
  readonly map: SourceMap;
  /** By start. */
  readonly marks: readonly SourceMark[];
  /** What shows and is not the source's text: generated spans and list markers. Ascending. */
  readonly generated: readonly Range[];
}

/**
 * Writes the working text. `parseDocument` reads every text back as it is in the source, white space aside: what its
 * readers would take for markup gets a backslash, and nothing else does. Linear.
 */
export function compose(source: SourceDocument): Composed {
  const writer = newWriter();
  let items: OpenItems = [];
  for (const block of source.blocks) {
    if (block.kind === 'item' && isMarker(block.marker)) items = writeItem(writer, block, items);
    else if (writeBlock(writer, block.kind === 'item' ? unlisted(block) : block)) items = [];
  }
  if (writer.length > 0) write(writer, '\n');
  const marks = writer.marks.sort((a, b) => a.range.start - b.range.start);
  return { text: writer.parts.join(''), map: writer.map, marks, generated: writer.generated };
}

/** An item whose marker Markdown does not know. */
const unlisted = ({ marker, spans, label }: SourceItem): SourceParagraph => ({
  kind: 'paragraph',
  label,
  spans: [{ text: `${marker} `, generated: true }, ...spans],
});

/** False for a block of which nothing is written. */
function writeBlock(writer: Writer, block: Exclude<SourceBlock, SourceItem>): boolean {
  switch (block.kind) {
    case 'table':
      return writeTable(writer, block);
    case 'heading':
      return writeHeading(writer, block);
    case 'paragraph':
      return writeParagraphs(writer, block);
    default:
      separate(writer);
      write(writer, '\\newpage');
      return true;
  }
}

function writeHeading(writer: Writer, { level, spans, label }: SourceHeading): boolean {
  const stretch = stretchOf(spans);
  const lines = linesOf(stretch);
  if (lines.length === 0) {
    noteMarks(writer, stretch);
    return false;
  }
  separate(writer);
  write(writer, `${'#'.repeat(level)} `);
  writeStretch(writer, stretch, WHOLE, escapedHeading(stretch, lines), label);
  return true;
}

function writeParagraphs(writer: Writer, { spans, label }: SourceParagraph): boolean {
  const stretch = stretchOf(spans);
  const paragraphs = paragraphsOf(stretch);
  if (paragraphs.length === 0) noteMarks(writer, stretch);
  paragraphs.forEach((lines, index) => {
    separate(writer);
    const rendered = escapedParagraph(stretch, lines, '\n');
    writeStretch(writer, stretch, shareOf(paragraphs, index), rendered, label);
  });
  return paragraphs.length > 0;
}
