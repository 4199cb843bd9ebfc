import { observer } from 'mobx-react-lite';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useRoot, useText } from '../context';

export const RemovePolicyDialog = observer(() => {
  const { policies, ui } = useRoot();
  const { app, policies: words } = useText();
  return (
    <ConfirmDialog
      title={words.removeTitle}
      question={words.removeQuestion(policies.entry?.policy.name ?? '')}
      hint={words.removeHint}
      confirm={words.confirmRemove}
      cancel={app.cancel}
      close={app.close}
      testid="policy-remove-confirm"
      busy={policies.running}
      onConfirm={() => void policies.remove()}
      onClose={ui.closeDialog}
    />
  );
});
