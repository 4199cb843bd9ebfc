import { observer } from 'mobx-react-lite';
import type { MappedTable } from '../../stores/mapping-store';
import { useRoot, useText } from '../context';

/** The tables of the file: each taken or not, one of them shown. */
export const TablePicker = observer(() => {
  const { mapping } = useRoot();
  const words = useText().mapping;
  return (
    <ul className="table-picker" aria-label={words.tables}>
      {mapping.tables.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tables of one file never move
        <TableItem key={index} one={one} index={index} />
      ))}
    </ul>
  );
});

interface ItemProps {
  readonly one: MappedTable;
  readonly index: number;
}

const TableItem = observer(({ one, index }: ItemProps) => {
  const { mapping } = useRoot();
  const words = useText().mapping;
  const name = nameOf(one, index);
  return (
    <li className={mapping.index === index ? 'chosen' : undefined} data-testid="mapping-table">
      <input
        type="checkbox"
        data-testid="mapping-take"
        aria-label={words.takeOf(name)}
        title={words.take}
        checked={one.taken}
        onChange={(event) => mapping.setTaken(index, event.target.checked)}
      />
      <button
        type="button"
        className="link"
        lang="zh-CN"
        aria-current={mapping.index === index ? 'true' : undefined}
        onClick={() => mapping.show(index)}
      >
        {name}
      </button>
    </li>
  );
});

const nameOf = ({ table }: MappedTable, index: number): string =>
  `${index + 1}. ${table.title === '' ? table.sheet : `${table.sheet} · ${table.title}`}`;
