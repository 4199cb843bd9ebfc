import { observer } from 'mobx-react-lite';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useRoot, useText } from '../context';

export const RemoveLedgerDialog = observer(() => {
  const { ledgers, ui } = useRoot();
  const { app, ledgers: words } = useText();
  return (
    <ConfirmDialog
      title={words.removeTitle}
      question={words.removeQuestion(ledgers.current?.name ?? '')}
      hint={words.removeHint}
      confirm={words.confirmRemove}
      cancel={app.cancel}
      close={app.close}
      testid="ledger-remove-confirm"
      busy={ledgers.running}
      onConfirm={() => void ledgers.removeChosen()}
      onClose={ui.closeDialog}
    />
  );
});
