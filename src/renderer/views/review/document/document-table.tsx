import { observer } from 'mobx-react-lite';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { headerIsApart } from '../../../../shared/merged-cells';
import type { Table } from '../../../../shared/model/document';
import { amountColumns } from '../../../tables/amount-columns';
import { distribute, keepSame, type Mark, NO_MARKS } from '../../../text/marks';
import { rowsOf, spansIn, widthOf } from '../../../text/table-rows';
import { useRoot, useText } from '../../context';
import type { Marked } from './block-view';
import { LongTable } from './long-table';
import { NO_SPANS, TableRow } from './table-row';

/** The cell whose text is being changed; `row` as `TextChange` counts. */
export interface EditedCell {
  readonly row: number;
  readonly column: number;
}

type Props = Marked & {
  readonly table: Table;
  readonly editing: EditedCell | null;
  /** Where the block begins in the scrolled pane, in pixels. */
  readonly top: number;
  readonly scroll: RefObject<HTMLElement | null>;
};

const withFigures = (marks: readonly Mark[], figures: readonly Mark[]): readonly Mark[] =>
  figures.length === 0 ? marks : marks.length === 0 ? figures : [...marks, ...figures];

/** From so many rows on only those in view exist. */
const LONG = 40;

/** A real table. Rows keep the cells that they really have, so that a torn row looks torn. */
export const DocumentTable = observer(({ table, marks, editing, top, scroll, ...rest }: Props) => {
  const text = useText();
  const { marks: all } = useRoot();
  const rows = useMemo(() => rowsOf(table), [table]);
  const last = useRef<ReadonlyMap<number, readonly Mark[]>>(new Map());
  const byRow = useMemo(() => keepSame(last.current, distribute(rows, marks)), [rows, marks]);
  useEffect(() => {
    last.current = byRow;
  }, [byRow]);
  const amounts = useMemo(() => amountColumns(table), [table]);
  const spans = useMemo(() => spansIn(table), [table]);
  const width = useMemo(() => widthOf(table), [table]);
  const title = table.header.cells.map((cell) => cell.prose.text).filter((name) => name !== '');
  const first = table.header.cells.length === 0 ? 1 : 0;
  const isLong = rows.length > LONG;
  const rowAt = (index: number) => {
    const row = rows[index];
    if (!row) return null;
    const at = index - 1;
    return (
      <TableRow
        key={at}
        row={row}
        at={at}
        isHeader={index <= table.headerRows}
        editing={editing?.row === at ? editing.column : -1}
        counted={isLong}
        width={width}
        amounts={amounts}
        spans={spans[index] ?? NO_SPANS}
        marks={withFigures(byRow.get(index) ?? NO_MARKS, all.figuresInRow(table, row.range))}
        {...rest}
      />
    );
  };
  const range = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, offset) => rowAt(from + offset));
  // Rows of a merged cell must stand in one section of the table.
  const head = headerIsApart(table) ? table.headerRows + 1 : first;
  return (
    <section
      className="table-scroll"
      aria-label={text.review.tableOf(title.join('、'))}
      tabIndex={width > 8 ? 0 : undefined}
    >
      {isLong ? (
        <LongTable
          table={table}
          spans={spans}
          width={width}
          head={head}
          first={first}
          rows={range}
          top={top}
          scroll={scroll}
        />
      ) : (
        <table>
          {head > first && <thead>{range(first, head)}</thead>}
          <tbody>{range(head, rows.length)}</tbody>
        </table>
      )}
    </section>
  );
});
