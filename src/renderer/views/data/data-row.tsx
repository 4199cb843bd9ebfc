import { observer } from 'mobx-react-lite';
import type { TableList } from '../../stores/table-list';
import { useText } from '../context';

interface Props {
  readonly id: string;
  readonly list: TableList<unknown>;
  readonly position: number;
  readonly onOpen: () => void;
}

/** A row of a data table: a click chooses it, a double click leads to the text. */
export const DataRow = observer(({ id, list, position, onOpen }: Props) => {
  const text = useText();
  const index = list.listed[position];
  const row = list.rowAt(position);
  if (index === undefined || row === null) return null;
  return (
    <tr
      id={id}
      data-testid="data-row"
      data-row={index}
      aria-rowindex={position + 2}
      aria-selected={list.isChosen(position)}
      className={list.position === position ? 'at-cursor' : undefined}
      onClick={(event) => list.choose(index, event.shiftKey)}
      onDoubleClick={onOpen}
    >
      {list.columns.map((column) => {
        const shown = column.text(row, text);
        const mark = column.mark?.(row);
        return (
          <td
            key={column.name}
            data-column={column.name}
            className={column.numeric ? 'number' : undefined}
            lang="zh-CN"
            title={shown}
          >
            {mark && (
              <i className={mark.look} aria-hidden="true">
                {mark.sign}
              </i>
            )}
            {shown}
          </td>
        );
      })}
    </tr>
  );
});
