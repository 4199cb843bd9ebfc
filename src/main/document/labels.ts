import { remembered } from '../../shared/memo';
import type { Block, HeadingNumber, Label, Prose, ReportDocument } from '../../shared/model/document';
import { ordinalValue } from './numerals';
import { sourceRange } from './prose';

const HAN = '[〇零一二三四五六七八九十百]+';

const SCHEMES: readonly (readonly [HeadingNumber['scheme'], RegExp])[] = [
  ['chapter', new RegExp(`^第\\s?(${HAN}|\\d{1,3})\\s?[章节部编篇](?:分)?`)],
  ['han-comma', new RegExp(`^(${HAN})[、．.,，]`)],
  ['han-paren', new RegExp(`^[（(]\\s?(${HAN})\\s?[）)]`)],
  ['arabic-paren', /^[（(]\s?(\d{1,3})\s?[）)]/],
  // `1.1`, `2.3.1`; but no figure with its unit, as in `3.5亿元…`.
  ['decimal', /^\d{1,3}(?:[.．]\d{1,3})*[.．](\d{1,3})(?![\d.．%％‰万亿元个家倍])[、.．]?/],
  ['arabic-dot', /^(\d{1,3})[.．、](?!\d)/],
  // `6 校验规则` over 6.1 in a standard (GB/T 1.1-2020 §8.3).
  ['decimal', /^(\d{1,2})[ \u3000]+(?=[\p{Script=Han}]{2})/u],
];

/** The number a heading's text begins with, or null. A decimal number's value is its last part. */
export function headingNumber(text: string): HeadingNumber | null {
  for (const [scheme, pattern] of SCHEMES) {
    const match = pattern.exec(text);
    const value = ordinalValue(match?.[1] ?? '');
    if (match && value !== null) return { raw: match[0], scheme, value };
  }
  return null;
}

const ARABIC = '\\d{1,3}(?:[-－–.．]\\d{1,3})*';
const ANNEX = new RegExp(
  `^[【（(\\[]?(附件|附录|附表|附图)(?:\\s*(${ARABIC}|[A-Za-z](?![A-Za-z]))|\\s*(${HAN})(?=$|[\\s:：.．、—】）)\\]])|(?=$|[\\s:：】）)\\]]))`,
);

/** The label of an annex that `prose` opens: `附件1：…`, `附录二 …`, `附件` alone. */
export function annexLabel(prose: Prose): Label | null {
  const match = ANNEX.exec(prose.text);
  return match ? labelOf(prose, match, match[1] ?? '', match[2] ?? match[3] ?? '') : null;
}

function labelOf(prose: Prose, match: RegExpExecArray, noun: string, number: string): Label {
  const from = prose.text.indexOf(noun, match.index);
  const to =
    number === '' ? from + noun.length : prose.text.indexOf(number, from + noun.length) + number.length;
  return { noun: noun as Label['noun'], number, range: sourceRange(prose, from, to) };
}

const CAPTION_LENGTH = 60;
const CAPTION = new RegExp(`^(图|表)\\s*(?:(${ARABIC})|(${HAN})(?=$|[\\s:：.．、]))(.*)$`);
/** What follows the number in a sentence about a figure, not in its caption. */
const SENTENCE =
  /^(?:[，,；;。）)]|[、和与及至或]\s?[图表\d]|显示|所示|所列|列示|中(?!国|央|心|小|高|低|间|标|长|外|银|信)|为|是|的|反映|可见|可知|说明|给出|展示了|汇总了|统计了)/;

/** The label of a paragraph that is nothing but a caption: `图1 …`, `表2：…`; null for `表1显示…。`. */
export function captionLabel(prose: Prose): Label | null {
  const { text } = prose;
  if (text.length > CAPTION_LENGTH || /[。\n]|[；;，,]$|如下[：:]$/.test(text)) return null;
  const match = CAPTION.exec(text);
  if (!match || SENTENCE.test(match[4] ?? '')) return null;
  return labelOf(prose, match, match[1] ?? '', match[2] ?? match[3] ?? '');
}

/** An annex: the block that opens it and everything up to the next heading of its level or the next annex. */
export interface Annex {
  readonly label: Label;
  /** Index of the heading, or of the paragraph that stands as one. */
  readonly index: number;
  /** The blocks after the opening one. */
  readonly blocks: readonly Block[];
}

/** All annexes of a report in order. */
export const annexes = remembered(({ blocks }: ReportDocument): readonly Annex[] => {
  const openers = annexOpeners(blocks);
  return openers.map(({ label, index }, at) => {
    const next = openers[at + 1]?.index ?? blocks.length;
    return { label, index, blocks: blocks.slice(index + 1, annexEnd(blocks, index, next)) };
  });
});

function annexOpeners(blocks: readonly Block[]): readonly { label: Label; index: number }[] {
  const closing = blocks.findLastIndex((block) => block.kind === 'paragraph' && block.role === 'date');
  return blocks.flatMap((block, index) => {
    const label = block.kind === 'heading' ? block.annex : paragraphAnnex(blocks, index, closing);
    return label ? [{ label, index }] : [];
  });
}

/** A paragraph opens an annex when it stands alone behind the closing date, a divider or a page break. */
function paragraphAnnex(blocks: readonly Block[], index: number, closing: number): Label | null {
  const block = blocks[index];
  if (block?.kind !== 'paragraph' || block.role !== 'body') return null;
  const { text } = block.prose;
  if (text.length > CAPTION_LENGTH || /[。；;，,\n]/.test(text)) return null;
  const before = blocks[index - 1]?.kind;
  const apart = before === 'page-break' || before === 'divider' || (closing >= 0 && index > closing);
  return apart ? annexLabel(block.prose) : null;
}

function annexEnd(blocks: readonly Block[], index: number, limit: number): number {
  const opener = blocks[index];
  if (opener?.kind !== 'heading') return limit;
  // `附件1` alone is followed by the annex's own title, often as a heading of the same level.
  const titled = opener.prose.text.length > (opener.annex?.number.length ?? 0) + 3;
  for (let at = titled ? index + 1 : index + 2; at < limit; at++) {
    const block = blocks[at];
    if (block?.kind === 'heading' && block.level <= opener.level) return at;
  }
  return limit;
}
