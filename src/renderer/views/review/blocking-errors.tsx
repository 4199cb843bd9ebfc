import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../context';

const SHOWN = 3;

/** Why there can be no final version yet; each error leads to itself. */
export const BlockingErrors = observer(() => {
  const { review, ui, exports } = useRoot();
  const text = useText();
  const errors = review.findings.openErrors;
  return (
    <div className="blocking" data-testid="export-blocked">
      {exports.failedRules.length > 0 && <p>{text.export.blockedRules(exports.failedRules.join('、'))}</p>}
      {errors.length > 0 && <p>{text.export.blocked(errors.length)}</p>}
      <ul>
        {errors.slice(0, SHOWN).map(({ finding, line }) => (
          <li key={finding.fingerprint}>
            <button
              type="button"
              className="link"
              onClick={() => {
                ui.closeDialog();
                review.selectFinding(finding.fingerprint);
              }}
            >
              {finding.code} · {text.review.line(line)} · <span lang="zh-CN">{finding.message}</span>
            </button>
          </li>
        ))}
      </ul>
      {errors.length > SHOWN && <p className="hint">{text.export.more(errors.length - SHOWN)}</p>}
      {review.snapshot?.signOff.state !== 'released' && (
        <p>
          {text.signOff.blocked}{' '}
          <button
            type="button"
            className="link"
            data-testid="export-to-sign-off"
            onClick={() => {
              ui.closeDialog();
              ui.showView('document');
              ui.showTab('signoff');
            }}
          >
            {text.signOff.toSignOff}
          </button>
        </p>
      )}
    </div>
  );
});
