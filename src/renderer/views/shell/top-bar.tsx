import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../components/icon';
import { useRoot, useText } from '../context';
import { DeskPerson } from '../identity/desk-person';

interface Props {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The bar that every screen has: where one is on the left, what can be done on the right. */
export const TopBar = observer(({ children, actions }: Props) => {
  const { ui, goLedgers, goPolicies, goVerify } = useRoot();
  const text = useText();
  return (
    <header className="top-bar">
      <div className="top-bar-title">{children}</div>
      <div className="top-bar-actions">
        {actions}
        {ui.screen !== 'ledgers' && (
          <Place testid="ledgers-open" icon="table" label={text.ledgers.open} onGo={goLedgers} />
        )}
        {ui.screen !== 'policies' && (
          <Place testid="policies-open" icon="policy" label={text.policies.open} onGo={goPolicies} />
        )}
        <Place testid="verify-open" icon="seal" label={text.verify.open} onGo={goVerify} />
        <DeskPerson />
        <button
          type="button"
          className="button quiet"
          data-testid="shortcuts-open"
          aria-label={text.shortcuts.title}
          title={text.shortcuts.title}
          onClick={() => ui.openDialog('shortcuts')}
        >
          <Icon name="keyboard" />
        </button>
        <button
          type="button"
          className="button quiet"
          data-testid="settings-open"
          aria-label={text.settings.open}
          title={text.settings.open}
          onClick={() => ui.openDialog('settings')}
        >
          <Icon name="settings" />
        </button>
      </div>
    </header>
  );
});

interface PlaceProps {
  readonly testid: string;
  readonly icon: IconName;
  readonly label: string;
  readonly onGo: () => void;
}

/** The way to another screen; in a narrow window its icon stands alone. */
const Place = ({ testid, icon, label, onGo }: PlaceProps) => (
  <button
    type="button"
    className="button quiet"
    data-testid={testid}
    aria-label={label}
    title={label}
    onClick={onGo}
  >
    <Icon name={icon} />
    <span className="place-label">{label}</span>
  </button>
);
