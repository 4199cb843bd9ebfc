import type { Library } from '../db/library';
import type { Desk } from '../desk/desk';
import type { Session } from '../identity/session';
import type { JobRunner } from '../jobs/runner';
import type { Dialogs } from './dialogs';

/** A case file that somebody double-clicked and nobody has answered for yet. */
export interface OpenedCase {
  path(): string | null;
  clear(): void;
}

/** What the handlers work with. */
export interface Context {
  readonly desk: Desk;
  /** Who sits at the desk. */
  readonly session: Session;
  readonly library: Library;
  readonly jobs: JobRunner;
  readonly dialogs: Dialogs;
  readonly openedCase: OpenedCase;
  readonly rulePagesDirectory: string;
  readonly dataFolder: string;
}
