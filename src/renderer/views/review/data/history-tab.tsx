import { observer } from 'mobx-react-lite';
import { Empty } from '../../../components/empty';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';

/** The audit log of this report, newest first. */
export const HistoryTab = observer(() => {
  const { review, settings, safekeeping, cases } = useRoot();
  const { history: words, safekeeping: keeping, cases: handing } = useText();
  const entries = [...(review.snapshot?.history ?? [])].reverse();
  if (entries.length === 0) return <Empty title={words.empty} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-scroll" tabIndex={0} aria-label={words.caption}>
      <p className="history-verify">
        <button
          type="button"
          className="button small"
          data-testid="hand-over-open"
          onClick={() => cases.openHandOver()}
        >
          {handing.handOverOpen}
        </button>
        <button type="button" className="button small" onClick={() => safekeeping.open()}>
          {keeping.open}
        </button>
      </p>
      <table className="data-table wrap-table">
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.actor}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence} data-testid="history-row" data-action={entry.action}>
              <td className="history-time">{formatTime(entry.at, settings.current.language)}</td>
              <td className="nowrap">{entry.actor}</td>
              <td lang="zh-CN">
                {entry.summary}
                <code className="hash" title={`${words.hash} ${entry.hash}`}>
                  #{entry.sequence} {entry.hash.slice(0, 12)}
                </code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
