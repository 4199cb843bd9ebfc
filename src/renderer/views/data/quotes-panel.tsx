import { observer } from 'mobx-react-lite';
import { tieMark, tieStatuses } from '../../tables/tie-mark';
import { useRoot, useText } from '../context';
import { DataPanel } from './data-panel';
import { FacetChips } from './facet-chips';
import { QuoteSides } from './quote-sides';
import { RowStrip } from './row-strip';
import { SectionSelect, TableTools } from './table-tools';

/** (c) Tables and annexes beside the sentences that quote them. */
export const QuotesPanel = observer(() => {
  const { data, review } = useRoot();
  const { quotes } = review.data;
  const words = useText().data;
  return (
    <DataPanel
      list={quotes}
      label={words.tabs.quotes}
      testid="quotes-panel"
      pane="compare"
      head={<QuotesHead />}
      strip={<QuoteStrip />}
      nothing={{ title: words.noQuotes, hint: words.noQuotesHint }}
      onOpen={() => quotes.focused && data.goTo(quotes.focused.prose.range)}
    />
  );
});

const QuotesHead = observer(() => {
  const { data, tables } = useRoot().review;
  const { ties: names, data: words, tables: tableWords } = useText();
  const { quotes } = data;
  const [picked = ''] = quotes.picked('table');
  return (
    <>
      <FacetChips
        label={words.states}
        list={quotes}
        facet="status"
        values={tieStatuses.map((value) => ({ value, name: names.statuses[value], ...tieMark(value) }))}
      />
      <TableTools list={quotes} table="quotes">
        <select
          aria-label={words.table}
          data-testid="quote-table"
          value={picked}
          onChange={({ target: { value } }) => quotes.pick('table', value === '' ? [] : [value])}
        >
          <option value="">{words.allTables}</option>
          {tables.map(({ table, title }, at) => (
            <option key={table.index} value={table.index} lang="zh-CN">
              {`${title || tableWords.untitled(at + 1)} (${quotes.countOf('table', String(table.index))})`}
            </option>
          ))}
        </select>
        <SectionSelect />
      </TableTools>
    </>
  );
});

const QuoteStrip = observer(() => {
  const { quotes } = useRoot().review.data;
  // Without a choice the first one that is listed: the two sides say at once what this table is for.
  const row = quotes.focused ?? quotes.rowAt(0);
  return (
    <RowStrip testid="quote-strip" pane="compare">
      {row && <QuoteSides quote={row} />}
    </RowStrip>
  );
});
