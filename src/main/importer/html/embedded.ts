import { attribute, type HtmlElement } from './tree';

/** What stands for something that is no text. */
export interface Placeholder {
  readonly code: 'image' | 'object';
  readonly text: string;
}

const OBJECTS = new Set(
  'svg canvas video audio object iframe embed applet frameset meter progress select'.split(' '),
);

/** Elements of which nothing is shown as text. */
export const LEFT_OUT = new Set(
  (
    'script style noscript template head title meta link base noembed noframes datalist colgroup col param source ' +
    'track area rp annotation annotation-xml'
  ).split(' '),
);

/** The placeholder of an element that shows something else than text; null for any other. */
export function placeholderOf(element: HtmlElement): Placeholder | null {
  const { tagName } = element;
  if (tagName === 'img' || (tagName === 'input' && attribute(element, 'type') === 'image')) {
    const alt = (attribute(element, 'alt') ?? '').replace(/\s+/g, ' ').trim();
    return { code: 'image', text: alt === '' ? '〔图片〕' : `〔图片：${alt}〕` };
  }
  if (OBJECTS.has(tagName) || (tagName === 'input' && showsValue(element))) {
    return { code: 'object', text: '〔嵌入对象〕' };
  }
  return null;
}

const showsValue = (input: HtmlElement): boolean =>
  (attribute(input, 'value') ?? '') !== '' &&
  !/^(?:hidden|checkbox|radio|password)$/i.test(attribute(input, 'type') ?? '');

/** True for an element that would be fetched from elsewhere. */
export const isExternal = (element: HtmlElement): boolean =>
  [attribute(element, 'src'), attribute(element, 'srcset'), attribute(element, 'data')].some(
    (address) => address !== null && /^\s*(?:(?:https?|ftp|file):|\/\/|\\\\)/i.test(address),
  );
