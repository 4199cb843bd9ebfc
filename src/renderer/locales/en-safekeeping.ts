import { plural } from './plural';
import type { safekeeping as zhCN } from './zh-CN-safekeeping';

export const safekeeping: typeof zhCN = {
  safekeeping: {
    title: 'Audit log and backups',
    open: 'Audit log and backups…',
    audit: 'Audit log',
    auditHint:
      'Every entry is checked against its hash and the one before it, each report against its own chain, the heads kept in backups, and texts, sources and decisions against what the log says.',
    auditLibrary: 'Verify the library',
    auditFile: 'Verify another file…',
    auditing: 'Verifying…',
    intact: 'Intact, no trace of a change',
    broken: 'Changed',
    entries: (n) => `${n} entries`,
    span: (from, to) => `, ${from} to ${to}`,
    anchors: (compared, agreed) =>
      compared === 0
        ? '; no kept heads to compare with'
        : `; ${plural(compared, 'kept head', 'kept heads')} compared, ${agreed} agree`,
    head: 'Head',
    more: (n) => `${n} more`,
    backupOverdue: 'The backup of the day was not completed and is tried again in an hour: ',
    backups: 'Backups',
    backupsHint: 'Made once a day, and before an upgrade of the library; each was read back and verified.',
    none: 'There are no backups yet.',
    madeAt: 'Made',
    why: 'Why',
    holds: 'Holds',
    size: 'Size',
    reasons: { daily: 'Daily', migration: 'Before upgrade', restore: 'Before restore', person: 'By hand' },
    brokenBackup: 'log does not hold',
    reports: (reports, revisions) =>
      `${plural(reports, 'report', 'reports')}, ${plural(revisions, 'revision', 'revisions')}`,
    backUp: 'Back up now',
    backingUp: 'Backing up…',
    made: 'Backed up, read back and verified',
    restore: 'Restore',
    restoreTitle: 'Restore the library',
    restoreQuestion: (at) => `Replace the library with the backup of ${at}?`,
    restoreHint:
      'Work done after that backup is not in it. The present library is renamed and kept in the data folder, not deleted.',
    confirmRestore: 'Restore',
    restored: (aside) => `The library was restored; the former one is kept as “${aside}”`,
  },
};
