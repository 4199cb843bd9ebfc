import { observer } from 'mobx-react-lite';
import { memo, useEffect, useMemo, useRef } from 'react';
import { type CellSpan, headerIsApart, spansOf } from '../../../../shared/merged-cells';
import type { Row, Table } from '../../../../shared/model/document';
import { MarkedText } from '../../../components/marked-text';
import { distribute, keepSame, type Mark, NO_MARKS } from '../../../text/marks';
import { useText } from '../../context';
import type { Marked } from './block-view';

type Props = Marked & { readonly table: Table };

/** A real table. Rows keep the cells that they really have, so that a torn row looks torn. */
export const DocumentTable = observer(({ table, marks, ...rest }: Props) => {
  const text = useText();
  const rows = useMemo(() => [table.header, ...table.rows], [table]);
  const last = useRef<ReadonlyMap<number, readonly Mark[]>>(new Map());
  const byRow = useMemo(() => keepSame(last.current, distribute(rows, marks)), [rows, marks]);
  useEffect(() => {
    last.current = byRow;
  }, [byRow]);
  const amounts = useMemo(() => amountColumns(table), [table]);
  const spans = useMemo(() => spansOf(table), [table]);
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 1);
  const title = table.header.cells.map((cell) => cell.prose.text).filter((name) => name !== '');
  const shown = rows.flatMap((row, index) => {
    if (index === 0 && row.cells.length === 0) return [];
    const props = {
      row,
      width,
      amounts,
      spans: spans[index] ?? NO_SPANS,
      marks: byRow.get(index) ?? NO_MARKS,
    };
    return <TableRow key={row.range.start} isHeader={index <= table.headerRows} {...props} {...rest} />;
  });
  // Rows of a merged cell must stand in one section of the table.
  const head = headerIsApart(table) ? shown.length - table.rows.length + table.headerRows : 0;
  return (
    <section
      className="table-scroll"
      aria-label={text.review.tableOf(title.join('、'))}
      tabIndex={width > 8 ? 0 : undefined}
    >
      <table>
        {head > 0 && <thead>{shown.slice(0, head)}</thead>}
        <tbody>{shown.slice(head)}</tbody>
      </table>
    </section>
  );
});

const NO_SPANS: readonly CellSpan[] = Object.freeze([]);

interface RowProps extends Marked {
  readonly row: Row;
  readonly spans: readonly CellSpan[];
  readonly isHeader: boolean;
  /** Of the whole table, in columns. */
  readonly width: number;
  readonly amounts: ReadonlySet<number>;
}

const TableRow = memo(({ row, spans, isHeader, width, amounts, ...marked }: RowProps) => (
  <tr>
    {row.cells.map((cell, column) => {
      const { columns = 1, rows = 1 } = spans[column] ?? {};
      if (columns === 0) return null;
      const span = { colSpan: columns > 1 ? columns : undefined, rowSpan: rows > 1 ? rows : undefined };
      const content = <MarkedText prose={cell.prose} {...marked} />;
      if (isHeader) {
        return (
          <th key={cell.outer.start} scope={columns > 1 ? 'colgroup' : 'col'} {...span}>
            {content}
          </th>
        );
      }
      const name = columns === 1 && amounts.has(column) ? 'amount' : undefined;
      return (
        <td key={cell.outer.start} className={name} {...span}>
          {content}
        </td>
      );
    })}
    {row.cells.length < width && <td colSpan={width - row.cells.length} className="missing" />}
  </tr>
));

const AMOUNT = /^[-+−]?[\d,，]+(?:\.\d+)?[%％]?$/;
const PLAIN_NUMBER = /^\d+$/;

/** Columns of amounts stand flush right; row numbers and dates written as digits stay centred like text. */
function amountColumns(table: Table): ReadonlySet<number> {
  const columns = new Set<number>();
  table.header.cells.forEach((_, column) => {
    const texts = table.rows
      .slice(table.headerRows)
      .map((row) => row.cells[column]?.prose.text ?? '')
      .filter((text) => /\d/.test(text));
    const amounts = texts.filter((text) => AMOUNT.test(text));
    if (amounts.length === texts.length && amounts.some((text) => !PLAIN_NUMBER.test(text)))
      columns.add(column);
  });
  return columns;
}
