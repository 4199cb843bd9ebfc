import { BOUNDS, ImportError } from '../bounds';
import { subscript, superscript } from '../scripts';
import type { Span, SpanMark } from '../source-document';
import { isExternal, LEFT_OUT, placeholderOf } from './embedded';
import type { FlowingText } from './flowing-text';
import { type ItemMarker, nextMarker, type OpenList, openList } from './lists';
import type { Notes } from './notes';
import { type Look, lookOf } from './style';
import { type HtmlElement, type HtmlNode, holdsText, isElement, isText, TOO_DEEP } from './tree';

/** An item of which nothing was written yet takes its marker with its first paragraph. */
export interface OpenItem {
  readonly depth: number;
  marker: ItemMarker | null;
}

/** What holds for all text at a place of the tree. */
export interface Context {
  readonly depth: number;
  readonly pre: boolean;
  readonly marks: readonly SpanMark[];
  readonly digits: ((text: string) => string) | null;
  /** 1 to 6 in `<h1>` to `<h6>`. */
  readonly heading: number;
  readonly formula: boolean;
  readonly lists: readonly OpenList[];
  readonly item: OpenItem | null;
}

/** Where paragraphs go: into the document or into a cell. */
export interface Target {
  readonly text: FlowingText;
  readonly notes: Notes;
  /** Of what is being written, or will be next. */
  label(): string;
  paragraph(spans: readonly Span[], context: Context): void;
  table(table: HtmlElement, context: Context): void;
  pageBreak(): void;
}

export const TOP: Context = {
  depth: 0,
  pre: false,
  marks: [],
  digits: null,
  heading: 0,
  formula: false,
  lists: [],
  item: null,
};

/** Reads an element's children as a block: what was open before ends, and so does what they leave open. */
export function walkBlock(element: HtmlElement, target: Target, context: Context, inner: Context): void {
  endParagraph(target, context);
  walkChildren(element, target, inner);
  endParagraph(target, inner);
}

export function endParagraph(target: Target, context: Context): void {
  const spans = target.text.take();
  if (spans.length > 0) target.paragraph(spans, context);
}

function walkChildren(element: HtmlElement, target: Target, context: Context): void {
  // Recursion is bounded; a page as deep as this was refused while it was parsed.
  if (context.depth > BOUNDS.depth) throw new ImportError('too-deep', TOO_DEEP);
  for (const node of element.childNodes) walk(node, target, context);
}

function walk(node: HtmlNode, target: Target, context: Context): void {
  if (isText(node)) {
    addText(node.value, target, context);
    return;
  }
  if (!isElement(node) || LEFT_OUT.has(node.tagName)) return;
  const look = lookOf(node);
  if (look.hidden) {
    if (holdsText(node)) target.notes.add('hidden', target.label());
    return;
  }
  if (look.pageBreak === 'before') pageBreak(target, context);
  if (!addPlaceholder(node, target, context)) walkElement(node, look, target, context);
  if (look.pageBreak === 'after') pageBreak(target, context);
}

function addText(value: string, { text }: Target, context: Context): void {
  const shown = context.digits ? context.digits(value) : value;
  // The numbers of a formula stand apart: a fraction's 1 and 2 must not make 12.
  text.add(context.formula ? ` ${shown} ` : shown, context);
}

function pageBreak(target: Target, context: Context): void {
  endParagraph(target, context);
  target.pageBreak();
}

function addPlaceholder(element: HtmlElement, target: Target, context: Context): boolean {
  const placeholder = placeholderOf(element);
  if (!placeholder) return false;
  target.notes.add(placeholder.code, target.label());
  if (isExternal(element)) target.notes.add('external', target.label());
  target.text.addGenerated(placeholder.text, context);
  return true;
}

function walkElement(element: HtmlElement, look: Look, target: Target, context: Context): void {
  const inner = contextIn(element, look, context);
  switch (element.tagName) {
    case 'br':
      target.text.lineBreak(context);
      return;
    case 'hr':
      endParagraph(target, context);
      return;
    case 'table':
      endParagraph(target, context);
      target.table(element, inner);
      return;
    case 'math':
      target.notes.add('equation', target.label());
      walkChildren(element, target, inner);
      return;
    default:
      if (look.block) walkBlock(element, target, context, inner);
      else walkChildren(element, target, inner);
  }
}

function contextIn(element: HtmlElement, look: Look, context: Context): Context {
  const { tagName } = element;
  const inner = {
    ...context,
    depth: context.depth + 1,
    pre: context.pre || look.pre,
    marks: withMarks(context.marks, look.marks),
  };
  if (/^h[1-6]$/.test(tagName)) return { ...inner, heading: Number(tagName.charAt(1)) };
  if (/^(?:ol|ul|menu|dir)$/.test(tagName)) {
    return { ...inner, item: null, lists: [...context.lists, openList(element)] };
  }
  if (tagName === 'li') return { ...inner, item: itemOf(element, context.lists) };
  if (tagName === 'sup') return { ...inner, digits: superscript };
  if (tagName === 'sub') return { ...inner, digits: subscript };
  if (tagName === 'math') return { ...inner, formula: true };
  return inner;
}

function withMarks(around: readonly SpanMark[], own: readonly SpanMark[]): readonly SpanMark[] {
  const added = own.filter(({ kind }) => !around.some((mark) => mark.kind === kind));
  return added.length > 0 ? [...around, ...added] : around;
}

function itemOf(element: HtmlElement, lists: readonly OpenList[]): OpenItem {
  const list = lists.at(-1);
  const marker: ItemMarker = list ? nextMarker(list, element) : { kind: 'marker', text: '-' };
  return { depth: Math.max(0, lists.length - 1), marker };
}
