import type { Desk } from '../desk/desk';
import type { JobRunner } from '../jobs/runner';
import type { Dialogs } from './dialogs';

/** What the handlers work with. */
export interface Context {
  readonly desk: Desk;
  readonly jobs: JobRunner;
  readonly dialogs: Dialogs;
  readonly rulePagesDirectory: string;
  readonly dataFolder: string;
}
