import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { BOUNDS } from '../../bounds';
import { tooDeep, tooLarge } from '../limits';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'attrs' in node;

export const isNamed = (node: Node, names: ReadonlySet<string>): node is Element =>
  isElement(node) && names.has(node.tagName);

/** The children of a page's body. Throws `ImportError`: `too-deep`, `too-large`, before the tree is that deep or large. */
export function bodyNodes(source: string): readonly Node[] {
  let open = 0;
  let made = 0;
  const page = parse<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, space, attributes) {
        if (++made > BOUNDS.elements) throw tooLarge();
        return defaultTreeAdapter.createElement(name, space, attributes);
      },
      onItemPush() {
        if (++open > BOUNDS.depth) throw tooDeep();
      },
      onItemPop: () => void open--,
    },
  });
  const [html] = page.childNodes.filter(isElement);
  return html?.childNodes.filter(isElement).find((element) => element.tagName === 'body')?.childNodes ?? [];
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The value of a property in an element's own style, in small letters. */
export function styleOf(element: Element, property: string): string {
  const style = attributeOf(element, 'style')?.toLowerCase() ?? '';
  let value = '';
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.slice(0, Math.max(0, colon)).trim() === property)
      value = declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim();
  }
  return value;
}

/** Not there at all: takes no place in a table either. */
export const isGone = (element: Element): boolean =>
  attributeOf(element, 'hidden') !== undefined ||
  styleOf(element, 'display') === 'none' ||
  styleOf(element, 'mso-hide') === 'all';

/** There, but not to be seen. */
export const isBlank = (element: Element): boolean =>
  /^(?:hidden|collapse)$/.test(styleOf(element, 'visibility'));
