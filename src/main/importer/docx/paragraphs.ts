import { guessHeading } from '../headings';
import type { SourceBlock, Span } from '../source-document';
import { child, type XmlElement } from '../xml';
import { withoutIdleGaps } from './equations';
import { type Hanging, type InlineTarget, readInlines } from './inlines';
import { whoAndWhen, withMark } from './marks';
import type { ListNumber } from './numbering';
import type { Pending, Place, Reading } from './reading';
import { flag, outlineLevel, type ParagraphStyle, val } from './styles';

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
  hang: (later: Pending, hanging: Hanging) => void,
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
    style,
    shows: false,
    pageBreakBefore: flag(child(properties, 'w:pageBreakBefore')) ?? false,
    pageBreakAfter: false,
    size: 0,
    hang: (hanging) => hang(later, hanging),
  };
  readInlines(target, element.children, place.marks);
  const spans = withoutIdleGaps(changedForm(target, properties));
  const isEmpty = spans.every((span) => span.text.trim() === '');
  const text = spans.map((span) => (span.generated ? '' : span.text)).join('');
  const isGone = isEmpty && isMarkGone(child(properties, 'w:rPr'));
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
    pageBreakBefore: target.pageBreakBefore,
    pageBreakAfter: target.pageBreakAfter,
    isEmpty,
  };
}

/** Whether the paragraph's own mark is deleted, moved away or hidden: then Word shows no number either. */
const isMarkGone = (mark: XmlElement | undefined): boolean =>
  child(mark, 'w:del') !== undefined ||
  child(mark, 'w:moveFrom') !== undefined ||
  (flag(child(mark, 'w:vanish')) ?? false);

function changedForm(
  { spans, reading, label }: InlineTarget,
  properties: XmlElement | undefined,
): readonly Span[] {
  const changed = child(properties, 'w:pPrChange');
  if (!changed) return spans;
  reading.notes.add('tracked', label);
  const mark = { kind: 'formatted', detail: whoAndWhen(changed) } as const;
  return spans.map((span) => ({ ...span, marks: withMark(span.marks ?? [], mark) }));
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
  const stated = val(child(own, 'w:ilvl')) ?? style.numbering?.level;
  const linked = (holder: string | undefined) => reading.numbering.levelOfStyle(id, holder);
  const level =
    val(child(own, 'w:ilvl')) === undefined
      ? (linked(styleId ?? reading.styles.defaultParagraph) ?? linked(style.numbering?.style))
      : null;
  return reading.numbering.next(id, level ?? Number(stated ?? 0));
}

function headingOf(
  target: InlineTarget,
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  number: ListNumber | null,
  text: string,
): ReadParagraph['heading'] {
  const { reading } = target;
  if (style.role === 'contents') return null;
  if (style.role === 'title') return 1;
  const stated = val(child(properties, 'w:outlineLvl'));
  const outline = stated === undefined ? style.outline : outlineLevel(stated);
  if (outline !== null) return Math.min(6, outline + 2) as 2 | 3 | 4 | 5 | 6;
  const centred =
    val(child(properties, 'w:jc')) === 'center' || (style.centred && !child(properties, 'w:jc'));
  if (!reading.hasHeading && centred && target.size >= TITLE_SIZE && text.trim().length <= 80) return 1;
  if (style.role === 'continuation') return null;
  const guessed = guessHeading(`${number?.text ?? ''}${text}`);
  // An automatic 1. or (1) without an outline level is a list far more often than a heading.
  return number && (number.bullet || (guessed ?? 0) > 3) ? null : guessed;
}

const NUMERAL = '0-9A-Za-z０-９〇零一二三四五六七八九十百千万亿';
const NUMERAL_END = new RegExp(`[${NUMERAL}.．,，]$`);
const NUMERAL_START = new RegExp(`^[${NUMERAL}.．,，]`);

/**
 * `1.` and `1.1` get a space before words; what ends in a mark of its own, as `一、`, gets none. A number never runs into
 * a figure behind it: 1. and 5亿元 must not become 1.5亿元, even where Word sets nothing between them.
 */
export function numberSpan({ text, spaced }: ListNumber, behind: readonly Span[]): Span | null {
  if (text === '') return null;
  const next = behind.find((span) => span.text !== '')?.text ?? '';
  const joins = NUMERAL_END.test(text) && NUMERAL_START.test(next);
  const glued = next === '' || (!joins && (!spaced || /[、）】》〉．：]$/.test(text)));
  return { text: glued ? text : `${text} `, generated: true };
}

/** Marks that stand where nothing is shown, as those of a paragraph that was deleted as a whole. */
export const marksOnly = (spans: readonly Span[]): readonly Span[] =>
  spans.filter((span) => span.text === '' && span.marks !== undefined);

/** A paragraph as a block of the source; null when it shows nothing. */
export function paragraphBlock(paragraph: ReadParagraph): SourceBlock | null {
  const { spans, number, heading, label, isEmpty } = paragraph;
  if (isEmpty) return null;
  const lead = number ? numberSpan(number, spans) : null;
  const numbered = lead ? [lead, ...spans] : spans;
  if (heading !== null) return { kind: 'heading', level: heading, spans: numbered, label };
  if (number?.bullet) return { kind: 'item', marker: '-', depth: number.level, spans, label };
  if (number && /^\d{1,9}\.$/.test(number.text)) {
    return { kind: 'item', marker: number.text, depth: number.level, spans, label };
  }
  return { kind: 'paragraph', spans: numbered, label };
}
