import type { MarkKind } from '../../../shared/model/source';
import { subscript, superscript } from '../scripts';
import type { Span, SpanMark } from '../source-document';
import { child, childrenOf, isElement, type XmlElement, type XmlNode } from '../xml';
import { drawingOf } from './drawings';
import { equationSpans } from './equations';
import type { Pending, Place, Reading } from './reading';
import { flag, type ParagraphStyle, scriptOf, val } from './styles';
import { symbolOf } from './symbols';

/** Collects a paragraph's spans. `later` takes what comes behind its block. */
export interface InlineTarget {
  readonly reading: Reading;
  readonly place: Place;
  readonly label: string;
  readonly spans: Span[];
  readonly later: Pending;
  readonly style: ParagraphStyle;
  /** A page break behind what was read so far. */
  pageBreak: boolean;
  /** Largest type size seen, in half points. */
  size: number;
  /** Reads block content that hangs on this paragraph. */
  readonly blocks: (holder: XmlElement, kind: 'box' | 'footnote' | 'endnote', sign: string) => void;
}

type Marks = readonly SpanMark[];

export function readInlines(target: InlineTarget, nodes: readonly XmlNode[], marks: Marks = []): void {
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
      if (element.name === 'w:del') readDeleted(target, element);
      return;
    case 'w:commentRangeStart':
      reading.openComments.add(id);
      reading.rangedComments.add(id);
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

/** What this reader understands; a choice of anything newer has a fallback that says the same. */
const UNDERSTOOD = /^(?:w|wp|wps|wpg|a|pic|c|dgm|m|v|o):/;

/** Exactly one branch: the first choice that is understood, else the fallback. */
export function branchOf(element: XmlElement): readonly XmlNode[] {
  const choices = childrenOf(element, 'mc:Choice');
  const chosen =
    choices.find((choice) => childrenOf(choice).some(({ name }) => UNDERSTOOD.test(name))) ??
    child(element, 'mc:Fallback');
  return chosen?.children ?? [];
}

function readTracked(target: InlineTarget, element: XmlElement, marks: Marks, kind: MarkKind): void {
  target.reading.notes.add('tracked', target.label);
  readInlines(target, element.children, [...marks, { kind, detail: whoAndWhen(element) }]);
}

const whoAndWhen = ({ attributes }: XmlElement): string =>
  [attributes['w:author'] ?? '', (attributes['w:date'] ?? '').slice(0, 10)].filter(Boolean).join(' ');

function readDeleted(target: InlineTarget, element: XmlElement): void {
  target.reading.notes.add('tracked', target.label);
  const who = whoAndWhen(element);
  const detail = `${textOf(element)}${who ? `（${who}）` : ''}`;
  target.spans.push({ text: '', marks: [{ kind: 'deleted', detail }] });
}

/** All text in an element, deleted or not. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((node) => {
      if (!isElement(node)) return /^(?:w:t|w:delText|m:t)$/.test(element.name) ? node : '';
      return textOf(node);
    })
    .join('');
}

function readControl(target: InlineTarget, element: XmlElement, marks: Marks): void {
  const prompt = flag(child(child(element, 'w:sdtPr'), 'w:showingPlcHdr')) ?? false;
  const inner: Marks = prompt ? [...marks, { kind: 'prompt', detail: '' }] : marks;
  readInlines(target, child(element, 'w:sdtContent')?.children ?? [], inner);
}

function readRun(target: InlineTarget, run: XmlElement, outer: Marks): void {
  const properties = child(run, 'w:rPr');
  const style = target.reading.styles.run(val(child(properties, 'w:rStyle')));
  const hidden = flag(child(properties, 'w:vanish')) ?? (style.hidden || target.style.hidden);
  if (hidden) {
    if (textOf(run).trim() !== '') target.reading.notes.add('hidden', target.label);
    return;
  }
  target.size = Math.max(target.size, Number(val(child(properties, 'w:sz')) ?? target.style.size));
  const script = scriptOf(child(properties, 'w:vertAlign')) ?? style.script;
  const marks = [...outer, ...runMarks(properties), ...openComments(target.reading)];
  const shape = (text: string): string =>
    script === 'superscript' ? superscript(text) : script === 'subscript' ? subscript(text) : text;
  for (const node of run.children) if (isElement(node)) readRunPart(target, node, marks, shape);
}

function runMarks(properties: XmlElement | undefined): Marks {
  if (!properties) return [];
  const marks: SpanMark[] = [];
  const highlight = val(child(properties, 'w:highlight'));
  const fill = child(properties, 'w:shd')?.attributes['w:fill'];
  if ((highlight !== undefined && highlight !== 'none' && highlight !== 'white') || isHighlighter(fill)) {
    marks.push({ kind: 'highlighted', detail: '' });
  }
  if (flag(child(properties, 'w:strike')) || flag(child(properties, 'w:dstrike')))
    marks.push({ kind: 'struck', detail: '' });
  const changed = child(properties, 'w:rPrChange');
  if (changed) marks.push({ kind: 'formatted', detail: whoAndWhen(changed) });
  return marks;
}

/** A strong colour behind text, as markers leave it; white, greys and pale table tints are layout. */
function isHighlighter(fill: string | undefined): boolean {
  if (!fill || !/^[0-9a-f]{6}$/i.test(fill)) return false;
  const parts = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) >= 128 && Math.max(...parts) >= 192;
}

const openComments = (reading: Reading): Marks =>
  [...reading.openComments].map((id) => ({ kind: 'comment', detail: reading.comments.get(id) ?? '' }));

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
      if (part.attributes['w:type'] === 'page') target.pageBreak = true;
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

function push(target: InlineTarget, spans: readonly Span[], marks: Marks): void {
  for (const span of spans)
    if (span.text !== '') target.spans.push(marks.length > 0 ? { ...span, marks } : span);
}

function readReference(target: InlineTarget, part: XmlElement, marks: Marks): void {
  const { reading } = target;
  const id = part.attributes['w:id'] ?? '';
  const isFootnote = part.name === 'w:footnoteReference';
  const note = (isFootnote ? reading.footnotes : reading.endnotes).get(id);
  if (!note) {
    push(target, [{ text: '〔注缺〕', generated: true }], marks);
    return;
  }
  const number = isFootnote ? ++reading.footnoteCount : ++reading.endnoteCount;
  const sign = superscript(String(number));
  const shown = isFootnote ? sign : `尾${sign}`;
  push(target, [{ text: shown, generated: true }], marks);
  target.blocks(note, isFootnote ? 'footnote' : 'endnote', sign);
}

function readComment(target: InlineTarget, id: string): void {
  const { reading } = target;
  reading.notes.add('comment', target.label);
  if (reading.rangedComments.has(id)) return;
  const detail = reading.comments.get(id) ?? '';
  target.spans.push({ text: '', marks: [{ kind: 'comment', detail }] });
}
