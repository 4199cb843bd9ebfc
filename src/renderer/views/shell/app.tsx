import { observer } from 'mobx-react-lite';
import { type ComponentType, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DialogName } from '../../stores/ui-store';
import { HandOverDialog } from '../cases/hand-over-dialog';
import { CaseOpenedDialog } from '../cases/opened-dialog';
import { SettleDialog } from '../cases/settle-dialog';
import { CaseUnlockDialog } from '../cases/unlock-dialog';
import { ComparisonDialog } from '../compare/comparison-dialog';
import { useRoot } from '../context';
import { LockScreen } from '../identity/lock-screen';
import { PeopleDialog } from '../identity/people-dialog';
import { DropDialog } from '../import/drop-dialog';
import { UnprovedDialog } from '../import/unproved-dialog';
import { FromReportDialog } from '../ledgers/from-report-dialog';
import { LedgersView } from '../ledgers/ledgers-view';
import { RemoveLedgerDialog } from '../ledgers/remove-ledger-dialog';
import { LibraryView } from '../library/library-view';
import { PurgeReportDialog } from '../library/purge-report-dialog';
import { RemoveReportDialog } from '../library/remove-report-dialog';
import { TagsDialog } from '../library/tags-dialog';
import { MappingDialog } from '../mapping/mapping-dialog';
import { PoliciesView } from '../policies/policies-view';
import { RemovePolicyDialog } from '../policies/remove-policy-dialog';
import { PreviewDialog } from '../preview/preview-dialog';
import { UnsavedDialog } from '../review/editing/unsaved-dialog';
import { ExportDialog } from '../review/export-dialog';
import { ReferencesDialog } from '../review/references-dialog';
import { ReviewView } from '../review/review-view';
import { RestoreDialog } from '../safekeeping/restore-dialog';
import { SafekeepingDialog } from '../safekeeping/safekeeping-dialog';
import { SettingsDialog } from '../settings/settings-dialog';
import { VerifyView } from '../verify/verify-view';
import { DropTarget } from './drop-target';
import { JobStatus } from './job-status';
import { ShortcutsDialog } from './shortcuts-dialog';
import { Toasts } from './toasts';
import { useAppearance } from './use-appearance';
import { useScreenKeys } from './use-screen-keys';

/** The window: one screen, at most one dialog, and what runs or is said beside it. */
export const App = observer(() => {
  const root = useRoot();
  const { settings, ui, identities } = root;
  const { language } = settings.current;
  const { text } = settings;
  useAppearance(settings.current);
  useEffect(() => {
    document.title = text.app.name;
  }, [text]);
  useScreenKeys(root);
  if (!settings.loaded) return null;
  return (
    <I18nProvider locale={language}>
      {!identities.current && <LockScreen />}
      {/* Kept while locked, so that whoever comes back finds what they were typing; another person begins with their own. */}
      <div key={identities.seat} className="desk" hidden={!identities.current} inert={!identities.current}>
        {ui.screen === 'library' && <LibraryView />}
        {ui.screen === 'review' && <ReviewView />}
        {ui.screen === 'ledgers' && <LedgersView />}
        {ui.screen === 'policies' && <PoliciesView />}
        {ui.screen === 'verify' && <VerifyView />}
        <DropTarget />
      </div>
      {/* Dialogs stand beside the desk: one that is open must not be in front of the lock. */}
      {identities.current && <OpenDialog />}
      <JobStatus />
      <Toasts />
    </I18nProvider>
  );
});

const dialogs: Readonly<Record<DialogName, ComponentType>> = {
  settings: SettingsDialog,
  people: PeopleDialog,
  export: ExportDialog,
  shortcuts: ShortcutsDialog,
  drop: DropDialog,
  unproved: UnprovedDialog,
  comparison: ComparisonDialog,
  mapping: MappingDialog,
  'ledger-from-report': FromReportDialog,
  'ledger-remove': RemoveLedgerDialog,
  'policy-remove': RemovePolicyDialog,
  safekeeping: SafekeepingDialog,
  'hand-over': HandOverDialog,
  'case-opened': CaseOpenedDialog,
  'case-unlock': CaseUnlockDialog,
  'case-settle': SettleDialog,
  restore: RestoreDialog,
  references: ReferencesDialog,
  unsaved: UnsavedDialog,
  preview: PreviewDialog,
  'report-tags': TagsDialog,
  'report-remove': RemoveReportDialog,
  'report-purge': PurgeReportDialog,
};

const OpenDialog = observer(() => {
  const { dialog } = useRoot().ui;
  const Shown = dialog && dialogs[dialog];
  return Shown && <Shown />;
});
