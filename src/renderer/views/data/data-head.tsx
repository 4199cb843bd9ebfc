import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import type { Column, Sort } from '../../tables/column';
import { useText } from '../context';

interface Props {
  readonly columns: readonly Column<unknown>[];
  readonly sort: Sort | null;
  readonly onSort: (column: Sort['column']) => void;
}

/** The header row; each name sorts by its column. */
export const DataHead = observer(({ columns, sort, onSort }: Props) => {
  const words = useText().data;
  return (
    <thead>
      <tr>
        {columns.map(({ name, numeric }) => {
          const own = sort?.column === name ? sort : null;
          const direction = own && (own.descending ? 'descending' : 'ascending');
          return (
            <th
              key={name}
              scope="col"
              className={numeric ? 'number' : undefined}
              aria-sort={direction ?? undefined}
            >
              <button
                type="button"
                className="sort"
                data-testid={`sort-${name}`}
                title={words.sortBy(words.columns[name])}
                onClick={() => onSort(name)}
              >
                <span>{words.columns[name]}</span>
                {own && <Icon name={own.descending ? 'down' : 'up'} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
});
