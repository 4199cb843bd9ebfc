import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import type { GroupLine } from '../../stores/library-groups';
import { useRoot, useText } from '../context';

interface Props {
  readonly line: GroupLine;
  readonly index: number;
}

/** The head of a group of reports: Enter, ← and → fold it and unfold it. */
export const GroupRow = observer(({ line, index }: Props) => {
  const { library } = useRoot();
  const words = useText().library;
  const chosen = library.row === index;
  const { name, reports, folded } = line;
  return (
    <tr
      className="library-group"
      data-testid="library-group"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!folded}
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      onFocus={() => library.moveTo(index)}
      onClick={() => library.fold(index, !folded)}
    >
      <td colSpan={7}>
        <Icon name={folded ? 'forward' : 'unfolded'} />
        <span lang={name === '' ? undefined : 'zh-CN'}>
          {words.group(name === '' ? words.noGroup[library.grouping] : name, reports)}
        </span>
      </td>
    </tr>
  );
});
