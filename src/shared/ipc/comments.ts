import { z } from 'zod';
import type { ReviewSnapshot } from '../model/review';

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();
const body = z.string().trim().min(1).max(4_000);

export const commentInputs = {
  /** Begins a thread about a passage of the revision shown, and about a finding when there is one. */
  'comment:add': z.object({
    reportId: id,
    revisionId: id,
    range: z.object({ start: offset, end: offset }),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{20}$/)
      .nullable(),
    body,
  }),
  'comment:reply': z.object({ reportId: id, thread: id, body }),
  /** One's own words: they are shown no more. */
  'comment:withdraw': z.object({ reportId: id, comment: id }),
  'comment:settle': z.object({ reportId: id, thread: id, settled: z.boolean() }),
} as const;

export interface CommentOutputs {
  'comment:add': ReviewSnapshot;
  'comment:reply': ReviewSnapshot;
  'comment:settle': ReviewSnapshot;
  'comment:withdraw': ReviewSnapshot;
}
