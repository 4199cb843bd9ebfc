import { useRef } from 'react';
import { Dialog } from './dialog';

interface Props {
  readonly title: string;
  readonly question: string;
  readonly hint: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly close: string;
  readonly testid: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** A question before something is removed. The focus is on leaving things as they are. */
export function ConfirmDialog(props: Props) {
  const { title, question, hint, confirm, cancel, close, testid, busy, onConfirm, onClose } = props;
  const leave = useRef<HTMLButtonElement>(null);
  return (
    <Dialog title={title} closeLabel={close} onClose={onClose} focus={leave}>
      <div className="dialog-form">
        <p className="dialog-question">{question}</p>
        <p className="hint">{hint}</p>
        <div className="form-buttons">
          <button type="button" className="button" data-testid={testid} disabled={busy} onClick={onConfirm}>
            {confirm}
          </button>
          <button ref={leave} type="button" className="button" onClick={onClose}>
            {cancel}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
