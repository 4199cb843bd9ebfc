import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

/** In the top bar: who sits at the desk. */
export const DeskPerson = observer(() => {
  const { ui, identities } = useRoot();
  const words = useText().identity;
  const { current } = identities;
  if (!current) return null;
  const label = words.atDesk(
    current.name,
    current.roles.map((role) => words.roles[role]).join(words.listComma),
  );
  return (
    <button
      type="button"
      className="button quiet desk-person"
      data-testid="desk-person"
      aria-label={label}
      title={label}
      onClick={() => ui.openDialog('people')}
    >
      <Icon name="person" />
      <span>{current.name}</span>
    </button>
  );
});
