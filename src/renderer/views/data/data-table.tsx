import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect, useId } from 'react';
import { Spacer } from '../../components/spacer';
import { useVirtualRows } from '../../components/virtual-rows';
import type { TableList } from '../../stores/table-list';
import { PADDING, textWidth } from '../../tables/text-width';
import { useRoot, useText } from '../context';
import { DataHead } from './data-head';
import { DataRow } from './data-row';
import { tableKey } from './table-keys';

/** Pixels, at the usual size of letters; columns grow with them as well. */
const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 32;

interface Props {
  readonly list: TableList<unknown>;
  readonly label: string;
  /** Leads from the row that the keys stand on to its place in the text. */
  readonly onOpen: () => void;
}

/**
 * One data table as an ARIA grid: one stop for the Tab key, the arrow keys move the row chosen. Only the rows in view
 * exist; two empty rows keep the place of the others.
 */
export const DataTable = observer(({ list, label, onOpen }: Props) => {
  const id = useId();
  const scale = useRoot().settings.typeScale;
  const rowHeight = ROW_HEIGHT * scale;
  const { listed, position, columns, sort } = list;
  const { scroll, rows, shown, before, after } = useVirtualRows<HTMLDivElement>(
    listed.length,
    rowHeight,
    HEAD_HEIGHT,
  );
  useEffect(() => {
    if (position < 0) return;
    const frame = requestAnimationFrame(() => rows.scrollToIndex(position, { align: 'auto' }));
    return () => cancelAnimationFrame(frame);
  }, [position, rows]);
  const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2);
  const press = (event: KeyboardEvent): void => {
    const act = event.target instanceof HTMLTableElement ? tableKey(event, list, page, onOpen) : null;
    if (!act) return;
    event.preventDefault();
    act();
  };
  const names = useText().data.columns;
  const widthOf = ({ name, width: least }: (typeof columns)[number]): number =>
    Math.max(least, Math.ceil(textWidth(names[name])) + PADDING) * scale;
  const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const rowId = (at: number): string => `${id}${at}`;
  const inView = shown.some(({ index }) => index === position);
  return (
    <div ref={scroll} className="data-scroll">
      <table
        className="data-table data-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows can be chosen is a grid
        role="grid"
        data-testid="data-grid"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={listed.length + 1}
        aria-activedescendant={inView ? rowId(position) : undefined}
        style={{ minWidth: `${width}px` }}
        onKeyDown={press}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.name} style={column.grows ? undefined : { width: `${widthOf(column)}px` }} />
          ))}
        </colgroup>
        <DataHead columns={columns} sort={sort} onSort={list.sortBy} />
        <tbody>
          <Spacer height={before} />
          {shown.map(({ index }) => (
            <DataRow key={listed[index]} id={rowId(index)} list={list} position={index} onOpen={onOpen} />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
});
