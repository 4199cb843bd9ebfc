import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import { Empty } from '../../components/empty';
import type { TableList } from '../../stores/table-list';
import { useRoot, useText } from '../context';
import { copyRows } from './copy-rows';
import { DataTable } from './data-table';
import type { StripPane } from './row-strip';

interface Props {
  readonly list: TableList<unknown>;
  readonly label: string;
  readonly testid: string;
  readonly head: ReactNode;
  /** Whose height the strip has. */
  readonly pane?: StripPane;
  readonly strip: ReactNode;
  /** Instead of the table while there are no rows at all. */
  readonly nothing: { readonly title: string; readonly hint?: string };
  readonly onOpen: () => void;
}

/** A table with what narrows it above and the chosen row's surroundings below. */
export const DataPanel = observer((props: Props) => {
  const { list, label, testid, head, pane = 'strip', strip, nothing, onOpen } = props;
  const { ui } = useRoot();
  const words = useText().data;
  if (list.data.rows.length === 0) return <Empty {...nothing} />;
  return (
    <div
      className="data-panel"
      data-testid={testid}
      style={{ gridTemplateRows: `auto minmax(120px, 1fr) auto minmax(0, ${ui.panes[pane]}px)` }}
      onCopy={(event) => copyRows(event, list)}
    >
      <div className="panel-head">{head}</div>
      {list.listed.length > 0 ? (
        <DataTable list={list} label={label} onOpen={onOpen} />
      ) : (
        <Empty title={words.empty} />
      )}
      {strip}
    </div>
  );
});
