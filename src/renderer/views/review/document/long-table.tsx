import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellSpan } from '../../../../shared/merged-cells';
import type { Table } from '../../../../shared/model/document';
import { columnShares } from './column-shares';
import { heightReader } from './heights';
import { chunkAt, chunksOf } from './row-chunks';
import { useShownRows } from './shown-rows';

interface Props {
  readonly table: Table;
  readonly spans: readonly (readonly CellSpan[])[];
  readonly width: number;
  /** Index of the first row of the body and of the first row at all; 0 is the header. */
  readonly head: number;
  readonly first: number;
  readonly rows: (from: number, to: number) => ReactNode;
  readonly top: number;
  readonly scroll: RefObject<HTMLElement | null>;
}

/**
 * A table of which only the rows in view exist. They come and go in chunks, each a section of the table, so that a
 * merged cell is never cut; the widths of the columns are fixed, so that nothing moves sideways while one scrolls.
 */
export function LongTable({ table, spans, width, head, first, rows, top, scroll }: Props) {
  const element = useRef<HTMLTableElement>(null);
  const [above, setAbove] = useState(0);
  const chunks = useMemo(() => chunksOf(spans, head, table.rows.length + 1), [spans, head, table]);
  const heightOf = useMemo(() => heightReader(table), [table]);
  const shares = useMemo(() => columnShares(table, width), [table, width]);
  useLayoutEffect(() => {
    const headHeight = element.current?.tHead?.offsetHeight ?? 0;
    const offset = element.current?.closest<HTMLElement>('.block')?.getBoundingClientRect().top ?? 0;
    const own = element.current?.getBoundingClientRect().top ?? offset;
    setAbove(Math.round(own - offset) + headHeight);
  }, []);
  const virtual = useVirtualizer({
    count: chunks.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => {
      const { from, to } = chunks[index] ?? { from: 0, to: 0 };
      let height = 0;
      for (let at = from; at < to; at++) height += heightOf(at - 1);
      return height;
    },
    overscan: 1,
    scrollMargin: top + above,
    useFlushSync: false,
  });
  const shown = virtual.getVirtualItems();
  const shownRows = useShownRows();
  useEffect(() => {
    shownRows.set(table.index, (row) => virtual.scrollToIndex(chunkAt(chunks, row + 1), { align: 'center' }));
    return () => void shownRows.delete(table.index);
  }, [shownRows, table.index, chunks, virtual]);
  const start = (shown[0]?.start ?? top + above) - top - above;
  const rest = virtual.getTotalSize() - ((shown.at(-1)?.end ?? top + above) - top - above);
  return (
    <table ref={element} className="long-table" aria-rowcount={table.rows.length + 1}>
      <colgroup>
        {shares.map((share, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
          <col key={column} style={{ width: `${share}%` }} />
        ))}
      </colgroup>
      {head > first && <thead>{rows(first, head)}</thead>}
      <Gap height={start} />
      {shown.map(({ index }) => {
        const { from, to } = chunks[index] ?? { from: 0, to: 0 };
        return (
          <tbody key={index} ref={virtual.measureElement} data-index={index}>
            {rows(from, to)}
          </tbody>
        );
      })}
      <Gap height={rest} />
    </table>
  );
}

/** The room of rows that do not exist. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true" className="row-gap">
      <tr style={{ height: `${height}px` }} />
    </tbody>
  );
