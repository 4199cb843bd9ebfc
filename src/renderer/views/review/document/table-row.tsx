import { memo } from 'react';
import type { CellSpan } from '../../../../shared/merged-cells';
import type { Row } from '../../../../shared/model/document';
import { MarkedText } from '../../../components/marked-text';
import { PlaceEditor } from '../editing/place-editor';
import type { Marked } from './block-view';

export const NO_SPANS: readonly CellSpan[] = Object.freeze([]);

interface Props extends Marked {
  readonly row: Row;
  /** As `EditedCell.row`. */
  readonly at: number;
  /** Column of the cell that is being changed, or -1. */
  readonly editing: number;
  readonly spans: readonly CellSpan[];
  readonly isHeader: boolean;
  /** Only some rows exist: say which this is. */
  readonly counted: boolean;
  /** Of the whole table, in columns. */
  readonly width: number;
  readonly amounts: ReadonlySet<number>;
}

/** Fewer characters stay in one line. */
const LONG_NAME = 4;
const ORDINAL = /^[\d.、]*$/;

/** The cell that names the row: beside columns of amounts, which do not wrap, it would be as narrow as one character. */
const nameOf = ({ cells }: Row, amounts: ReadonlySet<number>): number =>
  cells.findIndex(({ prose }, column) => !amounts.has(column) && !ORDINAL.test(prose.text));

const classOf = (
  { cells }: Row,
  column: number,
  columns: number,
  name: number,
  amounts: ReadonlySet<number>,
) => {
  if (columns > 1) return undefined;
  if (amounts.has(column)) return 'amount';
  if (column !== name) return undefined;
  return (cells[column]?.prose.text.length ?? 0) < LONG_NAME ? 'row-name short' : 'row-name';
};

export const TableRow = memo(
  ({ row, at, editing, counted, spans, isHeader, width, amounts, ...marked }: Props) => {
    const name = isHeader ? -1 : nameOf(row, amounts);
    return (
      <tr aria-rowindex={counted ? at + 2 : undefined}>
        {row.cells.map((cell, column) => {
          const { columns = 1, rows = 1 } = spans[column] ?? {};
          if (columns === 0) return null;
          const span = { colSpan: columns > 1 ? columns : undefined, rowSpan: rows > 1 ? rows : undefined };
          const place = { 'data-row': at, 'data-column': column, tabIndex: -1 };
          const content =
            column === editing ? <PlaceEditor /> : <MarkedText prose={cell.prose} {...marked} />;
          if (isHeader) {
            return (
              <th key={cell.outer.start} scope={columns > 1 ? 'colgroup' : 'col'} {...place} {...span}>
                {content}
              </th>
            );
          }
          return (
            <td
              key={cell.outer.start}
              className={classOf(row, column, columns, name, amounts)}
              {...place}
              {...span}
            >
              {content}
            </td>
          );
        })}
        {row.cells.length < width && <td colSpan={width - row.cells.length} className="missing" />}
      </tr>
    );
  },
);
