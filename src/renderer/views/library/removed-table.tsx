import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useRef } from 'react';
import type { RemovedReport } from '../../../shared/model/library';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

/** Reports that were removed, to bring back or to delete for good; a grid that the arrow keys move in. */
export const RemovedTable = observer(() => {
  const { removed } = useRoot();
  const words = useText().library;
  const body = useRef<HTMLTableSectionElement>(null);
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof Element) || !event.target.matches('tr')) return;
    removed.moveTo(removed.row + step);
    body.current?.querySelectorAll('tr')[removed.row]?.focus();
    event.preventDefault();
  };
  return (
    <>
      <div className="library-scroll">
        <table
          className="library-table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table
          role="grid"
          aria-label={words.shelves.removed}
          onKeyDown={press}
        >
          <thead>
            <tr>
              <th scope="col">{words.report}</th>
              <th scope="col">{words.stage}</th>
              <th scope="col">{words.removedAt}</th>
              <th scope="col">{words.removedBy}</th>
              <th scope="col">{words.acts}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {removed.reports.map((report, index) => (
              <Row key={report.id} report={report} index={index} />
            ))}
          </tbody>
        </table>
        {removed.reports.length === 0 && <Empty title={words.noneRemoved} hint={words.noneRemovedHint} />}
      </div>
      <footer className="status-bar">
        <span>{words.removedCount(removed.reports.length)}</span>
        <span>{words.removedHint}</span>
      </footer>
    </>
  );
});

const Row = observer(({ report, index }: { readonly report: RemovedReport; readonly index: number }) => {
  const { removed, settings } = useRoot();
  const text = useText();
  const words = text.library;
  const chosen = removed.row === index;
  return (
    <tr
      data-testid="removed-row"
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      onFocus={() => removed.moveTo(index)}
    >
      <td>
        <span className="report-title" lang="zh-CN">
          {report.title}
        </span>
        <span className="report-file">
          {report.fileName}
          {report.usedBy.length > 0 && <span className="used-by">{words.usedBy(report.usedBy)}</span>}
        </span>
      </td>
      <td>
        <span className={`case-state case-${report.state}`}>{text.signOff.states[report.state]}</span>
        <span className="report-file">{words.revisionNumber(report.revision)}</span>
      </td>
      <td>{formatTime(report.removedAt, settings.current.language)}</td>
      <td>{report.removedBy === '' ? words.removedWithCase : report.removedBy}</td>
      <td className="removed-acts">
        <button
          type="button"
          className="button small"
          data-testid="removed-bring-back"
          onClick={() => void removed.bringBack(report)}
        >
          <Icon name="restore" />
          {words.bringBack}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="removed-purge"
          onClick={() => removed.ask(report)}
        >
          <Icon name="remove" />
          {words.purge}
        </button>
      </td>
    </tr>
  );
});
