import type { Package } from '../package';
import type { SourceBlock, SourceDocument } from '../source-document';
import { childrenOf, type XmlElement } from '../xml';
import { readBlocks } from './blocks';
import { textOf } from './branches';
import { numberingOf } from './numbering';
import { openWord, type WordParts } from './parts';
import { newNotes, type Place, type Reading } from './reading';
import { stylesOf } from './styles';

/** Word's package → blocks. Throws `ImportError`: `broken-docx`, `too-many-cells`, and those of package and XML. */
export async function readDocx(pack: Package): Promise<SourceDocument> {
  const parts = await openWord(pack);
  const reading = await startReading(parts);
  await noteApart(reading, parts);
  noteOutside(reading, pack, parts);
  const place: Place = {
    kind: 'body',
    label: () => `正文第${reading.paragraphs + 1}段`,
    shown: () => {
      reading.paragraphs++;
    },
    marks: [],
  };
  const blocks: SourceBlock[] = [];
  readBlocks(reading, parts.body.children, place, blocks);
  return { blocks, notes: reading.notes.list() };
}

async function startReading(parts: WordParts): Promise<Reading> {
  const byId = (root: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> =>
    new Map(
      childrenOf(root, name)
        .filter(({ attributes }) => !/eparator|Notice/.test(attributes['w:type'] ?? ''))
        .map((note) => [note.attributes['w:id'] ?? '', note]),
    );
  const comments = byId(await parts.part('comments'), 'w:comment');
  return {
    styles: stylesOf(await parts.part('styles')),
    numbering: numberingOf(await parts.part('numbering')),
    comments: new Map([...comments].map(([id, comment]) => [id, commentText(comment)])),
    footnotes: byId(await parts.part('footnotes'), 'w:footnote'),
    endnotes: byId(await parts.part('endnotes'), 'w:endnote'),
    notes: newNotes(),
    openComments: new Set(),
    markedComments: new Set(),
    paragraphs: 0,
    tables: 0,
    cells: 0,
    footnoteCount: 0,
    endnoteCount: 0,
    textBoxes: 0,
    hasHeading: false,
    tableDepth: 0,
    isInNote: false,
    noteUnits: 0,
  };
}

/** A comment is repeated on each stretch that it stands on: a hostile one must not fill the memory. */
const MOST_COMMENT = 2000;

function commentText(comment: XmlElement): string {
  const author = comment.attributes['w:author'] ?? '';
  const text = childrenOf(comment, 'w:p').map(textOf).join(' ').trim().slice(0, MOST_COMMENT);
  return author === '' ? text : `${author.slice(0, MOST_COMMENT)}：${text}`;
}

async function noteApart(reading: Reading, parts: WordParts): Promise<void> {
  for (const type of ['header', 'footer']) {
    for (const root of await parts.parts(type)) {
      const text = textOf(root).replace(/\s+/g, ' ').trim();
      if (text !== '') reading.notes.add('apart', text.slice(0, 80));
    }
  }
}

function noteOutside(reading: Reading, pack: Package, { relations }: WordParts): void {
  if (pack.names.some((name) => /vbaProject\.bin$/i.test(name))) reading.notes.add('macro', '');
  for (const { external, type, target } of relations) {
    if (external && type !== 'hyperlink') reading.notes.add('external', target.slice(0, 80));
  }
}
