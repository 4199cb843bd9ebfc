import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef, useState } from 'react';
import { useRoot, useText } from '../context';

/** Who one is, and the passphrase that proves it. */
export const UnlockForm = observer(({ onDone }: { readonly onDone?: () => void }) => {
  const { identities } = useRoot();
  const words = useText().identity;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { people, current, busy, error } = identities;
  const [chosen, setChosen] = useState(() => people.find((one) => one.id !== current?.id)?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => {
    identities.clearError();
    field.current?.focus();
  }, [identities]);
  const submit = async (): Promise<void> => {
    const opened = await identities.unlock(chosen, passphrase);
    setPassphrase('');
    if (opened) onDone?.();
    else field.current?.focus();
  };
  return (
    <form
      className="identity-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={`${id}who`}>{words.who}</label>
      <select
        id={`${id}who`}
        data-testid="unlock-who"
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {words.option(one.name, one.roles.map((role) => words.roles[role]).join(words.listComma))}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}pass`}>{words.passphrase}</label>
      <input
        id={`${id}pass`}
        ref={field}
        type="password"
        autoComplete="off"
        data-testid="unlock-passphrase"
        maxLength={256}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      {error && (
        <p className="form-error" role="alert" data-testid="unlock-error">
          {error}
        </p>
      )}
      <div className="form-buttons">
        <button
          type="submit"
          className="button primary"
          data-testid="unlock-confirm"
          disabled={busy || passphrase === '' || chosen === ''}
        >
          {busy ? words.checking : words.unlock}
        </button>
      </div>
    </form>
  );
});
