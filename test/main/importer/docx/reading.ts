import { expect } from 'vitest';
import { censusDocx } from '../../../../src/main/importer/census/docx';
import { compose } from '../../../../src/main/importer/compose';
import { readDocx } from '../../../../src/main/importer/docx/read';
import { openPackage } from '../../../../src/main/importer/package';
import { proveLossless } from '../../../../src/main/importer/proof';
import type { SourceBlock, SourceDocument, Span } from '../../../../src/main/importer/source-document';
import { type DocxParts, docx } from '../../../helpers/docx';

/** Reads a Word file; nothing may be lost, added or moved on the way to the working text. */
export async function read(parts: DocxParts | string): Promise<SourceDocument> {
  const pack = await openPackage(docx(parts));
  const document = await readDocx(pack);
  const { text, generated } = compose(document);
  expect({ text, differences: proveLossless(await censusDocx(pack), text, generated).differences }).toEqual({
    text,
    differences: [],
  });
  return document;
}

/** What spans show, generated stretches in braces. */
export const shown = (spans: readonly Span[]): string =>
  spans.map(({ text, generated }) => (generated ? `{${text}}` : text)).join('');

function line(block: SourceBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${shown(block.spans)}`;
    case 'item':
      return `${' '.repeat(block.depth)}${block.marker} ${shown(block.spans)}`;
    case 'paragraph':
      return shown(block.spans);
    case 'table':
      return block.rows
        .map((row) => row.map(({ covered, spans }) => covered ?? shown(spans)).join(' | '))
        .join(' // ');
    default:
      return '---';
  }
}

/** Each block in one line. */
export const lines = async (parts: DocxParts | string): Promise<readonly string[]> =>
  (await read(parts)).blocks.map(line);

const spansOf = (block: SourceBlock): readonly Span[] => {
  if (block.kind === 'table') return block.rows.flat().flatMap((cell) => cell.spans);
  return block.kind === 'page-break' ? [] : block.spans;
};

/** Kind, text and detail of every marked span. */
export const marksOf = async (parts: DocxParts | string): Promise<readonly string[]> =>
  (await read(parts)).blocks
    .flatMap(spansOf)
    .flatMap(({ text, marks = [] }) => marks.map(({ kind, detail }) => `${kind} “${text}” ${detail}`.trim()));

/** Notes as code and places. */
export const notesOf = async (parts: DocxParts | string): Promise<readonly string[]> =>
  (await read(parts)).notes.map(({ code, places }) => [code, ...places].join(' '));

export const labelsOf = async (parts: DocxParts | string): Promise<readonly string[]> =>
  (await read(parts)).blocks.flatMap((block) => ('label' in block ? [block.label] : []));
