import type { MarkKind } from '../../../shared/model/source';
import { subscript, superscript } from '../scripts';
import type { Span } from '../source-document';
import { child, isElement, type XmlElement, type XmlNode } from '../xml';
import { branchOf, textOf } from './branches';
import { drawingOf } from './drawings';
import { equationSpans } from './equations';
import { deletedDetail, type Marks, PROMPT, runMarks, whoAndWhen, withComments, withMark } from './marks';
import type { Place, Reading } from './reading';
import { flag, type ParagraphStyle, scriptOf, val } from './styles';
import { symbolOf } from './symbols';

/** Block content that hangs on a paragraph and is read behind its block. */
export type Hanging =
  | { readonly kind: 'box'; readonly holder: XmlElement }
  | {
      readonly kind: 'footnote' | 'endnote';
      readonly holder: XmlElement;
      readonly number: number;
      readonly sign: string;
    };

/** Collects a paragraph's spans. */
export interface InlineTarget {
  readonly reading: Reading;
  readonly place: Place;
  readonly label: string;
  readonly spans: Span[];
  readonly style: ParagraphStyle;
  /** Whether anything that shows was read. */
  shows: boolean;
  pageBreakBefore: boolean;
  pageBreakAfter: boolean;
  /** Largest type size seen, in half points. */
  size: number;
  readonly hang: (hanging: Hanging) => void;
}

export function readInlines(target: InlineTarget, nodes: readonly XmlNode[], marks: Marks): void {
  for (const node of nodes) if (isElement(node)) readInline(target, node, marks);
}

function readInline(target: InlineTarget, element: XmlElement, marks: Marks): void {
  const { reading } = target;
  const id = element.attributes['w:id'] ?? '';
  switch (element.name) {
    case 'w:r':
      readRun(target, element, marks);
      return;
    case 'w:ins':
    case 'w:moveTo':
      readTracked(target, element, marks, element.name === 'w:ins' ? 'inserted' : 'moved');
      return;
    case 'w:del':
    case 'w:moveFrom':
      readDeleted(target, element);
      return;
    case 'w:commentRangeStart':
      reading.openComments.add(id);
      return;
    case 'w:commentRangeEnd':
      reading.openComments.delete(id);
      return;
    case 'w:sdt':
      readControl(target, element, marks);
      return;
    case 'mc:AlternateContent':
      readInlines(target, branchOf(element), marks);
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      reading.notes.add('equation', target.label);
      push(target, equationSpans(element), marks);
      return;
    case 'w:ruby':
      readInlines(target, child(element, 'w:rubyBase')?.children ?? [], marks);
      return;
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:smartTagPr':
    case 'w:customXmlPr':
      return;
    default:
      // Hyperlinks, fields, smart tags, custom XML, text directions: what is in them is text.
      if (element.name.startsWith('w:')) readInlines(target, element.children, marks);
  }
}

function readTracked(target: InlineTarget, element: XmlElement, marks: Marks, kind: MarkKind): void {
  target.reading.notes.add('tracked', target.label);
  readInlines(target, element.children, withMark(marks, { kind, detail: whoAndWhen(element) }));
}

function readDeleted(target: InlineTarget, element: XmlElement): void {
  target.reading.notes.add('tracked', target.label);
  const detail = deletedDetail(textOf(element), element);
  target.spans.push({ text: '', marks: [{ kind: 'deleted', detail }] });
}

function readControl(target: InlineTarget, element: XmlElement, marks: Marks): void {
  const inner = isPrompt(element) ? withMark(marks, PROMPT) : marks;
  readInlines(target, child(element, 'w:sdtContent')?.children ?? [], inner);
}

/** Whether a content control still shows what it asks for. */
export const isPrompt = (control: XmlElement): boolean =>
  flag(child(child(control, 'w:sdtPr'), 'w:showingPlcHdr')) ?? false;

function readRun(target: InlineTarget, run: XmlElement, outer: Marks): void {
  const properties = child(run, 'w:rPr');
  const style = target.reading.styles.run(val(child(properties, 'w:rStyle')));
  const hidden = flag(child(properties, 'w:vanish')) ?? (style.hidden || target.style.hidden);
  if (hidden) {
    if (textOf(run).trim() !== '') target.reading.notes.add('hidden', target.label);
    return;
  }
  const size = Number(val(child(properties, 'w:sz')) ?? (style.size || target.style.size));
  if (size > target.size) target.size = size;
  if (child(properties, 'w:rPrChange')) target.reading.notes.add('tracked', target.label);
  const ownScript = scriptOf(child(properties, 'w:vertAlign'));
  const script = ownScript === undefined ? style.script : ownScript;
  const marks = runMarks(properties).reduce(withMark, outer);
  const shape = (text: string): string =>
    script === 'superscript' ? superscript(text) : script === 'subscript' ? subscript(text) : text;
  for (const node of run.children) if (isElement(node)) readRunPart(target, node, marks, shape);
}

type Shape = (text: string) => string;

function readRunPart(target: InlineTarget, part: XmlElement, marks: Marks, shape: Shape): void {
  const { reading } = target;
  switch (part.name) {
    case 'w:t':
      push(target, [{ text: shape(part.children.filter((node) => !isElement(node)).join('')) }], marks);
      return;
    case 'w:tab':
    case 'w:ptab':
      push(target, [{ text: '\t' }], marks);
      return;
    case 'w:br':
      if (part.attributes['w:type'] === 'page') breakPage(target);
      push(target, [{ text: '\n' }], marks);
      return;
    case 'w:cr':
      push(target, [{ text: '\n' }], marks);
      return;
    case 'w:noBreakHyphen':
      push(target, [{ text: '-' }], marks);
      return;
    case 'w:sym':
      push(target, [{ text: symbolOf(reading, target.label, part), generated: true }], marks);
      return;
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      readReference(target, part, marks);
      return;
    case 'w:commentReference':
      readComment(target, part.attributes['w:id'] ?? '');
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      for (const span of drawingOf(target, part)) push(target, [span], marks);
      return;
    case 'mc:AlternateContent':
      for (const node of branchOf(part)) if (isElement(node)) readRunPart(target, node, marks, shape);
      return;
    case 'w:ruby':
      readInlines(target, child(part, 'w:rubyBase')?.children ?? [], marks);
      return;
    default:
  }
}

function breakPage(target: InlineTarget): void {
  if (target.shows) target.pageBreakAfter = true;
  else target.pageBreakBefore = true;
}

function push(target: InlineTarget, spans: readonly Span[], outer: Marks): void {
  if (spans.every((span) => span.text === '')) return;
  const marks = withComments(target.reading, outer);
  for (const span of spans) {
    if (span.text === '') continue;
    if (!target.shows && span.text.trim() !== '') target.shows = true;
    target.spans.push(marks.length > 0 ? { ...span, marks } : span);
  }
}

function readReference(target: InlineTarget, part: XmlElement, marks: Marks): void {
  const { reading } = target;
  const id = part.attributes['w:id'] ?? '';
  const isFootnote = part.name === 'w:footnoteReference';
  const note = (isFootnote ? reading.footnotes : reading.endnotes).get(id);
  // A note within a note is nothing that Word can make, and could go on without end.
  if (!note || reading.isInNote) {
    push(target, [{ text: '〔注缺〕', generated: true }], marks);
    return;
  }
  const number = isFootnote ? ++reading.footnoteCount : ++reading.endnoteCount;
  const sign = superscript(String(number));
  const shown = isFootnote ? sign : `〔尾注${sign}〕`;
  push(target, [{ text: shown, generated: true }], marks);
  target.hang({ kind: isFootnote ? 'footnote' : 'endnote', holder: note, number, sign });
}

/** A comment without text of its own range, or without a range, stands where it is referred to. */
function readComment(target: InlineTarget, id: string): void {
  const { reading } = target;
  reading.notes.add('comment', target.label);
  reading.openComments.delete(id);
  if (reading.markedComments.has(id)) return;
  reading.markedComments.add(id);
  const detail = reading.comments.get(id) ?? '';
  target.spans.push({ text: '', marks: [{ kind: 'comment', detail }] });
}
