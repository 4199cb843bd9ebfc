import type { ReportDocument } from '../../../shared/model/document';
import type { Fact, Quantity } from '../../../shared/model/quantity';
import type { Alignment, Reference } from '../../../shared/model/reference';

/** What ties are found in. */
export interface TieInput {
  readonly document: ReportDocument;
  readonly quantities: readonly Quantity[];
  readonly facts: readonly Fact[];
  readonly references: readonly Reference[];
  readonly alignments: readonly Alignment[];
}
