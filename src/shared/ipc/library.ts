import { z } from 'zod';
import type { RemovedReport, SearchResult } from '../model/library';
import type { ReportSummary } from '../model/review';

const reportId = z.number().int().positive();

/** The library: its reports, and search in their texts and figures. */
export const libraryInputs = {
  'report:list': z.void(),
  'report:tag': z.object({ reportId, tags: z.array(z.string().trim().min(1).max(20)).max(20) }),
  'report:archive': z.object({ reportId, archived: z.boolean() }),
  /** Puts it among the removed ones, from where it can be brought back. */
  'report:remove': z.object({ reportId }),
  'library:removed': z.void(),
  'report:bring-back': z.object({ reportId }),
  /** Deletes texts and figures of a removed report. Its log stays. */
  'report:purge': z.object({ reportId }),
  'library:search': z.object({ query: z.string().max(200), archived: z.boolean() }),
} as const;

export interface LibraryOutputs {
  'report:list': readonly ReportSummary[];
  'report:tag': readonly ReportSummary[];
  'report:archive': readonly ReportSummary[];
  'report:remove': readonly ReportSummary[];
  'library:removed': readonly RemovedReport[];
  'report:bring-back': {
    readonly reports: readonly ReportSummary[];
    readonly removed: readonly RemovedReport[];
  };
  'report:purge': readonly RemovedReport[];
  'library:search': SearchResult;
}
