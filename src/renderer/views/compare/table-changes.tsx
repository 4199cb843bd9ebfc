import { observer } from 'mobx-react-lite';
import type { CellChange, TableChange } from '../../../shared/model/comparison';
import { Empty } from '../../components/empty';
import { useVirtualRows } from '../../components/virtual-rows';
import { useRoot, useText } from '../context';

const ROW_HEIGHT = 34;

type Line =
  | { readonly kind: 'table'; readonly table: TableChange }
  | { readonly kind: 'cell'; readonly cell: CellChange };

/** Tables, each with its cells that differ. */
export const TableChanges = observer(({ changes }: { readonly changes: readonly TableChange[] }) => {
  const words = useText().comparison;
  const lines = changes.flatMap((table): Line[] => [
    { kind: 'table', table },
    ...table.cells.map((cell): Line => ({ kind: 'cell', cell })),
  ]);
  const { scroll, rows } = useVirtualRows<HTMLElement>(lines.length, ROW_HEIGHT);
  if (changes.length === 0) return <Empty title={words.noTables} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.tables}>
      <ol className="virtual" style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          return (
            line && (
              <li
                key={row.index}
                ref={rows.measureElement}
                className="virtual-row"
                data-index={row.index}
                data-testid={line.kind === 'table' ? 'table-change' : 'cell-change'}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {line.kind === 'table' ? <TableLine table={line.table} /> : <CellLine cell={line.cell} />}
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
});

const TableLine = observer(({ table }: { readonly table: TableChange }) => {
  const { compare } = useRoot();
  const words = useText().comparison;
  const { after } = table;
  return (
    <h3 className="table-change">
      <span className="revision">{words.counts[table.kind]}</span>
      <span lang="zh-CN">{table.title || words.untitled}</span>
      {after && compare.placesAreShown && (
        <button
          type="button"
          className="link"
          aria-label={`${words.goTo} ${table.title}`}
          onClick={() => compare.goTo(after)}
        >
          {words.goTo}
        </button>
      )}
    </h3>
  );
});

const CellLine = observer(({ cell }: { readonly cell: CellChange }) => {
  const { compare } = useRoot();
  const words = useText().comparison;
  const { row, column, before, after } = cell;
  return (
    <p className="cell-change" lang="zh-CN">
      <span className="cell-place">{[row, column].filter(Boolean).join(' / ') || words.header}</span>
      {before ? <del>{before.text || words.empty}</del> : words.none}
      <span aria-hidden="true">→</span>
      {!after && words.none}
      {after && !compare.placesAreShown && <ins>{after.text || words.empty}</ins>}
      {after && compare.placesAreShown && (
        <button type="button" className="link" title={words.goTo} onClick={() => compare.goTo(after.range)}>
          <ins>{after.text || words.empty}</ins>
        </button>
      )}
    </p>
  );
});
