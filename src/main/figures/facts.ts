import type { ReportDocument } from '../../shared/model/document';
import type { Fact, Quantity } from '../../shared/model/quantity';
import { proseFacts } from './prose/facts';
import { reportPeriod } from './report-period';
import { sectionReader } from './sections';
import { tableFacts } from './table-facts';

/** What each claim means. Quantities that make no claim have no fact. Pure and linear. */
export function extractFacts(document: ReportDocument, quantities: readonly Quantity[]): readonly Fact[] {
  const byBlock = new Map<number, number[]>();
  quantities.forEach((quantity, index) => {
    if (quantity.exempt !== null) return;
    const indices = byBlock.get(quantity.place.block);
    if (indices) indices.push(index);
    else byBlock.set(quantity.place.block, [index]);
  });
  const report = reportPeriod(document.title);
  const sectionOf = sectionReader(document);
  return [...byBlock].flatMap(([blockIndex, indices]) => {
    const block = document.blocks[blockIndex];
    if (!block) return [];
    const section = sectionOf(block.section);
    if (block.kind === 'table') {
      return tableFacts(document, block, quantities, indices, { section, report });
    }
    return 'prose' in block ? proseFacts({ block, quantities, indices, section, report }) : [];
  });
}
