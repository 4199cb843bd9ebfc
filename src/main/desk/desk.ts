import type { Analysis } from '../../shared/model/analysis';
import type { Person } from '../../shared/model/sign-off';
import type { Connection } from '../db/open';
import type { SigningSession } from '../identity/keys';
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
  /** Who acts: the person of the unlocked session at the time when the act was asked for; null for what the app does on its own. */
  readonly person: () => Person | null;
  /** The key of `person`, to sign with. */
  readonly signing: () => SigningSession | null;
  /** The name of `person`, as the record has it. */
  readonly reviewer: () => string;
  /** Analyses made lately, newest last, by revision and basis: neither changes, so neither does the analysis. */
  readonly analyses: Map<string, Analysis>;
  /** Imports that wait for the person's word, by token. Only the newest is kept. */
  readonly pendingImports: Map<string, PendingImport>;
  /** Workbooks whose columns wait to be mapped, by token. Only the newest is kept. */
  readonly pendingLedgers: Map<string, PendingLedger>;
}

const KEPT_ANALYSES = 8;
/** All of them together hold no longer texts than this, the newest aside: one of 100,000 rows is some 380 MB. */
const KEPT_CHARACTERS = 6_000_000;

/** What an analysis is remembered by. */
export const analysisKey = (revisionId: number, basis: string): string => `${revisionId}: ${basis}`;

export function remember(desk: Desk, key: string, analysis: Analysis): void {
  desk.analyses.delete(key);
  desk.analyses.set(key, analysis);
  let characters = 0;
  let count = 0;
  for (const [one, { document }] of [...desk.analyses].reverse()) {
    count++;
    characters += document.text.length;
    if (count > 1 && (count > KEPT_ANALYSES || characters > KEPT_CHARACTERS)) desk.analyses.delete(one);
  }
}

/** What a revision's stored analysis was made with: the engine's version and the basis. */
export const checkedBy = (desk: Desk, basis: string): string => `${desk.version} ${basis}`;

/** Stable id of who acts, for the database. */
export const actorId = (desk: Desk): string | null => desk.person()?.id ?? null;

/** The day of the record, UTC: `2026-01-31`. */
export const today = (desk: Desk): string => desk.now().toISOString().slice(0, 10);
