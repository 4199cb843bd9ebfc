/** A copy of the library, read back when it was made. */
export interface BackupSummary {
  /** Name of its file. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** On schedule, before a new version changed the schema, before a restore, or because a person wanted it. */
  readonly reason: 'daily' | 'migration' | 'restore' | 'person';
  readonly bytes: number;
  readonly reports: number;
  readonly revisions: number;
  readonly auditEntries: number;
  readonly auditHead: string;
  /** False where the audit log did not hold when it was made. */
  readonly intact: boolean;
}
