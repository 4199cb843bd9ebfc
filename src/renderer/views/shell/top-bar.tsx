import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

interface Props {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The bar that every screen has: where one is on the left, what can be done on the right. */
export const TopBar = observer(({ children, actions }: Props) => {
  const { ui, goLedgers, goVerify } = useRoot();
  const text = useText();
  return (
    <header className="top-bar">
      <div className="top-bar-title">{children}</div>
      <div className="top-bar-actions">
        {actions}
        {ui.screen !== 'ledgers' && (
          <button type="button" className="button quiet" data-testid="ledgers-open" onClick={goLedgers}>
            <Icon name="table" />
            {text.ledgers.open}
          </button>
        )}
        <button type="button" className="button quiet" data-testid="verify-open" onClick={goVerify}>
          <Icon name="seal" />
          {text.verify.open}
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
