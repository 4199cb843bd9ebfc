import { observer } from 'mobx-react-lite';
import { useId, useState } from 'react';
import type { Identity } from '../../../shared/model/identity';
import type { Role } from '../../../shared/model/sign-off';
import { useRoot, useText } from '../context';
import { RoleChoice } from './role-choice';

/** Everybody, with roles and the mark of their key; what ended stays in the list. */
export const PeopleList = observer(() => {
  const { identities } = useRoot();
  const words = useText().identity;
  const id = useId();
  return (
    <>
      <table className="data-table people-table">
        <caption className="visually-hidden">{words.parts.list}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.rolesTitle}</th>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {identities.all.map((one) => (
            <PersonRow key={one.id} person={one} />
          ))}
        </tbody>
      </table>
      {identities.error && (
        <p className="form-error" role="alert">
          {identities.error}
        </p>
      )}
      <p className="idle-choice">
        <label htmlFor={id}>{words.idle}</label>
        <select
          id={id}
          data-testid="idle-minutes"
          value={identities.state?.idleMinutes}
          onChange={(event) => void identities.setIdle(Number(event.target.value))}
        >
          {[2, 5, 10, 20, 60].map((minutes) => (
            <option key={minutes} value={minutes}>
              {words.minutes(minutes)}
            </option>
          ))}
        </select>
      </p>
    </>
  );
});

const PersonRow = observer(({ person }: { readonly person: Identity }) => {
  const { identities } = useRoot();
  const words = useText().identity;
  const [editing, setEditing] = useState<readonly Role[] | null>(null);
  const own = person.id === identities.current?.id;
  const atWork = person.origin === 'local' && person.disabledAt === null;
  const state = person.disabledAt ? words.disabled : words.origins[person.origin];
  return (
    <tr data-testid="person-row">
      <td>
        {person.name}
        {own && <span className="hint"> {words.you}</span>}
      </td>
      <td>
        {editing ? (
          <RoleChoice value={editing} onChange={setEditing} />
        ) : (
          person.roles.map((role) => words.roles[role]).join(words.listComma)
        )}
      </td>
      <td>
        <code>{person.keyFingerprint ?? words.noKey}</code>
      </td>
      <td>
        {state}
        {atWork && (!own || identities.people.length === 1) && (
          <PersonActs person={person} editing={editing} onEdit={setEditing} />
        )}
      </td>
    </tr>
  );
});

interface ActsProps {
  readonly person: Identity;
  readonly editing: readonly Role[] | null;
  readonly onEdit: (roles: readonly Role[] | null) => void;
}

const PersonActs = observer(({ person, editing, onEdit }: ActsProps) => {
  const { identities } = useRoot();
  const text = useText();
  const words = text.identity;
  const save = async (): Promise<void> => {
    if (editing && (await identities.setRoles(person.id, [...editing]))) onEdit(null);
  };
  if (editing) {
    return (
      <span className="person-acts">
        <button
          type="button"
          className="button small"
          data-testid="roles-save"
          disabled={identities.busy || editing.length === 0}
          onClick={() => void save()}
        >
          {words.save}
        </button>
        <button type="button" className="button small" onClick={() => onEdit(null)}>
          {text.app.cancel}
        </button>
      </span>
    );
  }
  return (
    <span className="person-acts">
      <button
        type="button"
        className="button small"
        data-testid="roles-edit"
        onClick={() => onEdit(person.roles)}
      >
        {words.editRoles}
      </button>
      {identities.people.length > 1 && (
        <button
          type="button"
          className="button small"
          data-testid="person-disable"
          title={words.disableHint}
          disabled={identities.busy}
          onClick={() => void identities.disable(person.id)}
        >
          {words.disable}
        </button>
      )}
    </span>
  );
});
