import { observer } from 'mobx-react-lite';
import { Empty } from '../../../components/empty';
import type { TableEntry } from '../../../text/references';
import { useRoot, useText } from '../../context';
import { TableGrid } from './table-grid';
import { TableSource } from './table-source';

/** Tables and annexes: the grid beside the lines it came from, and where the text speaks of it. */
export const TablesTab = observer(() => {
  const { review } = useRoot();
  const words = useText().tables;
  const { tables, tableIndex } = review;
  const entry = tables[tableIndex];
  if (!entry) return <Empty title={words.empty} hint={words.emptyHint} />;
  return (
    <div className="data-tab">
      <div className="filters">
        <select
          aria-label={words.list}
          data-testid="table-select"
          value={tableIndex}
          onChange={(event) => review.selectTable(Number(event.target.value))}
        >
          {tables.map(({ table, title }, index) => (
            <option key={table.index} value={index}>
              {index + 1}. {title || words.untitled(index + 1)}
            </option>
          ))}
        </select>
      </div>
      <TableFacts entry={entry} />
      <div className="table-sides">
        <div className="table-side">
          <h3>{words.grid}</h3>
          <TableGrid table={entry.table} focus={review.spot} />
        </div>
        <div className="table-side">
          <h3>{words.source}</h3>
          <TableSource table={entry.table} />
        </div>
      </div>
    </div>
  );
});

const TableFacts = observer(({ entry }: { readonly entry: TableEntry }) => {
  const { review } = useRoot();
  const words = useText().tables;
  const { table, mentions } = entry;
  return (
    <div className="table-facts">
      <p className="hint">
        {words.size(table.rows.length, table.header.cells.length)}
        {table.broken && ` · ${words.broken}`}
      </p>
      <h3>{words.mentions}</h3>
      {mentions.length === 0 && <p className="hint">{words.noMentions}</p>}
      {mentions.map((mention) => (
        <button
          key={mention.range.start}
          type="button"
          className="place"
          lang="zh-CN"
          onClick={() => review.jump(mention.range)}
        >
          <span className="excerpt">{mention.excerpt}</span>
        </button>
      ))}
    </div>
  );
});
