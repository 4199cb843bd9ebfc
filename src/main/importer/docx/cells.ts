import type { Span } from '../source-document';
import { child, isElement, type XmlElement, type XmlNode } from '../xml';
import { controlled, marked } from './blocks';
import { branchOf } from './branches';
import { readHanging } from './hanging';
import type { Marks } from './marks';
import { marksOnly, numberSpan, readParagraph } from './paragraphs';
import type { Pending, Place, Reading } from './reading';
import { onlyCell, readTable } from './tables';

interface CellTarget {
  readonly reading: Reading;
  readonly spans: Span[];
  /** Takes nested tables, text boxes and notes. */
  readonly later: Pending;
  /** Whether anything that shows was read. */
  shows: boolean;
}

/** A cell's paragraphs in one, parted by line breaks; what hangs on them comes behind the table. */
export function readCellContent(
  reading: Reading,
  cell: XmlElement,
  label: string,
  marks: Marks,
  later: Pending,
): readonly Span[] {
  const target: CellTarget = { reading, spans: [], later, shows: false };
  walk(target, cell.children, { kind: 'cell', label: () => label, shown: () => {}, marks });
  return target.spans;
}

function walk(target: CellTarget, nodes: readonly XmlNode[], place: Place): void {
  const { reading } = target;
  for (const element of nodes) {
    if (!isElement(element)) continue;
    const id = element.attributes['w:id'] ?? '';
    if (element.name === 'w:p') addParagraph(target, element, place);
    else if (element.name === 'w:tbl') addTable(target, element, place);
    else if (element.name === 'mc:AlternateContent') walk(target, branchOf(element), place);
    else if (element.name === 'w:sdt')
      walk(target, child(element, 'w:sdtContent')?.children ?? [], controlled(place, element));
    else if (/^w:(?:customXml|ins|moveTo)$/.test(element.name)) walk(target, element.children, place);
    else if (element.name === 'w:commentRangeStart') reading.openComments.add(id);
    else if (element.name === 'w:commentRangeEnd') reading.openComments.delete(id);
  }
}

function addParagraph(target: CellTarget, element: XmlElement, place: Place): void {
  const { reading } = target;
  const paragraph = readParagraph(reading, element, place, (later, hanging) => {
    later.push((behind) => readHanging(reading, hanging, behind));
  });
  const words = paragraph.isEmpty ? marksOnly(paragraph.spans) : paragraph.spans;
  // A column of running numbers is made of empty paragraphs.
  const lead = paragraph.number ? numberSpan(paragraph.number, words) : null;
  add(target, lead ? [lead] : [], words);
  for (const read of paragraph.later) target.later.push(read);
}

function addTable(target: CellTarget, element: XmlElement, place: Place): void {
  const { reading, later } = target;
  const frame = onlyCell(element);
  if (frame) {
    walk(target, frame.element.children, marked(place, frame.marks));
    return;
  }
  reading.notes.add('nested-table', place.label());
  add(target, [{ text: '〔嵌套表〕', generated: true }], []);
  later.push((behind) =>
    readTable(
      reading,
      element,
      (cell, label, pending) => readCellContent(reading, cell.element, label, cell.marks, pending),
      behind,
    ),
  );
}

/** Adds a paragraph; one that shows nothing has only marks, and parts nothing. */
function add(target: CellTarget, lead: readonly Span[], words: readonly Span[]): void {
  const shows = [...lead, ...words].some((span) => span.text !== '');
  if (shows && target.shows) target.spans.push({ text: '\n' });
  for (const span of lead) target.spans.push(span);
  for (const span of words) target.spans.push(span);
  target.shows ||= shows;
}
