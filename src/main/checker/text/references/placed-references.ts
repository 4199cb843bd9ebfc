import type { Prose, ReportDocument } from '../../../../shared/model/document';
import { annexListNumbers } from './label-targets';
import { findReferences, type Reference } from './references';
import { ANNEX_NOUNS } from './target-index';

export interface PlacedReference extends Reference {
  readonly prose: Prose;
  /** Index of the block that it stands in. */
  readonly block: number;
}

/** All references of a report's prose and cells; what opens an annex and captions refer to nothing. */
export function allReferences(
  document: ReportDocument,
  annexOpeners: ReadonlySet<number>,
): PlacedReference[] {
  const found: PlacedReference[] = [];
  const scan = (prose: Prose, block: number) => {
    for (const reference of findReferences(prose.text)) found.push({ ...reference, prose, block });
  };
  for (const block of document.blocks) {
    if (annexOpeners.has(block.index) || block.kind === 'caption') continue;
    if (block.kind === 'table')
      for (const row of [block.header, ...block.rows])
        for (const cell of row.cells) scan(cell.prose, block.index);
    else if (block.kind === 'paragraph' && block.role === 'annex-list')
      found.push(
        ...listReferences(document, block.index, block.prose),
        ...pointers(block.prose, block.index),
      );
    else if ('prose' in block) scan(block.prose, block.index);
  }
  return found;
}

/** （详见表7） within the annex list. */
const pointers = (prose: Prose, block: number): PlacedReference[] =>
  findReferences(prose.text)
    .filter(({ start }) => prose.text.charAt(start - 1) === '见')
    .map((reference) => ({ ...reference, prose, block }));

/** The annex list names every annex in it, whatever noun the annexes bear. */
function listReferences(document: ReportDocument, index: number, prose: Prose): PlacedReference[] {
  return annexListNumbers(document, index).flatMap((number) =>
    ANNEX_NOUNS.map((noun) => ({ noun, number, start: 0, end: 0, certain: false, prose, block: index })),
  );
}
