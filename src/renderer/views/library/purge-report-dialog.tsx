import { observer } from 'mobx-react-lite';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useRoot, useText } from '../context';

/** The one act on a report that nothing takes back says so before. */
export const PurgeReportDialog = observer(() => {
  const { removed, ui } = useRoot();
  const { app, library: words } = useText();
  return (
    <ConfirmDialog
      title={words.purgeTitle}
      question={words.purgeQuestion(removed.asked?.title ?? '')}
      hint={words.purgeHint}
      confirm={words.confirmPurge}
      cancel={app.cancel}
      close={app.close}
      testid="report-purge-confirm"
      busy={removed.running}
      onConfirm={() => void removed.purge()}
      onClose={ui.closeDialog}
    />
  );
});
