import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef, useState } from 'react';
import type { Identity } from '../../../shared/model/identity';
import type { Role } from '../../../shared/model/sign-off';
import type { NewPerson } from '../../stores/identity-store';
import { useRoot, useText } from '../context';
import { PassphrasePair } from './passphrase-pair';
import { RoleChoice } from './role-choice';

const SHORTEST = 8;

interface Props {
  /** Whom the settings named: the name stands. */
  readonly adopt: Identity | null;
  readonly confirm: string;
  readonly onSubmit: (person: NewPerson) => Promise<boolean>;
  readonly onDone?: () => void;
}

/** A new person: name, roles, and a passphrase that only they know. */
export const PersonForm = observer(({ adopt, confirm, onSubmit, onDone }: Props) => {
  const { identities } = useRoot();
  const words = useText().identity;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(adopt?.name ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(adopt?.roles ?? ['preparer', 'compliance']);
  const [pair, setPair] = useState({ first: '', second: '' });
  useEffect(() => {
    identities.clearError();
    field.current?.focus();
  }, [identities]);
  const ready =
    name.trim() !== '' && roles.length > 0 && pair.first.length >= SHORTEST && pair.first === pair.second;
  const submit = async (): Promise<void> => {
    const person = { name: name.trim(), roles: [...roles], passphrase: pair.first, adopt: adopt?.id ?? null };
    const made = await onSubmit(person);
    setPair({ first: '', second: '' });
    if (made) onDone?.();
  };
  return (
    <form
      className="identity-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void submit();
      }}
    >
      <label htmlFor={id}>{words.name}</label>
      <input
        id={id}
        ref={field}
        data-testid="person-name"
        maxLength={60}
        readOnly={adopt !== null}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <RoleChoice value={roles} onChange={setRoles} />
      <PassphrasePair value={pair} onChange={setPair} />
      {identities.error && (
        <p className="form-error" role="alert" data-testid="person-error">
          {identities.error}
        </p>
      )}
      <div className="form-buttons">
        <button
          type="submit"
          className="button primary"
          data-testid="person-confirm"
          disabled={!ready || identities.busy}
        >
          {confirm}
        </button>
      </div>
    </form>
  );
});
