import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../context';
import { formatCount, formatTime } from '../format';

const MEGABYTE = 1_048_576;

/** The copies that there are, newest first, each with the way back to it. */
export const BackupList = observer(() => {
  const { safekeeping, settings } = useRoot();
  const { safekeeping: words } = useText();
  const { language } = settings.current;
  if (safekeeping.backups.length === 0) return <p className="backup-none">{words.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="backup-list" tabIndex={0} aria-label={words.backups}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{words.madeAt}</th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.holds}</th>
            <th scope="col">{words.size}</th>
            <th scope="col">
              <span className="visually-hidden">{words.restore}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {safekeeping.backups.map((backup) => (
            <tr key={backup.name} data-testid="backup-row">
              <td className="nowrap">{formatTime(backup.madeAt, language)}</td>
              <td>
                {words.reasons[backup.reason]}
                {!backup.intact && <span className="audit-bad"> · {words.brokenBackup}</span>}
              </td>
              <td>{words.reports(backup.reports, backup.revisions)}</td>
              <td className="nowrap">{formatCount(Math.max(0.1, tenths(backup.bytes)), language)} MB</td>
              <td>
                <button
                  type="button"
                  className="button small"
                  data-testid="backup-restore"
                  disabled={safekeeping.running !== null}
                  onClick={() => safekeeping.ask(backup)}
                >
                  {words.restore}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

const tenths = (bytes: number): number => Math.round((bytes / MEGABYTE) * 10) / 10;
