import type { Package } from '../package';
import type { SourceBlock, SourceDocument, Span } from '../source-document';
import { child, childrenOf, isElement, type XmlElement, type XmlNode } from '../xml';
import { branchOf, type InlineTarget, textOf } from './inlines';
import { numberingOf } from './numbering';
import { numberSpan, paragraphBlock, readParagraph } from './paragraphs';
import { openWord, type Relations, relationsOf, type WordParts } from './parts';
import { newNotes, type Pending, type Place, type Reading } from './reading';
import { flag, stylesOf } from './styles';
import { onlyCell, readTable } from './tables';

/** Word's package → blocks. Throws `ImportError`: `broken-docx`, `too-many-cells`, and those of package and XML. */
export async function readDocx(pack: Package): Promise<SourceDocument> {
  const parts = await openWord(pack);
  const reading = await startReading(parts);
  await noteApart(reading, parts);
  noteOutside(reading, pack, [...(await allRelations(pack)), ...parts.relations.values()]);
  const place: Place = { kind: 'body', label: () => `正文第${reading.paragraphs + 1}段` };
  const blocks = readBlocks(reading, parts.body.children, place);
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
    relations: parts.relations,
    comments: new Map([...comments].map(([id, comment]) => [id, commentText(comment)])),
    footnotes: byId(await parts.part('footnotes'), 'w:footnote'),
    endnotes: byId(await parts.part('endnotes'), 'w:endnote'),
    notes: newNotes(),
    openComments: new Set(),
    rangedComments: new Set(),
    paragraphs: 0,
    tables: 0,
    cells: 0,
    footnoteCount: 0,
    endnoteCount: 0,
    textBoxes: 0,
    hasHeading: false,
    tableDepth: 0,
  };
}

function commentText(comment: XmlElement): string {
  const author = comment.attributes['w:author'] ?? '';
  const text = childrenOf(comment, 'w:p').map(textOf).join(' ').trim();
  return author === '' ? text : `${author}：${text}`;
}

async function noteApart(reading: Reading, parts: WordParts): Promise<void> {
  for (const type of ['header', 'footer']) {
    for (const root of await parts.parts(type)) {
      const text = textOf(root).replace(/\s+/g, ' ').trim();
      if (text !== '') reading.notes.add('apart', text.slice(0, 80));
    }
  }
}

async function allRelations(pack: Package) {
  const settings = pack.names.find((name) => name === 'word/settings.xml');
  const relations: Relations = settings ? await relationsOf(pack, settings) : new Map();
  return relations.values();
}

function noteOutside(
  reading: Reading,
  pack: Package,
  relations: readonly { readonly external: boolean; readonly type: string; readonly target: string }[],
): void {
  if (pack.names.some((name) => /vbaProject\.bin$/i.test(name))) reading.notes.add('macro', '');
  for (const { external, type, target } of relations) {
    if (external && type !== 'hyperlink') reading.notes.add('external', target.slice(0, 80));
  }
}

/** Reads block content in order. */
function readBlocks(reading: Reading, nodes: readonly XmlNode[], place: Place): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (const node of nodes) if (isElement(node)) readBlock(reading, node, place, blocks);
  return blocks;
}

function readBlock(reading: Reading, element: XmlElement, place: Place, blocks: SourceBlock[]): void {
  switch (element.name) {
    case 'w:p':
      readBodyParagraph(reading, element, place, blocks);
      return;
    case 'w:tbl': {
      const frame = onlyCell(element);
      if (frame) blocks.push(...readBlocks(reading, frame.children, place));
      else
        blocks.push(
          ...readTable(reading, element, (cell, label, later) => cellSpans(reading, cell, label, later)),
        );
      return;
    }
    case 'w:altChunk':
      reading.notes.add('object', place.label());
      blocks.push({
        kind: 'paragraph',
        spans: [{ text: '〔嵌入对象〕', generated: true }],
        label: place.label(),
      });
      return;
    case 'mc:AlternateContent':
      blocks.push(...readBlocks(reading, branchOf(element), place));
      return;
    case 'w:sdt':
      blocks.push(...controlBlocks(reading, element, place));
      return;
    case 'w:sdtContent':
    case 'w:customXml':
    case 'w:ins':
    case 'w:moveTo':
      blocks.push(...readBlocks(reading, element.children, place));
      return;
    case 'w:commentRangeStart':
      reading.openComments.add(element.attributes['w:id'] ?? '');
      reading.rangedComments.add(element.attributes['w:id'] ?? '');
      return;
    case 'w:commentRangeEnd':
      reading.openComments.delete(element.attributes['w:id'] ?? '');
      return;
    default:
  }
}

function controlBlocks(reading: Reading, control: XmlElement, place: Place): readonly SourceBlock[] {
  const blocks = readBlocks(reading, child(control, 'w:sdtContent')?.children ?? [], place);
  if (!flag(child(child(control, 'w:sdtPr'), 'w:showingPlcHdr'))) return blocks;
  const mark = { kind: 'prompt', detail: '' } as const;
  return blocks.map((block) =>
    'spans' in block
      ? { ...block, spans: block.spans.map((span) => ({ ...span, marks: [...(span.marks ?? []), mark] })) }
      : block,
  );
}

function readBodyParagraph(reading: Reading, element: XmlElement, place: Place, blocks: SourceBlock[]): void {
  const paragraph = readParagraph(reading, element, place, (later) => hanging(reading, place, later));
  const block = paragraphBlock(paragraph);
  if (paragraph.pageBreakBefore && blocks.length > 0) blocks.push({ kind: 'page-break' });
  if (block) {
    if (place.kind === 'body') reading.paragraphs++;
    blocks.push(block);
  }
  for (const read of paragraph.later) blocks.push(...read());
  if (paragraph.pageBreakAfter) blocks.push({ kind: 'page-break' });
}

/** What hangs on a paragraph, read when its block is done. */
function hanging(reading: Reading, place: Place, later: Pending): InlineTarget['blocks'] {
  return (holder, kind, sign) => {
    later.push(() => {
      if (kind === 'box') {
        const box = ++reading.textBoxes;
        let paragraph = 0;
        return readBlocks(reading, holder.children, {
          kind: 'box',
          label: () => `文本框${box}第${++paragraph}段`,
        });
      }
      const name = kind === 'footnote' ? '脚注' : '尾注';
      const number = kind === 'footnote' ? reading.footnoteCount : reading.endnoteCount;
      const lead = { text: `${kind === 'footnote' ? '注' : '尾注'}${sign}：`, generated: true } as const;
      const blocks = readBlocks(reading, holder.children, { kind: 'note', label: () => `${name}${number}` });
      const [first, ...rest] = blocks;
      return first && 'spans' in first
        ? [{ kind: 'paragraph', label: first.label, spans: [lead, ...first.spans] }, ...rest]
        : [{ kind: 'paragraph', label: place.label(), spans: [lead] }, ...blocks];
    });
  };
}

/** A cell's paragraphs in one, parted by line breaks; nested tables come behind the table. */
function cellSpans(reading: Reading, cell: XmlElement, label: string, later: Pending): readonly Span[] {
  const place: Place = { kind: 'cell', label: () => label };
  const spans: Span[] = [];
  const add = (part: readonly Span[]): void => {
    if (part.length === 0) return;
    if (spans.length > 0) spans.push({ text: '\n' });
    spans.push(...part);
  };
  const walk = (nodes: readonly XmlNode[]): void => {
    for (const element of nodes.filter(isElement)) {
      if (element.name === 'w:p') {
        const paragraph = readParagraph(reading, element, place, (pending) =>
          hanging(reading, place, pending),
        );
        const lead = paragraph.number ? numberSpan(paragraph.number) : null;
        add(lead ? [lead, ...paragraph.spans] : paragraph.spans);
        later.push(...paragraph.later);
      } else if (element.name === 'w:tbl') {
        const frame = onlyCell(element);
        if (frame) walk(frame.children);
        else {
          reading.notes.add('nested-table', label);
          add([{ text: '〔嵌套表〕', generated: true }]);
          later.push(() =>
            readTable(reading, element, (inner, name, pending) => cellSpans(reading, inner, name, pending)),
          );
        }
      } else if (element.name === 'mc:AlternateContent') walk(branchOf(element));
      else if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(element.name)) walk(element.children);
    }
  };
  walk(cell.children);
  return spans;
}
