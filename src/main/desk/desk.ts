import type { Analysis } from '../../shared/model/analysis';
import type { Connection } from '../db/open';
import type { JobRunner } from '../jobs/runner';
import type { PendingImport } from './import-report';
import type { PendingLedger } from './ledgers';

/** What every act at the review desk needs. One per running app. */
export interface Desk {
  readonly connection: Connection;
  readonly jobs: Pick<JobRunner, 'run'>;
  readonly now: () => Date;
  readonly version: string;
  readonly fontsDirectory: string;
  /** The person at the desk, as the settings name them. */
  readonly reviewer: () => string;
  /** Analyses of revisions opened lately, newest last; a revision never changes, so neither does its analysis. */
  readonly analyses: Map<number, Analysis>;
  /** Imports that wait for the person's word, by token. Only the newest is kept. */
  readonly pendingImports: Map<string, PendingImport>;
  /** Workbooks whose columns wait to be mapped, by token. Only the newest is kept. */
  readonly pendingLedgers: Map<string, PendingLedger>;
}

const KEPT_ANALYSES = 8;

export function remember(desk: Desk, revisionId: number, analysis: Analysis): void {
  desk.analyses.delete(revisionId);
  desk.analyses.set(revisionId, analysis);
  for (const oldest of desk.analyses.keys()) {
    if (desk.analyses.size <= KEPT_ANALYSES) return;
    desk.analyses.delete(oldest);
  }
}
