import { subscript, superscript } from '../scripts';
import type { Span } from '../source-document';
import { child, childrenOf, isElement, type XmlElement } from '../xml';
import { branchOf } from './branches';

const generated = (text: string): Span => ({ text, generated: true });
/** Between two parts of a formula, so that 10 and the 4 beside it are not 104. */
const GAP = generated(' ');

/**
 * A formula in one line: fractions with `/`, powers raised, roots and brackets written out. All signs are generated.
 * Gaps stand around parts that are not in the line, at the ends too; `withoutIdleGaps` takes out those that part nothing.
 */
export const equationSpans = (element: XmlElement): readonly Span[] =>
  partSpans(element).filter((span) => span.text !== '');

const isGap = (span: Span | undefined): boolean => span?.generated === true && span.text === GAP.text;

const WORD_END = /[A-Za-z0-9０-９⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉.,，]$/;
const WORD_START = /^[A-Za-z0-9０-９⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉.,，]/;

/** Leaves a gap only where it keeps two words or numbers apart; of several in a row the first. */
export function withoutIdleGaps(spans: readonly Span[]): readonly Span[] {
  if (!spans.some(isGap)) return spans;
  const kept: Span[] = [];
  let gap: Span | null = null;
  let before = '';
  // Spans without text stand behind a gap until it is known whether it stays.
  let held: Span[] = [];
  for (const span of spans) {
    if (isGap(span)) gap ??= span;
    else if (span.text === '') held.push(span);
    else {
      if (gap && WORD_END.test(before) && WORD_START.test(span.text)) kept.push(gap);
      for (const one of held) kept.push(one);
      kept.push(span);
      before = span.text.slice(-1);
      gap = null;
      held = [];
    }
  }
  for (const one of held) kept.push(one);
  return kept;
}

function partSpans(element: XmlElement): readonly Span[] {
  const part = (name: string): readonly Span[] => {
    const found = child(element, name);
    return found ? partSpans(found) : [];
  };
  switch (element.name) {
    case 'm:r':
      return element.children.flatMap((node) => (isElement(node) ? runSpans(node) : []));
    case 'm:f':
      return [GAP, ...bracketed(part('m:num')), generated('/'), ...bracketed(part('m:den')), GAP];
    case 'm:rad':
      return [GAP, ...rootDegree(part('m:deg')), generated('√'), ...bracketed(part('m:e')), GAP];
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      return [...part('m:e'), ...lowered(part('m:sub')), ...raised(part('m:sup')), GAP];
    case 'm:sPre':
      return [GAP, ...lowered(part('m:sub')), ...raised(part('m:sup')), GAP, ...part('m:e')];
    case 'm:nary':
      return [
        GAP,
        generated(signOf(child(element, 'm:naryPr'), 'm:chr', '∫')),
        ...lowered(part('m:sub')),
        ...raised(part('m:sup')),
        GAP,
        ...part('m:e'),
      ];
    case 'm:d':
      return delimited(element);
    case 'm:m':
      return [generated('['), ...separated(childrenOf(element, 'm:mr'), '; '), generated(']')];
    case 'm:mr':
    case 'm:eqArr':
      return [GAP, ...separated(childrenOf(element, 'm:e'), ', '), GAP];
    default:
      return nodesOf(element).flatMap(inner);
  }
}

const nodesOf = (element: XmlElement): readonly XmlElement[] =>
  element.name === 'mc:AlternateContent' ? branchOf(element).filter(isElement) : childrenOf(element);

/** What a run shows; other elements in it say how. */
function runSpans(part: XmlElement): readonly Span[] {
  if (part.name === 'm:t' || part.name === 'w:t')
    return [{ text: part.children.filter((node) => !isElement(node)).join('') }];
  if (part.name === 'w:br' || part.name === 'w:cr') return [{ text: '\n' }];
  return part.name === 'w:tab' ? [{ text: '\t' }] : [];
}

/** Parts that stand above, below or beside the line, and not in it. */
const APART = /^m:(?:lim|fName)$/;

/** Properties say nothing, and deleted parts are gone. */
function inner(element: XmlElement): readonly Span[] {
  if (/Pr$/.test(element.name) || element.name === 'w:del' || element.name === 'w:moveFrom') return [];
  return APART.test(element.name) ? [GAP, ...partSpans(element), GAP] : partSpans(element);
}

/** A sign that a formula's properties name, or the one that Word takes then. */
const signOf = (properties: XmlElement | undefined, name: string, standard: string): string =>
  (child(properties, name)?.attributes['m:val'] ?? standard).slice(0, 2);

function delimited(element: XmlElement): readonly Span[] {
  const properties = child(element, 'm:dPr');
  return [
    GAP,
    generated(signOf(properties, 'm:begChr', '(')),
    ...separated(childrenOf(element, 'm:e'), ', '),
    generated(signOf(properties, 'm:endChr', ')')),
    GAP,
  ];
}

/** 3次√27: in front of the sign, a bare 3 would multiply it. */
const rootDegree = (spans: readonly Span[]): readonly Span[] =>
  textOf(spans).trim() === '' ? [] : [...spans, generated('次')];

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
