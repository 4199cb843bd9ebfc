import { guessHeading } from '../headings';
import type { SourceBlock, Span } from '../source-document';
import { child, type XmlElement } from '../xml';
import { withoutIdleGaps } from './equations';
import { type InlineTarget, readInlines } from './inlines';
import type { ListNumber } from './numbering';
import type { Pending, Place, Reading } from './reading';
import { flag, type ParagraphStyle, val } from './styles';

/** Half points from which a centred first line is the report's title: 小二 and larger. */
const TITLE_SIZE = 36;

export interface ReadParagraph {
  /** Without the automatic number. */
  readonly spans: readonly Span[];
  readonly number: ListNumber | null;
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly label: string;
  readonly later: Pending;
  readonly pageBreakBefore: boolean;
  readonly pageBreakAfter: boolean;
  readonly isEmpty: boolean;
}

/** Reads one `w:p`. An empty paragraph of a list counts, as Word numbers it; a deleted one does not. */
export function readParagraph(
  reading: Reading,
  element: XmlElement,
  place: Place,
  blocks: (later: Pending) => InlineTarget['blocks'],
): ReadParagraph {
  const properties = child(element, 'w:pPr');
  const styleId = val(child(properties, 'w:pStyle'));
  const style = reading.styles.paragraph(styleId);
  const later: Pending = [];
  const label = place.label();
  const target: InlineTarget = {
    reading,
    place,
    label,
    spans: [],
    later,
    style,
    pageBreak: false,
    size: 0,
    blocks: blocks(later),
  };
  readInlines(target, element.children);
  const spans = withoutIdleGaps(changedForm(target, properties));
  const isEmpty = spans.every((span) => span.text.trim() === '');
  const text = spans.map((span) => (span.generated ? '' : span.text)).join('');
  const isGone = isEmpty && (spans.length > 0 || child(child(properties, 'w:rPr'), 'w:del') !== undefined);
  const number = isGone ? null : numberOf(reading, properties, style, styleId);
  const heading =
    isEmpty || place.kind !== 'body' ? null : headingOf(target, properties, style, number, text);
  if (heading !== null) reading.hasHeading = true;
  return {
    spans,
    number,
    heading,
    label,
    later,
    pageBreakBefore: flag(child(properties, 'w:pageBreakBefore')) ?? false,
    pageBreakAfter: target.pageBreak,
    isEmpty,
  };
}

function changedForm(
  { spans, reading, label }: InlineTarget,
  properties: XmlElement | undefined,
): readonly Span[] {
  const changed = child(properties, 'w:pPrChange');
  if (!changed) return spans;
  reading.notes.add('tracked', label);
  const mark = { kind: 'formatted', detail: changed.attributes['w:author'] ?? '' } as const;
  return spans.map((span) => ({ ...span, marks: [...(span.marks ?? []), mark] }));
}

function numberOf(
  reading: Reading,
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  styleId: string | undefined,
): ListNumber | null {
  const own = child(properties, 'w:numPr');
  const id = val(child(own, 'w:numId')) ?? style.numbering?.id;
  if (id === undefined || id === '0') return null;
  const stated = val(child(own, 'w:ilvl'));
  const level =
    stated !== undefined
      ? Number(stated)
      : (reading.numbering.levelOfStyle(id, styleId ?? reading.styles.defaultParagraph) ??
        style.numbering?.level ??
        0);
  return reading.numbering.next(id, level);
}

function headingOf(
  target: InlineTarget,
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  number: ListNumber | null,
  text: string,
): ReadParagraph['heading'] {
  const { reading } = target;
  if (/^(?:toc|目录)\s*(?:\d|heading|标题)?/.test(style.name)) return null;
  if (style.name === 'title' || style.name === '标题') return 1;
  const stated = val(child(properties, 'w:outlineLvl'));
  const outline = stated !== undefined ? (Number(stated) < 9 ? Number(stated) : null) : style.outline;
  if (outline !== null) return Math.min(6, outline + 2) as 2 | 3 | 4 | 5 | 6;
  const centred =
    val(child(properties, 'w:jc')) === 'center' || (style.centred && !child(properties, 'w:jc'));
  if (!reading.hasHeading && centred && target.size >= TITLE_SIZE && text.trim().length <= 80) return 1;
  const guessed = guessHeading(`${number?.text ?? ''}${text}`);
  // An automatic 1. or (1) without an outline level is a list far more often than a heading.
  return number && (number.bullet || (guessed ?? 0) > 3) ? null : guessed;
}

/** `1.` and `1.1` get a space before words; what ends in a mark of its own, as `一、`, gets none. */
export function numberSpan({ text, spaced }: ListNumber): Span | null {
  if (text === '') return null;
  const glued = !spaced || /[、）】》〉．：]$/.test(text);
  return { text: glued ? text : `${text} `, generated: true };
}

/** A paragraph as a block of the source; null when it shows nothing. */
export function paragraphBlock(paragraph: ReadParagraph): SourceBlock | null {
  const { spans, number, heading, label, isEmpty } = paragraph;
  if (isEmpty) return null;
  const lead = number ? numberSpan(number) : null;
  const numbered = lead ? [lead, ...spans] : spans;
  if (heading !== null) return { kind: 'heading', level: heading, spans: numbered, label };
  if (number?.bullet) return { kind: 'item', marker: '-', depth: number.level, spans, label };
  if (number && /^\d{1,9}\.$/.test(number.text)) {
    return { kind: 'item', marker: number.text, depth: number.level, spans, label };
  }
  return { kind: 'paragraph', spans: numbered, label };
}
