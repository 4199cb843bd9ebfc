import { observer } from 'mobx-react-lite';
import { useEffect, useMemo } from 'react';
import type { Table } from '../../../../shared/model/document';
import { overlaps, type Range } from '../../../../shared/model/range';
import { Spacer } from '../../../components/spacer';
import { useVirtualRows } from '../../../components/virtual-rows';
import { amountColumns } from '../../../tables/amount-columns';
import type { QuotedCell } from '../../../tables/quoted-cells';
import { type ShownCell, type ShownRow, shownRows } from '../../../tables/shown-cells';
import { type FindingTone, firstEndingAtOrAfter } from '../../../text/marks';
import { useRoot, useText } from '../../context';

const ROW_HEIGHT = 26;

/** Cells that the text quotes, by the start of `Cell.outer`, and what a click on one does. */
export interface Quoting {
  readonly cells: ReadonlyMap<number, QuotedCell>;
  readonly onPick: (quote: number) => void;
}

interface Props {
  readonly table: Table;
  /** The place that is looked at: its row is brought into view, its cell marked. */
  readonly focus?: Range | null | undefined;
  readonly quoting?: Quoting | undefined;
}

/** The table as a grid; a cell leads to its place in the document. Only the rows in view exist. */
export const TableGrid = observer(({ table, focus, quoting }: Props) => {
  const words = useText().tables;
  const all = useMemo(() => shownRows(table), [table]);
  const header = all.slice(0, table.headerRows + 1);
  const amounts = useMemo(() => amountColumns(table), [table]);
  const { scroll, rows, shown, before, after } = useVirtualRows<HTMLDivElement>(
    all.length - header.length,
    ROW_HEIGHT,
    header.length * ROW_HEIGHT,
  );
  const here = focus ? rowAround(table, focus) : -1;
  useEffect(() => {
    if (here >= 0) rows.scrollToIndex(here, { align: 'auto' });
  }, [here, rows]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.grid}>
      <table className="grid-table" lang="zh-CN" aria-rowcount={all.length}>
        <GridHeader rows={header} />
        <tbody>
          <Spacer height={before} />
          {shown.map(({ index }) => {
            const row = all[header.length + index];
            const place = { index, number: header.length + index + 1, focus, quoting, amounts };
            return row && <GridRow key={index} row={row} {...place} measure={rows.measureElement} />;
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </section>
  );
});

/** Which row of the body, its header's rows apart, a place stands in; -1 where in none. */
function rowAround({ rows, headerRows }: Table, place: Range): number {
  const at = firstEndingAtOrAfter(rows, place.start);
  const row = rows[at];
  return row && at >= headerRows && overlaps(row.range, place) ? at - headerRows : -1;
}

/** The header's rows are always there, so that its cells can reach over several of them. */
function GridHeader({ rows }: { readonly rows: readonly ShownRow[] }) {
  return (
    <thead>
      {rows.map(({ row, cells }, at) => (
        <tr key={row.range.start} aria-rowindex={at + 1}>
          {cells.map(({ cell, columns, rows: down }) => {
            if (columns === 0) return null;
            const rowSpan = Math.min(down, rows.length - at);
            return (
              <th
                key={cell.outer.start}
                scope={columns > 1 ? 'colgroup' : 'col'}
                colSpan={columns > 1 ? columns : undefined}
                rowSpan={rowSpan > 1 ? rowSpan : undefined}
              >
                {cell.prose.text}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

interface RowProps extends Pick<Props, 'focus' | 'quoting'> {
  readonly row: ShownRow;
  readonly amounts: ReadonlySet<number>;
  readonly index: number;
  /** Of the row in the whole table, from 1. */
  readonly number: number;
  readonly measure: (element: Element | null) => void;
}

const GridRow = observer(({ row: { row, cells }, index, number, measure, amounts, ...rest }: RowProps) => {
  const { findings } = useRoot().review;
  const here = findings.items.find((item) => overlaps(item.finding.range, row.range));
  return (
    <tr ref={measure} data-index={index} aria-rowindex={number}>
      {cells.map((cell, column) => (
        <GridCell
          key={cell.cell.outer.start}
          shown={cell}
          tone={here?.tone}
          isAmount={amounts.has(column)}
          {...rest}
        />
      ))}
    </tr>
  );
});

interface CellProps extends Pick<Props, 'focus' | 'quoting'> {
  readonly shown: ShownCell;
  readonly tone: FindingTone | undefined;
  readonly isAmount: boolean;
}

/** A covered cell shows again, muted, what covers it, and leads there. */
const GridCell = observer(({ shown: { cell, origin }, tone, isAmount, focus, quoting }: CellProps) => {
  const { data } = useRoot();
  const { tables: words, ties } = useText();
  const chosen = focus ? overlaps(focus, origin.outer) : false;
  const quoted = quoting?.cells.get(origin.outer.start);
  const { text } = origin.prose;
  const isCovered = cell !== origin;
  return (
    <td
      className={chosen ? 'chosen' : undefined}
      data-amount={isAmount || undefined}
      data-tone={tone}
      data-quoted={quoted?.status}
    >
      <button
        type="button"
        className={isCovered ? 'cell continued' : 'cell'}
        aria-label={isCovered ? words.merged(text) : undefined}
        title={quoted ? ties.statuses[quoted.status] : words.goTo}
        onClick={() => (quoted ? quoting?.onPick(quoted.quote) : data.goTo(origin.range))}
      >
        {text || '\u00a0'}
      </button>
    </td>
  );
});
