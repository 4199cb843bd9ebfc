import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What lies beside a backup: what it holds, and the log's head when it was made. */
const manifestSchema = z.object({
  format: z.literal('gouji-backup'),
  version: z.literal(1),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  reason: z.enum(['daily', 'migration', 'restore', 'person']),
  gouji: z.string(),
  schema: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** False where the log, or what it says of the tables, did not hold. */
  intact: z.boolean(),
  auditHead: z.string().regex(/^[0-9a-f]{64}$/),
  auditEntries: z.number().int(),
  reports: z.number().int(),
  revisions: z.number().int(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export const manifestName = (backup: string): string => `${backup}.json`;

/** The manifest beside a backup; null where there is none that can be read. */
export function manifestOf(backup: string): BackupManifest | null {
  try {
    return parseManifest(readFileSync(manifestName(backup), 'utf8'));
  } catch {
    return null;
  }
}

export function parseManifest(text: string): BackupManifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
