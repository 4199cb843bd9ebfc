import { observer } from 'mobx-react-lite';
import { useEffect, useId, useState } from 'react';
import { useRoot, useText } from '../context';
import { PassphrasePair } from './passphrase-pair';

const SHORTEST = 8;

/** Another passphrase for the person at the desk; the old one is asked for. */
export const OwnPassphrase = observer(({ onDone }: { readonly onDone: () => void }) => {
  const { identities, notices } = useRoot();
  const words = useText().identity;
  const id = useId();
  const [old, setOld] = useState('');
  const [pair, setPair] = useState({ first: '', second: '' });
  useEffect(() => identities.clearError(), [identities]);
  const ready = old !== '' && pair.first.length >= SHORTEST && pair.first === pair.second;
  const submit = async (): Promise<void> => {
    const changed = await identities.changePassphrase(old, pair.first);
    setOld('');
    setPair({ first: '', second: '' });
    if (!changed) return;
    notices.say('info', words.passphraseChanged);
    onDone();
  };
  return (
    <form
      className="identity-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void submit();
      }}
    >
      <label htmlFor={id}>{words.oldPassphrase}</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        data-testid="old-passphrase"
        maxLength={256}
        value={old}
        onChange={(event) => setOld(event.target.value)}
      />
      <PassphrasePair value={pair} onChange={setPair} />
      {identities.error && (
        <p className="form-error" role="alert">
          {identities.error}
        </p>
      )}
      <div className="form-buttons">
        <button
          type="submit"
          className="button primary"
          data-testid="passphrase-confirm"
          disabled={!ready || identities.busy}
        >
          {words.changePassphrase}
        </button>
      </div>
    </form>
  );
});
