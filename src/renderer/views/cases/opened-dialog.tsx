import { observer } from 'mobx-react-lite';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useRoot, useText } from '../context';

/** Somebody double-clicked a case file: nothing is read of it before the person says so. */
export const CaseOpenedDialog = observer(() => {
  const { cases } = useRoot();
  const { app, cases: words } = useText();
  return (
    <ConfirmDialog
      title={words.openedTitle}
      question={words.openedQuestion(cases.opened ?? '')}
      hint={words.openedHint}
      confirm={words.accept}
      cancel={words.leave}
      close={app.close}
      testid="case-opened-accept"
      busy={cases.running}
      onConfirm={() => void cases.answerOpened(true)}
      onClose={() => void cases.answerOpened(false)}
    />
  );
});
