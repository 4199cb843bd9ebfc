import type { ReportDocument } from '../../../shared/model/document';
import type { Quantity } from '../../../shared/model/quantity';
import type { Tie } from '../../../shared/model/tie';

export function sumTies(_document: ReportDocument, _quantities: readonly Quantity[]): readonly Tie[] {
  return [];
}
