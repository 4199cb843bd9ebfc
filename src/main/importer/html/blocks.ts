import type { SourceBlock, SourceHeading, Span } from '../source-document';
import { flowingText } from './flowing-text';
import { type Notes, newNotes } from './notes';
import { readTable } from './tables';
import type { Context, Target } from './walk';

/** A page while it is read. */
export interface Reading {
  readonly blocks: SourceBlock[];
  readonly notes: Notes;
  paragraphs: number;
  tables: number;
  cells: number;
  /** Tables that the place being read stands in. */
  tableDepth: number;
}

export const newReading = (): Reading => ({
  blocks: [],
  notes: newNotes(),
  paragraphs: 0,
  tables: 0,
  cells: 0,
  tableDepth: 0,
});

/** Paragraphs become blocks of their own, behind those that `blocks` holds. */
export function topTarget(reading: Reading, blocks: SourceBlock[]): Target {
  const target: Target = {
    text: flowingText(),
    notes: reading.notes,
    label: () => `第${reading.paragraphs + 1}段`,
    paragraph(spans, context) {
      blocks.push(blockOf(spans, context, target.label()));
      reading.paragraphs++;
    },
    table(table, context) {
      for (const block of readTable(reading, table, target, context)) blocks.push(block);
    },
    pageBreak() {
      blocks.push({ kind: 'page-break' });
    },
  };
  return target;
}

function blockOf(spans: readonly Span[], { heading, item }: Context, label: string): SourceBlock {
  const marker = item?.marker ?? null;
  if (item) item.marker = null;
  if (heading > 0) return { kind: 'heading', level: heading as SourceHeading['level'], label, spans };
  if (item && marker?.kind === 'marker') {
    return { kind: 'item', marker: marker.text, depth: item.depth, label, spans };
  }
  if (marker?.kind !== 'words') return { kind: 'paragraph', label, spans };
  return { kind: 'paragraph', label, spans: [{ text: marker.text, generated: true }, ...spans] };
}
