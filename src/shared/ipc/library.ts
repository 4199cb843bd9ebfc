import { z } from 'zod';
import type { SearchResult } from '../model/library';
import type { ReportSummary } from '../model/review';

const reportId = z.number().int().positive();

/** The library: its reports, and search in their texts and figures. */
export const libraryInputs = {
  'report:list': z.void(),
  'report:tag': z.object({ reportId, tags: z.array(z.string().trim().min(1).max(20)).max(20) }),
  'report:archive': z.object({ reportId, archived: z.boolean() }),
  /** Its rows stay; the audit log tells of it. */
  'report:remove': z.object({ reportId }),
  'library:search': z.object({ query: z.string().max(200), archived: z.boolean() }),
} as const;

export interface LibraryOutputs {
  'report:list': readonly ReportSummary[];
  'report:tag': readonly ReportSummary[];
  'report:archive': readonly ReportSummary[];
  'report:remove': readonly ReportSummary[];
  'library:search': SearchResult;
}
