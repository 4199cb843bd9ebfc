import { z } from 'zod';
import type { ReviewSnapshot } from '../model/review';
import type { SignOffChanges } from '../model/sign-off';

const id = z.number().int().positive();
const target = { reportId: id, revisionId: id };

export const signOffInputs = {
  /** One move of a report on its way to the release, by the person at the desk. */
  'stage:move': z.object({
    ...target,
    action: z.enum(['submit', 'sign', 'return', 'withdraw', 'release', 'reopen']),
    reason: z.string().trim().max(500),
    /** Of a signature of some sections only; null: of all that are not signed yet. */
    sections: z.array(z.string().max(2000)).min(1).max(5000).nullable(),
  }),
  /** What changed in a report since a signature was given. */
  'stage:changes': z.object({ reportId: id, signOffId: id }),
  /** Stands by another person's waiver, or takes one's own word back. */
  'waiver:confirm': z.object({
    ...target,
    fingerprint: z.string().regex(/^[0-9a-f]{20}$/),
    confirm: z.boolean(),
  }),
} as const;

export interface SignOffOutputs {
  'stage:move': ReviewSnapshot;
  'stage:changes': SignOffChanges | null;
  'waiver:confirm': ReviewSnapshot;
}
