import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type ParserOptions, parse } from 'parse5';
import { BOUNDS, ImportError } from '../bounds';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const TOO_DEEP = '网页里的元素嵌套过深，可能是恶意文件，已停止读取';
export const TOO_LARGE = '网页内容过多，超出可处理的范围，已停止读取';

/** A broken page makes the parser repeat open `<b>` and `<font>` in each paragraph; bombs live on that. */
const ELEMENTS_PER_TAG = 20;
const ELEMENTS_OF_NOTHING = 1000;

/**
 * The `<body>` of a page; null without one. Throws `ImportError`: `too-deep`, `too-large`, while parsing, because
 * the parser itself takes time in proportion to the depth at each tag.
 */
export function bodyOf(source: string): HtmlElement | null {
  const document = parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(
    source,
    guarded(elementLimit(source)),
  );
  const html = document.childNodes.find((node) => node.nodeName === 'html');
  const body = html && isElement(html) ? html.childNodes.find((node) => node.nodeName === 'body') : undefined;
  return body && isElement(body) ? body : null;
}

function elementLimit(source: string): number {
  let tags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) tags++;
  return Math.min(BOUNDS.elements, ELEMENTS_OF_NOTHING + tags * ELEMENTS_PER_TAG);
}

function guarded(limit: number): ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0;
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > limit) throw new ImportError('too-large', TOO_LARGE);
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    onItemPush() {
      if (++depth > BOUNDS.depth) throw new ImportError('too-deep', TOO_DEEP);
    },
    onItemPop() {
      depth--;
    },
  };
  return { treeAdapter };
}

export const isElement = (node: HtmlNode | HtmlElement): node is HtmlElement => 'tagName' in node;

export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

/** An attribute's value; null when it is not there. */
export const attribute = (element: HtmlElement, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null;

/** True when an element holds a character that shows. */
export function holdsText(element: HtmlElement): boolean {
  const open: HtmlNode[] = [...element.childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node) && /\S/.test(node.value)) return true;
    if (isElement(node)) for (const child of node.childNodes) open.push(child);
  }
  return false;
}
