import type { ReportDocument } from '../../shared/model/document';
import type { Quantity } from '../../shared/model/quantity';

export function extractQuantities(_document: ReportDocument): readonly Quantity[] {
  return [];
}
