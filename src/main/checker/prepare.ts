import type { SourceMark } from '../../shared/model/source';
import { parseDocument } from '../document/parse';
import { extractFacts } from '../figures/facts';
import { extractQuantities } from '../figures/quantities';
import type { CheckedReport } from './rule';
import { evaluateTies } from './ties/index';

/** Everything that rules look at, computed once. */
export function prepareReport(
  text: string,
  marks: readonly SourceMark[] = [],
  progress: (done: number) => void = () => {},
): CheckedReport {
  const document = parseDocument(text);
  progress(0.15);
  const quantities = extractQuantities(document);
  progress(0.3);
  const facts = extractFacts(document, quantities);
  progress(0.4);
  const ties = evaluateTies(document, quantities);
  progress(0.5);
  return { document, quantities, facts, ties, marks };
}
