import { observer } from 'mobx-react-lite';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

export const RestoreDialog = observer(() => {
  const { safekeeping, settings } = useRoot();
  const { app, safekeeping: words } = useText();
  const at = formatTime(safekeeping.restoring?.madeAt ?? '', settings.current.language);
  return (
    <ConfirmDialog
      title={words.restoreTitle}
      question={words.restoreQuestion(at)}
      hint={words.restoreHint}
      confirm={words.confirmRestore}
      cancel={app.cancel}
      close={app.close}
      testid="restore-confirm"
      busy={safekeeping.running !== null}
      onConfirm={() => void safekeeping.restore()}
      onClose={() => safekeeping.ask(null)}
    />
  );
});
