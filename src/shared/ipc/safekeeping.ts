import { z } from 'zod';
import type { AuditReport } from '../model/audit';
import type { BackupSummary } from '../model/backup';

/** Verifying the log, and backups of the library. */
export const safekeepingInputs = {
  /** Verifies the library that is open, against the heads in its backups. */
  'library:audit': z.void(),
  /** Shows the open dialog for another library or a backup and verifies it. */
  'library:audit-file': z.void(),
  'library:backups': z.void(),
  'library:back-up': z.void(),
  /** Puts a backup in the library's place; the replaced one is kept. */
  'library:restore': z.object({ name: z.string().regex(/^library-[0-9A-Za-z-]{1,60}\.sqlite$/) }),
} as const;

export interface SafekeepingOutputs {
  'library:audit': AuditReport | null;
  'library:audit-file': { readonly fileName: string; readonly report: AuditReport } | null;
  'library:backups': readonly BackupSummary[];
  'library:back-up': readonly BackupSummary[] | null;
  /** Name of the file in which the replaced library is kept. */
  'library:restore': { readonly aside: string };
}
