import { observer } from 'mobx-react-lite';
import type { Cell, Row, Table } from '../../../../shared/model/document';
import { overlaps } from '../../../../shared/model/range';
import type { FindingTone } from '../../../text/marks';
import { useRoot, useText } from '../../context';

/** The table as a grid; a cell leads to its place in the document. */
export const TableGrid = observer(({ table }: { readonly table: Table }) => {
  const words = useText().tables;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-scroll" tabIndex={0} aria-label={words.grid}>
      <table className="grid-table" lang="zh-CN">
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
          {table.rows.map((row) => (
            <GridRow key={row.range.start} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
});

const GridRow = observer(({ row }: { readonly row: Row }) => {
  const { findings } = useRoot().review;
  const here = findings.items.find((item) => overlaps(item.finding.range, row.range));
  return (
    <tr className={here ? `tone-${here.tone}` : undefined}>
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
