import type { ReportDocument } from '../../shared/model/document';
import type { Fact, Quantity } from '../../shared/model/quantity';

export function extractFacts(_document: ReportDocument, _quantities: readonly Quantity[]): readonly Fact[] {
  return [];
}
