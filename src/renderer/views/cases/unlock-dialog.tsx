import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';

export const CaseUnlockDialog = observer(() => {
  const { cases, ui } = useRoot();
  const { app, cases: words } = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { error } = cases;
  // The button that had the focus is off until something is typed.
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  const close = (): void => {
    cases.forget();
    ui.closeDialog();
  };
  return (
    <Dialog title={words.unlock} closeLabel={app.close} onClose={close} focus={field}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void cases.unlock();
        }}
      >
        <p>{words.lockedFile(cases.locked?.fileName ?? '')}</p>
        <div className="form">
          <label htmlFor={id}>{words.passphrase}</label>
          <input
            ref={field}
            id={id}
            type="password"
            autoComplete="off"
            data-testid="case-unlock"
            value={cases.passphrase}
            onChange={(event) => cases.setPassphrase(event.target.value)}
          />
        </div>
        {cases.error && (
          <p className="form-error" role="alert" data-testid="case-error">
            {cases.error}
          </p>
        )}
        <div className="form-buttons">
          <button
            type="submit"
            className="button primary"
            data-testid="case-unlock-confirm"
            disabled={cases.passphrase === ''}
          >
            {cases.running ? words.opening : words.open}
          </button>
        </div>
      </form>
    </Dialog>
  );
});
