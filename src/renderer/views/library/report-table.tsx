import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ReportSummary } from '../../../shared/model/review';
import { useRoot, useText } from '../context';
import { ReportRow } from './report-row';

/** All reports; a grid, so that the arrow keys move in it and Enter opens. */
export const ReportTable = observer(() => {
  const { library } = useRoot();
  const text = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  // Coming here by keyboard or from a report, the row that was left last is where one goes on.
  useEffect(() => {
    if (document.activeElement === document.body) rowAt(body.current, library.row)?.focus();
  }, [library]);

  const press = (event: KeyboardEvent): void => {
    const report = library.reports[library.row];
    if (event.key === 'Enter' && report) {
      event.preventDefault();
      void library.open(report.id);
      return;
    }
    const next = rowAfter(event.key, library.row, library.reports.length);
    if (next === null) return;
    event.preventDefault();
    library.moveTo(next);
    rowAt(body.current, next)?.focus();
  };

  return (
    <>
      <div className="library-scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table */}
        <table className="library-table" role="grid" aria-label={text.library.title} onKeyDown={press}>
          <thead>
            <tr>
              <th scope="col">{text.library.report}</th>
              <th scope="col">{text.library.revision}</th>
              <th scope="col">{text.library.open}</th>
              <th scope="col">{text.library.coverage}</th>
              <th scope="col">{text.library.changed}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {library.reports.map((report: ReportSummary, index) => (
              <ReportRow key={report.id} report={report} index={index} />
            ))}
          </tbody>
        </table>
      </div>
      <footer className="status-bar">
        <span>{text.library.count(library.reports.length)}</span>
        <span>{text.library.hint}</span>
      </footer>
    </>
  );
});

const rowAt = (body: HTMLTableSectionElement | null, index: number): HTMLElement | undefined =>
  body?.rows[index];

function rowAfter(key: string, row: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    Home: 0,
    End: count - 1,
  };
  const next = moves[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}
