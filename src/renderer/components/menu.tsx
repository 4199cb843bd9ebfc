import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon';

export interface MenuAct {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** The key that does the same. */
  readonly keys?: string;
  readonly onDo: () => void;
}

interface Props {
  readonly label: string;
  readonly testid: string;
  readonly acts: readonly MenuAct[];
}

/** A button with a list of acts behind it. */
export const Menu = ({ label, testid, acts }: Props) => (
  <MenuTrigger>
    <Button className="button quiet" aria-label={label} data-testid={testid}>
      <Icon name="more" />
    </Button>
    <Popover className="menu-popover" placement="bottom end">
      <AriaMenu
        className="menu"
        aria-label={label}
        onAction={(id) => acts.find((act) => act.id === id)?.onDo()}
      >
        {acts.map((act) => (
          <MenuItem
            key={act.id}
            id={act.id}
            className="menu-item"
            textValue={act.label}
            data-testid={`menu-${act.id}`}
          >
            <Icon name={act.icon} />
            <span>{act.label}</span>
            {act.keys && <kbd>{act.keys}</kbd>}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
