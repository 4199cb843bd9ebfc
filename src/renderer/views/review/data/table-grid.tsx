import { useVirtualizer } from '@tanstack/react-virtual';
import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import type { Cell, Row, Table } from '../../../../shared/model/document';
import { overlaps } from '../../../../shared/model/range';
import { Spacer } from '../../../components/spacer';
import type { FindingTone } from '../../../text/marks';
import { useRoot, useText } from '../../context';

const ROW_HEIGHT = 26;

/** The table as a grid; a cell leads to its place in the document. Only the rows in view exist. */
export const TableGrid = observer(({ table }: { readonly table: Table }) => {
  const words = useText().tables;
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = rows.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.grid}>
      <table className="grid-table" lang="zh-CN" aria-rowcount={table.rows.length + 1}>
        <thead>
          <tr>
            {table.header.cells.map((cell) => (
              <th key={cell.outer.start} scope="col">
                {cell.prose.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={shown[0]?.start ?? 0} />
          {shown.map(({ index }) => {
            const row = table.rows[index];
            return row && <GridRow key={index} row={row} index={index} measure={rows.measureElement} />;
          })}
          <Spacer height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
});

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly measure: (element: Element | null) => void;
}

const GridRow = observer(({ row, index, measure }: RowProps) => {
  const { findings } = useRoot().review;
  const here = findings.items.find((item) => overlaps(item.finding.range, row.range));
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {row.cells.map((cell) => (
        <GridCell key={cell.outer.start} cell={cell} tone={here?.tone} />
      ))}
    </tr>
  );
});

interface CellProps {
  readonly cell: Cell;
  readonly tone: FindingTone | undefined;
}

const GridCell = observer(({ cell, tone }: CellProps) => {
  const { review } = useRoot();
  const words = useText().tables;
  const { spot } = review;
  const chosen = spot !== null && overlaps(spot, cell.outer);
  return (
    <td className={chosen ? 'chosen' : undefined} data-tone={tone}>
      <button type="button" className="cell" title={words.goTo} onClick={() => review.jump(cell.range)}>
        {cell.prose.text || '\u00a0'}
      </button>
    </td>
  );
});
