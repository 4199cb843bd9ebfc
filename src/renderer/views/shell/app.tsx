import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { useRoot } from '../context';
import { LibraryView } from '../library/library-view';
import { ExportDialog } from '../review/export-dialog';
import { ReviewView } from '../review/review-view';
import { SettingsDialog } from '../settings/settings-dialog';
import { VerifyView } from '../verify/verify-view';
import { DropTarget } from './drop-target';
import { JobStatus } from './job-status';
import { ShortcutsDialog } from './shortcuts-dialog';
import { Toasts } from './toasts';
import { useHelpKey } from './use-help-key';

/** The window: one screen, at most one dialog, and what runs or is said beside it. */
export const App = observer(() => {
  const { settings, ui } = useRoot();
  const { language, theme } = settings.current;
  const { text } = settings;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = text.app.name;
  }, [language, theme, text]);
  useHelpKey(ui);
  if (!settings.loaded) return null;
  return (
    <>
      {ui.screen === 'library' && <LibraryView />}
      {ui.screen === 'review' && <ReviewView />}
      {ui.screen === 'verify' && <VerifyView />}
      {ui.dialog === 'settings' && <SettingsDialog />}
      {ui.dialog === 'export' && <ExportDialog />}
      {ui.dialog === 'shortcuts' && <ShortcutsDialog />}
      <DropTarget />
      <JobStatus />
      <Toasts />
    </>
  );
});
