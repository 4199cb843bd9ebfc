import { subscript, superscript } from '../scripts';
import type { Span } from '../source-document';
import { child, isElement, type XmlElement } from '../xml';

const generated = (text: string): Span => ({ text, generated: true });

/** A formula in one line: a fraction with `/`, roots and brackets written out. What is not in the source is generated. */
export function equationSpans(element: XmlElement): readonly Span[] {
  const inner = (name: string): readonly Span[] => {
    const part = child(element, name);
    return part ? equationSpans(part) : [];
  };
  switch (element.name) {
    case 'm:r':
      return element.children.flatMap((node) =>
        isElement(node) && (node.name === 'm:t' || node.name === 'w:t')
          ? [{ text: node.children.filter((one) => !isElement(one)).join('') }]
          : [],
      );
    case 'm:f':
      return [...bracketed(inner('m:num')), generated('/'), ...bracketed(inner('m:den'))];
    case 'm:sSup':
      return [...inner('m:e'), ...inner('m:sup').map((span) => ({ ...span, text: superscript(span.text) }))];
    case 'm:sSub':
      return [...inner('m:e'), ...inner('m:sub').map((span) => ({ ...span, text: subscript(span.text) }))];
    case 'm:rad':
      return [generated('√'), ...bracketed(inner('m:e'))];
    case 'm:d':
      return [generated('('), ...children(element), generated(')')];
    default:
      return children(element);
  }
}

const children = (element: XmlElement): readonly Span[] =>
  element.children.flatMap((node) => (isElement(node) && !/Pr$/.test(node.name) ? equationSpans(node) : []));

const bracketed = (spans: readonly Span[]): readonly Span[] =>
  spans.map((span) => span.text).join('').length > 1 &&
  /[+\-−±=]/.test(spans.map((span) => span.text).join(''))
    ? [generated('('), ...spans, generated(')')]
    : spans;
