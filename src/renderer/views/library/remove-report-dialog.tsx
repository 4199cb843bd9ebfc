import { observer } from 'mobx-react-lite';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useRoot, useText } from '../context';

export const RemoveReportDialog = observer(() => {
  const { library, ui } = useRoot();
  const { app, library: words } = useText();
  return (
    <ConfirmDialog
      title={words.removeTitle}
      question={words.removeQuestion(library.asked?.title ?? '')}
      hint={words.removeHint}
      confirm={words.confirmRemove}
      cancel={app.cancel}
      close={app.close}
      testid="report-remove-confirm"
      busy={library.running}
      onConfirm={() => void library.remove()}
      onClose={ui.closeDialog}
    />
  );
});
