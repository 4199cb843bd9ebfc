import type { AuditReport } from '../../src/shared/model/audit';
import type { BackupSummary } from '../../src/shared/model/backup';
import { type Result, success } from '../../src/shared/result';

/** A library whose log holds, and backups in memory. */
export class FakeSafekeeping {
  backups: readonly BackupSummary[] = [];
  report: AuditReport = {
    kind: 'library',
    intact: true,
    entries: 3,
    head: 'a'.repeat(64),
    from: null,
    to: null,
    cases: [],
    anchors: { compared: 0, agreed: 0 },
    problems: [],
  };

  audit = (): Result<AuditReport> => success(this.report);

  backUp(): Result<readonly BackupSummary[]> {
    const made: BackupSummary = {
      name: `library-${this.backups.length}.sqlite`,
      madeAt: '2026-01-10T09:00:00.000Z',
      reason: 'person',
      bytes: 4096,
      reports: 1,
      revisions: 1,
      auditEntries: 3,
      auditHead: 'a'.repeat(64),
      intact: true,
    };
    this.backups = [made, ...this.backups];
    return success(this.backups);
  }
}
