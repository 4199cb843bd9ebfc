import { guessHeading } from '../headings';
import type { SourceBlock, SourceDocument, SourceHeading, Span } from '../source-document';
import { newReading, topTarget } from './blocks';
import { bodyOf } from './tree';
import { TOP, walkBlock } from './walk';

/**
 * Reads a web page as a browser would show it without style sheets, scripts and network. Labels: `第3段`, `表2`,
 * `表2第1行第4格`. Throws `ImportError`: `too-deep`, `too-large`.
 */
export function readHtml(source: string): SourceDocument {
  const body = bodyOf(source);
  const reading = newReading();
  if (body) walkBlock(body, topTarget(reading, reading.blocks), TOP, TOP);
  return { blocks: withLevels(reading.blocks), notes: reading.notes.list() };
}

const isHeading = (block: SourceBlock): block is SourceHeading => block.kind === 'heading';

/** One `<h1>` before all other headings is the report's title; otherwise titles count from 一、. */
function withLevels(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const headings = blocks.filter(isHeading);
  if (headings.length === 0) return blocks.map(guessed);
  const titled = headings[0]?.level === 1 && headings.filter(({ level }) => level === 1).length === 1;
  if (titled) return blocks;
  return blocks.map((block) =>
    isHeading(block) ? { ...block, level: Math.min(6, block.level + 1) as SourceHeading['level'] } : block,
  );
}

function guessed(block: SourceBlock): SourceBlock {
  if (block.kind !== 'paragraph') return block;
  const level = guessHeading(textOf(block.spans));
  return level ? { kind: 'heading', level, label: block.label, spans: block.spans } : block;
}

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
