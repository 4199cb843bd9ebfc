import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';

export const RemovePolicyDialog = observer(() => {
  const { policies, ui } = useRoot();
  const text = useText();
  const words = text.policies;
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog title={words.removeTitle} closeLabel={text.app.close} onClose={ui.closeDialog} focus={cancel}>
      <div className="dialog-form">
        <p className="dialog-question">{words.removeQuestion(policies.entry?.policy.name ?? '')}</p>
        <p className="hint">{words.removeHint}</p>
        <div className="form-buttons">
          <button ref={cancel} type="button" className="button" onClick={ui.closeDialog}>
            {text.app.cancel}
          </button>
          <button
            type="button"
            className="button"
            data-testid="policy-remove-confirm"
            disabled={policies.running}
            onClick={() => void policies.remove()}
          >
            {words.confirmRemove}
          </button>
        </div>
      </div>
    </Dialog>
  );
});
