import { z } from 'zod';
import type { DraftCheck } from '../model/editing';
import type { Piece } from '../model/parcel';
import type { ReviewSnapshot } from '../model/review';

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();
const target = { reportId: id, revisionId: id };
const MAX_TYPED = 200_000;

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('block'), block: offset, text: z.string().max(MAX_TYPED) }),
  z.object({
    kind: z.literal('cell'),
    block: offset,
    row: z.number().int().min(-1),
    column: offset,
    text: z.string().max(MAX_TYPED),
  }),
  z.object({
    kind: z.literal('source'),
    edits: z
      .array(
        z.object({ range: z.object({ start: offset, end: offset }), text: z.string().max(64 * 1024 * 1024) }),
      )
      .min(1)
      .max(100_000),
  }),
]);

export const editingInputs = {
  /** Some of a part of an analysis that came as a parcel. */
  'report:piece': z.object({
    part: id,
    cursor: z.object({ item: offset, row: offset }),
  }),
  /** A change by hand: the next revision. An empty reason: where it was made. */
  'text:edit': z.object({ ...target, change, reason: z.string().trim().max(500) }),
  /** What the check would say of a change that is still being typed; stores nothing. */
  'text:check': z.object({ ...target, change }),
} as const;

export interface EditingOutputs {
  /** Null: not kept any more. */
  'report:piece': Piece | null;
  'text:edit': ReviewSnapshot;
  'text:check': DraftCheck;
}
