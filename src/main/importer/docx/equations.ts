import { subscript, superscript } from '../scripts';
import type { Span } from '../source-document';
import { child, childrenOf, isElement, type XmlElement } from '../xml';

const generated = (text: string): Span => ({ text, generated: true });
/** Between two parts of a formula, so that 10 and the 4 beside it are not 104. */
const GAP = generated(' ');

/**
 * A formula in one line: fractions with `/`, powers raised, roots and brackets written out. All signs are generated.
 * Gaps stand around every part, at the ends too; `withoutIdleGaps` takes out those that part nothing.
 */
export const equationSpans = (element: XmlElement): readonly Span[] =>
  partSpans(element).filter((span) => span.text !== '');

const isGap = (span: Span | undefined): boolean => span?.generated === true && span.text === GAP.text;

/** Leaves a gap only where it keeps two words or numbers apart. */
export const withoutIdleGaps = (spans: readonly Span[]): readonly Span[] =>
  spans.filter((span, at) => !isGap(span) || (isWord(spans, at, -1) && isWord(spans, at, 1)));

const WORD = /[A-Za-z0-9０-９⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉.,，]/;

function isWord(spans: readonly Span[], at: number, step: 1 | -1): boolean {
  // Of several gaps in a row the first one stays.
  if (step === -1 && isGap(spans[at - 1])) return false;
  let beside = at + step;
  while (isGap(spans[beside])) beside += step;
  const text = spans[beside]?.text ?? '';
  return WORD.test(step === 1 ? text.charAt(0) : text.charAt(text.length - 1));
}

function partSpans(element: XmlElement): readonly Span[] {
  const part = (name: string): readonly Span[] => {
    const found = child(element, name);
    return found ? partSpans(found) : [];
  };
  switch (element.name) {
    case 'm:r':
      return element.children.flatMap((node) =>
        isElement(node) && (node.name === 'm:t' || node.name === 'w:t')
          ? [{ text: node.children.filter((one) => !isElement(one)).join('') }]
          : [],
      );
    case 'm:f':
      return [GAP, ...bracketed(part('m:num')), generated('/'), ...bracketed(part('m:den')), GAP];
    case 'm:rad':
      return [GAP, ...raised(part('m:deg')), generated('√'), ...bracketed(part('m:e')), GAP];
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      return [GAP, ...part('m:e'), ...lowered(part('m:sub')), ...raised(part('m:sup')), GAP];
    case 'm:sPre':
      return [GAP, ...lowered(part('m:sub')), ...raised(part('m:sup')), ...part('m:e'), GAP];
    case 'm:nary':
      return [
        GAP,
        generated('∑'),
        ...lowered(part('m:sub')),
        ...raised(part('m:sup')),
        GAP,
        ...part('m:e'),
        GAP,
      ];
    case 'm:d':
      return [generated('('), ...separated(childrenOf(element, 'm:e'), ', '), generated(')')];
    case 'm:m':
      return [generated('['), ...separated(childrenOf(element, 'm:mr'), '; '), generated(']')];
    case 'm:mr':
    case 'm:eqArr':
      return separated(childrenOf(element, 'm:e'), ', ');
    default:
      return element.children.flatMap((node) => (isElement(node) ? inner(node) : []));
  }
}

/** Properties say nothing; every other part stands apart. */
function inner(element: XmlElement): readonly Span[] {
  if (/Pr$/.test(element.name)) return [];
  return element.name === 'm:r' ? partSpans(element) : [GAP, ...partSpans(element), GAP];
}

const separated = (parts: readonly XmlElement[], sign: string): readonly Span[] =>
  parts.flatMap((one, at) => [...(at > 0 ? [generated(sign)] : []), ...partSpans(one)]);

const textOf = (spans: readonly Span[]): string => spans.map((span) => span.text).join('');

const bracketed = (spans: readonly Span[]): readonly Span[] =>
  /[+\-−±=×÷/ ]/.test(textOf(spans).trim()) ? [generated('('), ...spans, generated(')')] : spans;

/** Digits as raised ones; what cannot be raised behind `^`. */
const raised = (spans: readonly Span[]): readonly Span[] => scripted(spans, superscript, '^');
const lowered = (spans: readonly Span[]): readonly Span[] => scripted(spans, subscript, '_');

function scripted(spans: readonly Span[], shape: (text: string) => string, sign: string): readonly Span[] {
  const shaped = spans.map((span) => (span.generated ? span : { ...span, text: shape(span.text) }));
  const text = textOf(spans);
  return text === '' || /^\d+$/.test(text) ? shaped : [generated(`${sign}(`), ...shaped, generated(')')];
}
