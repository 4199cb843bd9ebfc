import { observer } from 'mobx-react-lite';
import { memo, useEffect, useMemo, useRef } from 'react';
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
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 1);
  const title = table.header.cells.map((cell) => cell.prose.text).join('、');
  return (
    <section
      className="table-scroll"
      aria-label={text.review.tableOf(title)}
      tabIndex={width > 8 ? 0 : undefined}
    >
      <table>
        {table.header.cells.length > 0 && (
          <thead>
            <tr>
              {table.header.cells.map((cell) => (
                <th key={cell.outer.start} scope="col">
                  <MarkedText prose={cell.prose} marks={byRow.get(0) ?? NO_MARKS} {...rest} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {table.rows.map((row, index) => (
            <TableRow
              key={row.range.start}
              row={row}
              width={width}
              amounts={amounts}
              marks={byRow.get(index + 1) ?? NO_MARKS}
              {...rest}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
});

type RowProps = Marked & { readonly row: Row; readonly width: number; readonly amounts: ReadonlySet<number> };

const TableRow = memo(({ row, width, amounts, ...marked }: RowProps) => (
  <tr>
    {row.cells.map((cell, column) => (
      <td key={cell.outer.start} className={amounts.has(column) ? 'amount' : undefined}>
        <MarkedText prose={cell.prose} {...marked} />
      </td>
    ))}
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
      .map((row) => row.cells[column]?.prose.text ?? '')
      .filter((text) => /\d/.test(text));
    const amounts = texts.filter((text) => AMOUNT.test(text));
    if (amounts.length === texts.length && amounts.some((text) => !PLAIN_NUMBER.test(text)))
      columns.add(column);
  });
  return columns;
}
