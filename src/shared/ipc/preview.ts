import { z } from 'zod';

const id = z.number().int().positive();

/** The PDF as an export would write it, without a seal and without saving it. */
export const previewInputs = {
  'report:preview': z.object({ reportId: id, revisionId: id, draft: z.boolean() }),
} as const;

export interface PreviewOutputs {
  'report:preview': Uint8Array | null;
}
