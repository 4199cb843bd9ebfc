import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { QuoteRow } from '../../../shared/tables/quote-rows';
import { placeGroups } from '../../tables/places';
import { quotedTable } from '../../tables/quoted-cells';
import { useRoot, useText } from '../context';
import { TableGrid } from '../review/data/table-grid';
import { PlaceCard } from './place-card';

const SHOWN_SENTENCES = 60;

/** Left the table with its quoted cells marked, right the sentences that quote it, the chosen one first. */
export const QuoteSides = observer(({ quote }: { readonly quote: QuoteRow }) => {
  const { review } = useRoot();
  const text = useText();
  const { tables, snapshot } = review;
  const { quotes } = review.data;
  const entry = tables.find(({ table }) => table.index === quote.table);
  const { rows } = quotes.data;
  const document = snapshot?.analysis.document;
  const table = entry?.table;
  const quoted = useMemo(() => table && quotedTable(table, rows), [table, rows]);
  const sentences = useMemo(
    () =>
      document && quoted
        ? placeGroups(document, [quote.prose, ...quoted.quotes.map(({ prose }) => prose)])
        : [],
    [document, quoted, quote],
  );
  if (!entry || !quoted) return null;
  const number = tables.indexOf(entry) + 1;
  return (
    <div className="strip-sides quote-sides">
      <div className="quote-table">
        <h3 lang="zh-CN">{entry.title || text.tables.untitled(number)}</h3>
        <TableGrid
          table={entry.table}
          focus={quote.cell.range}
          quoting={{ cells: quoted.cells, onPick: (row) => quotes.choose(row) }}
        />
      </div>
      <div className="quote-sentences">
        <h3>{text.data.quoted}</h3>
        {sentences.slice(0, SHOWN_SENTENCES).map(({ key, ranges }) => (
          <PlaceCard key={key} ranges={ranges} />
        ))}
        {sentences.length > SHOWN_SENTENCES && (
          <p className="hint">{text.data.moreTerms(sentences.length - SHOWN_SENTENCES)}</p>
        )}
      </div>
    </div>
  );
});
