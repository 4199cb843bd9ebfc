import type { Block, Caption, Label, Prose, ReportDocument, Table } from '../../shared/model/document';
import { type Range, rangeOf } from '../../shared/model/range';
import { sourceOffset } from './prose-map';

/** A table with what names it and where the text speaks of it. */
export interface TableEntry {
  readonly table: Table;
  readonly title: string;
  readonly label: Label | null;
  readonly mentions: readonly Mention[];
}

export interface Mention {
  readonly range: Range;
  /** The mention with some text on both sides. */
  readonly excerpt: string;
}

const EXCERPT_UNITS = 28;

/** All tables in the order of the text, each with its title and the places that refer to it. */
export function tablesOf(document: ReportDocument): readonly TableEntry[] {
  const named = namesOf(document);
  const mentions = mentionsOf(
    document,
    named.map(({ label }) => label).filter((label) => label !== null),
  );
  return named.map(({ table, title, label }) => ({
    table,
    title,
    label,
    mentions: (label && mentions.get(nameOf(label))) ?? [],
  }));
}

const nameOf = ({ noun, number }: Label): string => noun + number;

/** The caption beside a table, else the annex or section that it stands in. */
function namesOf({ blocks }: ReportDocument): readonly Omit<TableEntry, 'mentions'>[] {
  let annex: Label | null = null;
  const named: Omit<TableEntry, 'mentions'>[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.annex) annex = block.annex;
    if (block.kind !== 'table') continue;
    const caption = [blocks[block.index - 1], blocks[block.index + 1]].find(isTableCaption);
    const section = blocks[block.section];
    const heading = section?.kind === 'heading' ? section.prose.text : '';
    named.push({
      table: block,
      title: caption ? caption.prose.text : heading,
      label: caption ? caption.label : annex,
    });
  }
  return named;
}

const isTableCaption = (block: Block | undefined): block is Caption =>
  block?.kind === 'caption' && block.label.noun !== '图';

const DIGIT = /^[\d一二三四五六七八九十-]/;

/** Where the text speaks of each of the labels, by name: the text is gone through once, however many tables there are. */
function mentionsOf(
  { blocks }: ReportDocument,
  labels: readonly Label[],
): ReadonlyMap<string, readonly Mention[]> {
  const found = new Map<string, Mention[]>(labels.map((label) => [nameOf(label), []]));
  const lengths = new Map<string, Set<number>>();
  for (const { noun, number } of labels)
    lengths.set(noun, (lengths.get(noun) ?? new Set()).add(number.length));
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    const { text } = block.prose;
    for (const [noun, sizes] of lengths)
      for (let at = text.indexOf(noun); at >= 0; at = text.indexOf(noun, at + noun.length))
        for (const size of sizes) {
          const name = text.slice(at, at + noun.length + size);
          const known = name.length === noun.length + size ? found.get(name) : undefined;
          if (!known || (size > 0 && DIGIT.test(text.slice(at + name.length, at + name.length + 1))))
            continue;
          known.push(mentionAt(block.prose, at, name.length));
        }
  }
  return found;
}

function mentionAt(prose: Prose, at: number, length: number): Mention {
  const range = rangeOf(sourceOffset(prose, at), sourceOffset(prose, at + length - 1) + 1);
  const excerpt = prose.text.slice(Math.max(0, at - EXCERPT_UNITS), at + length + EXCERPT_UNITS);
  return { range, excerpt };
}
