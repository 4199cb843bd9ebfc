import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { DataTable } from '../../../shared/ipc';
import { Icon } from '../../components/icon';
import type { TableList } from '../../stores/table-list';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';
import { copyTable } from './copy-rows';

interface Props {
  readonly list: TableList<unknown>;
  readonly table: DataTable | 'power';
  /** What narrows this table besides the search. */
  readonly children?: ReactNode;
}

/** What narrows a table, how many rows are left, and ways to take them along. */
export const TableTools = observer(({ list, table, children }: Props) => {
  const { notices, review } = useRoot();
  const words = useText().data;
  const copy = (): void => {
    const count = list.listed.length;
    if (copyTable(list.tsv(true))) notices.say('info', words.copied(count));
  };
  return (
    <div className="table-tools">
      <input
        type="search"
        data-testid="data-search"
        aria-label={words.search}
        placeholder={words.searchHints[table]}
        value={list.search}
        onChange={(event) => list.setSearch(event.target.value)}
      />
      {children}
      {list.isFiltered && (
        <button
          type="button"
          className="button small"
          data-testid="data-clear"
          onClick={() => {
            review.data.setSection(null);
            list.clearFilters();
          }}
        >
          {words.clear}
        </button>
      )}
      <RowCount list={list} />
      <button
        type="button"
        className="button small"
        data-testid="data-copy"
        title={words.copyHint}
        onClick={copy}
      >
        <Icon name="copy" />
        {words.copy}
      </button>
      {table !== 'power' && <ExportButtons table={table} />}
    </div>
  );
});

const RowCount = observer(({ list }: Pick<Props, 'list'>) => {
  const { settings } = useRoot();
  const words = useText().data;
  const count = (n: number): string => formatCount(n, settings.current.language);
  const { chosen } = list;
  const several = chosen ? chosen[1] - chosen[0] + 1 : 0;
  return (
    <span className="row-count" role="status" data-testid="data-count">
      {words.count(count(list.listed.length), count(list.data.rows.length))}
      {several > 1 && ` · ${words.chosen(count(several))}`}
    </span>
  );
});

const ExportButtons = observer(({ table }: { readonly table: DataTable }) => {
  const { data } = useRoot();
  const words = useText().data;
  return (
    <>
      <button
        type="button"
        className="button small"
        data-testid="data-xlsx"
        disabled={data.exporting}
        onClick={() => void data.export(table, 'xlsx')}
      >
        <Icon name="export" />
        {words.exportXlsx}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="data-csv"
        disabled={data.exporting}
        onClick={() => void data.export(table, 'csv')}
      >
        {words.exportCsv}
      </button>
    </>
  );
});

/** The section that all tables are narrowed to. */
export const SectionSelect = observer(() => {
  const { data } = useRoot().review;
  const words = useText().data;
  return (
    <select
      aria-label={words.section}
      data-testid="data-section"
      value={data.section ?? ''}
      onChange={(event) => data.setSection(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{words.allSections}</option>
      {data.sections.map(({ index, level, title }) => (
        <option key={index} value={index} lang="zh-CN">
          {'\u3000'.repeat(level - 1) + title}
        </option>
      ))}
    </select>
  );
});
