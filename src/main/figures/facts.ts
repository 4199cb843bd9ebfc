import { remembered } from '../../shared/memo';
import type { Block, ReportDocument } from '../../shared/model/document';
import type { Fact, Quantity } from '../../shared/model/quantity';
import { blockwise, type Outlook } from '../document/blockwise';
import { movedFact } from './moved';
import { proseFacts } from './prose/facts';
import { firstQuantity } from './quantities-of';
import { type ReportPeriod, reportPeriod } from './report-period';
import { type Section, sectionReader } from './sections';
import { tableFacts } from './table-facts';

/** What each claim means. Quantities that make no claim have no fact. Pure and linear. */
export const extractFacts = (document: ReportDocument, quantities: readonly Quantity[]): readonly Fact[] =>
  factsIn(document, {
    quantities,
    report: reportPeriod(document.title),
    sectionOf: sectionsOf(document),
  });

interface FactInput {
  readonly quantities: readonly Quantity[];
  readonly report: ReportPeriod;
  readonly sectionOf: (section: number) => Section;
}

const sectionsOf = remembered(sectionReader);

/** Prose and the title and the headings above it; of tables also the lines near them. */
export const factOutlook: Outlook = {
  alone: ({ kind }) => kind !== 'table',
  above: remembered((document: ReportDocument) => {
    const { value } = reportPeriod(document.title);
    const sectionOf = sectionsOf(document);
    return ({ section }: Block) => {
      const { scope, period } = sectionOf(section);
      return `${value}\n${scope}\n${period}`;
    };
  }),
};

const factsIn = blockwise(blockFacts, movedFact, { ...factOutlook, onlyFigures: true });

function blockFacts(
  block: Block,
  document: ReportDocument,
  { quantities, report, sectionOf }: FactInput,
): readonly Fact[] {
  const indices: number[] = [];
  for (let at = firstQuantity(quantities, block.index); quantities[at]?.place.block === block.index; at++) {
    if (quantities[at]?.exempt === null) indices.push(at);
  }
  if (indices.length === 0) return [];
  const section = sectionOf(block.section);
  if (block.kind === 'table') return tableFacts(document, block, quantities, indices, { section, report });
  return 'prose' in block ? proseFacts({ block, quantities, indices, section, report }) : [];
}
