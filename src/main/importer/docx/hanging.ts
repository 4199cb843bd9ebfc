import type { SourceBlock, Span } from '../source-document';
import { readBlocks } from './blocks';
import type { Hanging } from './inlines';
import { countNote, type Place, type Reading } from './reading';

/** Reads a text box or a note, when the block that it hangs on is done. */
export function readHanging(reading: Reading, hanging: Hanging, blocks: SourceBlock[]): void {
  if (hanging.kind === 'box') {
    readBlocks(reading, hanging.holder.children, boxPlace(++reading.textBoxes), blocks);
    return;
  }
  const { holder, kind, number, sign } = hanging;
  countNote(reading, holder);
  const label = `${kind === 'footnote' ? '脚注' : '尾注'}${number}`;
  const place: Place = { kind: 'note', label: () => label, shown: () => {}, marks: [] };
  const note: SourceBlock[] = [];
  const wasInNote = reading.isInNote;
  reading.isInNote = true;
  readBlocks(reading, holder.children, place, note);
  reading.isInNote = wasInNote;
  const lead: Span = { text: `${kind === 'footnote' ? '注' : '尾注'}${sign}：`, generated: true };
  for (const block of withLead(note, lead, label)) blocks.push(block);
}

function boxPlace(box: number): Place {
  let paragraphs = 0;
  return {
    kind: 'box',
    label: () => `文本框${box}第${paragraphs + 1}段`,
    shown: () => {
      paragraphs++;
    },
    marks: [],
  };
}

/** A note's sign stands before its first words; a note that begins with a table has a line of its own for it. */
function withLead(note: readonly SourceBlock[], lead: Span, label: string): readonly SourceBlock[] {
  const [first, ...rest] = note;
  if (!first || !('spans' in first)) return [{ kind: 'paragraph', label, spans: [lead] }, ...note];
  const marker: readonly Span[] =
    first.kind === 'item' && first.marker !== '-' ? [{ text: `${first.marker} `, generated: true }] : [];
  const spans = [lead, ...marker, ...withoutIndent(first.spans)];
  return [{ kind: 'paragraph', label: first.label, spans }, ...rest];
}

/** Word sets a tab or a space between a note's own sign, which is not read, and its words. */
function withoutIndent(spans: readonly Span[]): readonly Span[] {
  const at = spans.findIndex((span) => span.text.trim() !== '');
  return spans
    .slice(Math.max(0, at))
    .map((span, index) => (index === 0 ? { ...span, text: span.text.trimStart() } : span));
}
