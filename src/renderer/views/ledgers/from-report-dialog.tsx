import { observer } from 'mobx-react-lite';
import { useId, useState } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';

/** Chooses the report whose figures become a ledger. */
export const FromReportDialog = observer(() => {
  const { ledgers, library, ui } = useRoot();
  const text = useText();
  const words = text.ledgers;
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const report = library.reports.find((one) => one.id === chosen) ?? library.reports[0];
  return (
    <Dialog title={words.reportTitle} closeLabel={text.app.close} onClose={ui.closeDialog} size="wide">
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (report) void ledgers.takeReport(report.id);
        }}
      >
        <p className="hint">{report ? words.reportHint : words.noReports}</p>
        {report && (
          <div className="form">
            <label htmlFor={id}>{words.report}</label>
            <select
              id={id}
              lang="zh-CN"
              data-testid="ledger-report"
              value={report.id}
              onChange={(event) => setChosen(Number(event.target.value))}
            >
              {library.reports.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="form-buttons">
          <button
            type="submit"
            className="button primary"
            data-testid="ledger-take"
            disabled={!report || ledgers.running}
          >
            {ledgers.running ? words.taking : words.take}
          </button>
          <button type="button" className="button" onClick={ui.closeDialog}>
            {text.app.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
});
