import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect } from 'react';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { Spacer } from '../../components/spacer';
import { useVirtualRows } from '../../components/virtual-rows';
import type { LibraryLine } from '../../stores/library-groups';
import type { Order } from '../../stores/library-store';
import { useRoot, useText } from '../context';
import { GroupRow } from './group-row';
import { ReportRow } from './report-row';

/** Pixels, at the usual size of letters. */
const ROW_HEIGHT = 58;
const HEAD_HEIGHT = 32;

/** The reports listed; a grid, so that the arrow keys move in it and Enter opens. Only rows in view exist. */
export const ReportTable = observer(() => {
  const { library, settings } = useRoot();
  const words = useText().library;
  const { lines, row, listed } = library;
  const grouped = library.grouping !== 'none';
  const { scroll, rows, shown, before, after } = useVirtualRows<HTMLDivElement>(
    lines.length,
    ROW_HEIGHT * settings.typeScale,
    HEAD_HEIGHT,
  );
  const focusRow = (at: number): void => {
    rows.scrollToIndex(at);
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[aria-rowindex="${at + 2}"]`)?.focus(),
    );
  };
  // Coming here by keyboard or from a report, the row that was left last is where one goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on coming here
  useEffect(() => {
    if (document.activeElement === document.body && lines.length > 0) focusRow(row);
  }, []);

  const press = (event: KeyboardEvent): void => {
    const onRow = event.target instanceof Element && event.target.matches('tr');
    if (!onRow) return;
    const next = rowAfter(event.key, row, lines.length);
    const fold = foldBy(event.key, lines[row]);
    if (event.key === 'Enter' && library.current) void library.open(library.current.id);
    else if (fold !== null && grouped) {
      library.fold(row, fold);
      focusRow(library.row);
    } else if (next !== null) {
      library.moveTo(next);
      focusRow(next);
    } else return;
    event.preventDefault();
  };

  const archived = library.shelf === 'archived' && library.tag === null;
  return (
    <>
      <div className="library-scroll" ref={scroll}>
        <table
          className="library-table"
          role={grouped ? 'treegrid' : 'grid'}
          aria-label={words.title}
          aria-rowcount={lines.length + 1}
          onKeyDown={press}
        >
          <thead>
            <tr>
              <Head order="title" label={words.report} />
              <Head order="state" label={words.stage} />
              <Head order="open" label={words.open} />
              <Head order="coverage" label={words.coverage} />
              <Head order="changed" label={words.changed} />
              <Head order="opened" label={words.opened} />
              <th scope="col">
                <span className="visually-hidden">{words.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <Spacer height={before} />
            {shown.map(({ index }) => {
              const line = lines[index];
              if (!line) return null;
              if (line.kind === 'group')
                return <GroupRow key={`group ${line.name}`} line={line} index={index} />;
              const { report, group } = line;
              return (
                <ReportRow key={`${group} ${report.id}`} report={report} index={index} grouped={grouped} />
              );
            })}
            <Spacer height={after} />
          </tbody>
        </table>
        {listed.length === 0 && (
          <Empty
            title={archived ? words.noneArchived : words.noneShown}
            hint={archived ? words.noneArchivedHint : words.noneShownHint}
          />
        )}
      </div>
      <footer className="status-bar">
        <span>{words.count(listed.length, library.reports.length)}</span>
        <LibraryUndo />
        <span>{words.hint}</span>
      </footer>
    </>
  );
});

/** The last act on a report of the library, to take back or bring back. */
const LibraryUndo = observer(() => {
  const { library } = useRoot();
  const words = useText().review;
  const [undo, redo] = [library.acts.next('undo'), library.acts.next('redo')];
  return (
    <span className="library-undo">
      {undo && (
        <button
          type="button"
          className="button small"
          data-testid="library-undo"
          onClick={() => void library.step('undo')}
        >
          <Icon name="undo" />
          <span className="library-undo-title">{words.undoOf(undo.title)}</span>
          <kbd>Z</kbd>
        </button>
      )}
      {redo && (
        <button
          type="button"
          className="button small"
          data-testid="library-redo"
          onClick={() => void library.step('redo')}
        >
          <Icon name="redo" />
          <span className="library-undo-title">{words.redoOf(redo.title)}</span>
        </button>
      )}
    </span>
  );
});

interface HeadProps {
  readonly order: Order;
  readonly label: string;
}

/** A column that the reports can be sorted by. */
const Head = observer(({ order, label }: HeadProps) => {
  const { library } = useRoot();
  const sorted = library.order === order;
  const way = library.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? way : 'none'}>
      <button
        type="button"
        className="library-sort"
        data-testid={`sort-${order}`}
        onClick={() => library.sortBy(order)}
      >
        {label}
        {sorted && <Icon name={library.descending ? 'down' : 'up'} />}
      </button>
    </th>
  );
});

/** Whether a key folds the group of the line (true) or unfolds it (false); null: it is about something else. */
function foldBy(key: string, line: LibraryLine | undefined): boolean | null {
  if (!line) return null;
  if (key === 'ArrowLeft') return true;
  if (line.kind === 'report') return null;
  if (key === 'ArrowRight') return false;
  return key === 'Enter' || key === ' ' ? !line.folded : null;
}

function rowAfter(key: string, row: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + 10,
    PageUp: row - 10,
    Home: 0,
    End: count - 1,
  };
  const next = moves[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}
