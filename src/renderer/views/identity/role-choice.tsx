import { observer } from 'mobx-react-lite';
import { type Role, roles } from '../../../shared/model/sign-off';
import { useText } from '../context';

interface Props {
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
  readonly disabled?: boolean;
}

/** What a person may do; at least one. */
export const RoleChoice = observer(({ value, onChange, disabled }: Props) => {
  const words = useText().identity;
  return (
    <fieldset className="role-choice" disabled={disabled}>
      <legend>{words.rolesTitle}</legend>
      {roles.map((role) => (
        <label key={role} title={words.roleHints[role]}>
          <input
            type="checkbox"
            data-testid={`role-${role}`}
            checked={value.includes(role)}
            onChange={(event) =>
              onChange(roles.filter((one) => (one === role ? event.target.checked : value.includes(one))))
            }
          />
          {words.roles[role]}
          <span className="hint">{words.roleHints[role]}</span>
        </label>
      ))}
    </fieldset>
  );
});
