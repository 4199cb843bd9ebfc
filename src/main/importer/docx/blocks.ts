import type { SourceBlock, Span } from '../source-document';
import { child, isElement, type XmlElement, type XmlNode } from '../xml';
import { branchOf } from './branches';
import { readCellContent } from './cells';
import { readHanging } from './hanging';
import { isPrompt } from './inlines';
import { type Marks, PROMPT, withMark } from './marks';
import { marksOnly, paragraphBlock, readParagraph } from './paragraphs';
import type { Place, Reading } from './reading';
import { onlyCell, readTable } from './tables';

/** Reads block content in order into `blocks`. */
export function readBlocks(
  reading: Reading,
  nodes: readonly XmlNode[],
  place: Place,
  blocks: SourceBlock[],
): void {
  for (const node of nodes) if (isElement(node)) readBlock(reading, node, place, blocks);
}

function readBlock(reading: Reading, element: XmlElement, place: Place, blocks: SourceBlock[]): void {
  const id = element.attributes['w:id'] ?? '';
  switch (element.name) {
    case 'w:p':
      readOneParagraph(reading, element, place, blocks);
      return;
    case 'w:tbl':
      readOneTable(reading, element, place, blocks);
      return;
    case 'w:altChunk':
      reading.notes.add('object', place.label());
      show(place, blocks, [{ text: '〔嵌入对象〕', generated: true }]);
      return;
    case 'mc:AlternateContent':
      readBlocks(reading, branchOf(element), place, blocks);
      return;
    case 'w:sdt':
      readBlocks(reading, child(element, 'w:sdtContent')?.children ?? [], controlled(place, element), blocks);
      return;
    case 'w:customXml':
    case 'w:ins':
    case 'w:moveTo':
      readBlocks(reading, element.children, place, blocks);
      return;
    case 'w:commentRangeStart':
      reading.openComments.add(id);
      return;
    case 'w:commentRangeEnd':
      reading.openComments.delete(id);
      return;
    default:
  }
}

/** The same place, with marks on all that stands in it. */
export const marked = (place: Place, marks: Marks): Place => ({
  ...place,
  marks: marks.reduce(withMark, place.marks),
});

/** A place within a content control. */
export const controlled = (place: Place, control: XmlElement): Place =>
  isPrompt(control) ? marked(place, [PROMPT]) : place;

function show(place: Place, blocks: SourceBlock[], spans: readonly Span[]): void {
  blocks.push({ kind: 'paragraph', spans, label: place.label() });
  place.shown();
}

function readOneTable(reading: Reading, element: XmlElement, place: Place, blocks: SourceBlock[]): void {
  const frame = onlyCell(element);
  if (frame) readBlocks(reading, frame.element.children, marked(place, frame.marks), blocks);
  else {
    readTable(
      reading,
      element,
      (cell, label, later) => readCellContent(reading, cell.element, label, cell.marks, later),
      blocks,
    );
  }
}

function readOneParagraph(reading: Reading, element: XmlElement, place: Place, blocks: SourceBlock[]): void {
  const paragraph = readParagraph(reading, element, place, (later, hanging) => {
    later.push((behind) => readHanging(reading, hanging, behind));
  });
  if (paragraph.pageBreakBefore) breakPage(blocks);
  const block = paragraphBlock(paragraph);
  const marks = block ? [] : marksOnly(paragraph.spans);
  if (block) {
    place.shown();
    blocks.push(block);
  } else if (marks.length > 0) blocks.push({ kind: 'paragraph', spans: marks, label: paragraph.label });
  for (const read of paragraph.later) read(blocks);
  if (paragraph.pageBreakAfter) breakPage(blocks);
}

/** Page breaks stand between blocks: none at the start, no two in a row. */
function breakPage(blocks: SourceBlock[]): void {
  const last = blocks.at(-1);
  if (last && last.kind !== 'page-break') blocks.push({ kind: 'page-break' });
}
