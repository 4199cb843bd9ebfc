import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';

/** The report's case as one file for another laptop, encrypted or not. */
export const HandOverDialog = observer(() => {
  const { cases, ui } = useRoot();
  const { app, cases: words } = useText();
  const close = (): void => {
    cases.forget();
    ui.closeDialog();
  };
  return (
    <Dialog title={words.handOver} closeLabel={app.close} onClose={close}>
      {cases.handedOver ? <HandedOver onClose={close} /> : <HandOverForm />}
    </Dialog>
  );
});

const HandOverForm = observer(() => {
  const { cases } = useRoot();
  const { cases: words } = useText();
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        void cases.handOver();
      }}
    >
      <p className="hint">{words.handOverHint}</p>
      <label className="check-line">
        <input
          type="checkbox"
          data-testid="case-encrypt"
          checked={cases.encrypting}
          onChange={(event) => cases.setEncrypting(event.target.checked)}
        />
        <span>{words.encrypt}</span>
      </label>
      {cases.encrypting && <Passphrases />}
      {cases.error && (
        <p className="form-error" role="alert" data-testid="case-error">
          {cases.error}
        </p>
      )}
      <div className="form-buttons">
        <button
          type="submit"
          className="button primary"
          data-testid="hand-over-confirm"
          disabled={!cases.ready}
        >
          {cases.running ? words.writing : words.write}
        </button>
      </div>
    </form>
  );
});

const Passphrases = observer(() => {
  const { cases } = useRoot();
  const { cases: words } = useText();
  const id = useId();
  const differ = cases.again !== '' && cases.again !== cases.passphrase;
  return (
    <div className="form">
      <label htmlFor={`${id}p`}>{words.passphrase}</label>
      <input
        id={`${id}p`}
        type="password"
        autoComplete="off"
        data-testid="case-passphrase"
        value={cases.passphrase}
        onChange={(event) => cases.setPassphrase(event.target.value)}
      />
      <label htmlFor={`${id}a`}>{words.again}</label>
      <input
        id={`${id}a`}
        type="password"
        autoComplete="off"
        data-testid="case-passphrase-again"
        value={cases.again}
        aria-invalid={differ}
        aria-describedby={`${id}h`}
        onChange={(event) => cases.setAgain(event.target.value)}
      />
      <span />
      <p id={`${id}h`} className={differ ? 'hint hint-error' : 'hint'}>
        {differ ? words.differ : words.passphraseHint}
      </p>
    </div>
  );
});

const HandedOver = observer(({ onClose }: { readonly onClose: () => void }) => {
  const { cases } = useRoot();
  const { app, cases: words } = useText();
  const { fileName = '', head = '', encrypted = false } = cases.handedOver ?? {};
  const leave = useRef<HTMLButtonElement>(null);
  // The form that had the focus is gone.
  useEffect(() => leave.current?.focus(), []);
  return (
    <div className="dialog-form" data-testid="handed-over">
      <p>{words.written(fileName, encrypted)}</p>
      <p className="hint">{words.headHint}</p>
      <p>
        <code className="hash-whole">{head}</code>
      </p>
      <div className="form-buttons">
        <button ref={leave} type="button" className="button primary" onClick={onClose}>
          {app.close}
        </button>
      </div>
    </div>
  );
});
