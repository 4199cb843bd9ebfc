import { observer } from 'mobx-react-lite';
import { Dialog } from '../../components/dialog';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { AuditResult } from './audit-result';
import { BackupList } from './backup-list';

/** Whether the log holds, and copies of the library. */
export const SafekeepingDialog = observer(() => {
  const { safekeeping, ui } = useRoot();
  const { app, safekeeping: words } = useText();
  const busy = safekeeping.running !== null;
  return (
    <Dialog title={words.title} closeLabel={app.close} onClose={ui.closeDialog} size="wide">
      <section className="safekeeping-part">
        <h3>{words.audit}</h3>
        <p className="hint">{words.auditHint}</p>
        <div className="safekeeping-buttons">
          <button
            type="button"
            className="button"
            data-testid="audit-library"
            disabled={busy}
            onClick={() => void safekeeping.auditLibrary()}
          >
            <Icon name="check" />
            {safekeeping.running === 'audit' ? words.auditing : words.auditLibrary}
          </button>
          <button
            type="button"
            className="button"
            data-testid="audit-file"
            disabled={busy}
            onClick={() => void safekeeping.auditFile()}
          >
            <Icon name="file" />
            {words.auditFile}
          </button>
        </div>
        <div aria-live="polite">
          {safekeeping.verified && (
            <AuditResult fileName={safekeeping.verified.fileName} report={safekeeping.verified.report} />
          )}
        </div>
      </section>
      <section className="safekeeping-part">
        <h3>{words.backups}</h3>
        <p className="hint">{words.backupsHint}</p>
        <BackupList />
        <div className="safekeeping-buttons">
          <button
            type="button"
            className="button"
            data-testid="back-up"
            disabled={busy}
            onClick={() => void safekeeping.backUp()}
          >
            <Icon name="copy" />
            {safekeeping.running === 'backup' ? words.backingUp : words.backUp}
          </button>
        </div>
      </section>
    </Dialog>
  );
});
