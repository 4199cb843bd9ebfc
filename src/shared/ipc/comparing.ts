import { z } from 'zod';
import type { RevisionComparison } from '../model/comparison';

const id = z.number().int().positive();

/** A revision beside the current one of another report: the report of the period before. */
export const comparingInputs = {
  'report:compare-with': z.object({ reportId: id, revisionId: id, otherId: id }),
} as const;

export interface ComparingOutputs {
  'report:compare-with': RevisionComparison;
}
