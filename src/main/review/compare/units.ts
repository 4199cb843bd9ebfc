import type { ReportDocument, Row } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';

/** What a comparison of texts takes as one thing: a paragraph, a heading, a row of a table. */
export interface TextUnit {
  /** Equal keys are equal texts: without white space, rows apart from paragraphs. */
  readonly key: string;
  readonly text: string;
  readonly range: Range;
  /** Heading that it stands under; empty before the first one. A heading stands under itself. */
  readonly section: string;
}

export function unitsOf(document: ReportDocument): readonly TextUnit[] {
  let section = '';
  return document.blocks.flatMap((block): TextUnit[] => {
    if (block.kind === 'heading' && block.level > 1) section = block.prose.text;
    switch (block.kind) {
      case 'table':
        return [block.header, ...block.rows]
          .filter((row) => row.cells.length > 0)
          .map((row) => rowUnit(row, section));
      case 'code': {
        const text = document.text.slice(block.content.start, block.content.end);
        return [{ key: keyOf(text), text, range: block.range, section }];
      }
      case 'heading':
      case 'paragraph':
      case 'caption':
        return [{ key: keyOf(block.prose.text), text: block.prose.text, range: block.range, section }];
      case 'list-item': {
        const text = block.ordered ? `${block.marker} ${block.prose.text}` : block.prose.text;
        return [{ key: keyOf(text), text, range: block.range, section }];
      }
      default:
        return [];
    }
  });
}

function rowUnit(row: Row, section: string): TextUnit {
  const text = row.cells.map((cell) => cell.prose.text.replaceAll('\n', ' ')).join(' | ');
  return { key: `|${keyOf(text)}`, text, range: row.range, section };
}

export const keyOf = (text: string): string => text.replace(/\s+/g, '');
