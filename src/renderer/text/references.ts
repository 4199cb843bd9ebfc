import type { Block, Label, ReportDocument, Table } from '../../shared/model/document';
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
  return document.blocks
    .filter((block) => block.kind === 'table')
    .map((table) => {
      const { title, label } = namesOf(document, table);
      return { table, title, label, mentions: label ? mentionsOf(document, label) : [] };
    });
}

/** The caption beside the table, else the annex or section that it stands in. */
function namesOf(document: ReportDocument, table: Table): { title: string; label: Label | null } {
  for (const neighbour of [document.blocks[table.index - 1], document.blocks[table.index + 1]]) {
    if (neighbour?.kind === 'caption' && neighbour.label.noun !== '图') {
      return { title: neighbour.prose.text, label: neighbour.label };
    }
  }
  const annex = annexAbove(document.blocks, table.index);
  const section = document.blocks[table.section];
  const heading = section?.kind === 'heading' ? section.prose.text : '';
  return { title: heading, label: annex };
}

function annexAbove(blocks: readonly Block[], from: number): Label | null {
  for (let index = from; index >= 0; index--) {
    const block = blocks[index];
    if (block?.kind === 'heading' && block.annex) return block.annex;
  }
  return null;
}

function mentionsOf(document: ReportDocument, label: Label): readonly Mention[] {
  const name = label.noun + label.number;
  const digitAfter = /^[\d一二三四五六七八九十-]/;
  const mentions: Mention[] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    const { text } = block.prose;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (label.number !== '' && digitAfter.test(text.slice(at + name.length))) continue;
      const range = rangeOf(
        sourceOffset(block.prose, at),
        sourceOffset(block.prose, at + name.length - 1) + 1,
      );
      const excerpt = text.slice(Math.max(0, at - EXCERPT_UNITS), at + name.length + EXCERPT_UNITS);
      mentions.push({ range, excerpt });
    }
  }
  return mentions;
}
