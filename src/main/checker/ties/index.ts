import type { ReportDocument } from '../../../shared/model/document';
import type { Quantity } from '../../../shared/model/quantity';
import type { Tie } from '../../../shared/model/tie';
import { countTies } from './count';
import { sumTies } from './sum';

/** All ties of a report, each evaluated. */
export function evaluateTies(document: ReportDocument, quantities: readonly Quantity[]): readonly Tie[] {
  return [...sumTies(document, quantities), ...countTies(document, quantities)];
}
