import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

/** Name, description, and what can be done with the whole policy. */
export const PolicyHead = observer(() => {
  const { policies, ui, settings } = useRoot();
  const words = useText().policies;
  const id = useId();
  const { entry, policy, editable, running } = policies;
  if (!entry || !policy) return null;
  const { changedBy, changedAt, shipped, sha256 } = entry;
  const { language } = settings.current;
  return (
    <header className="policy-head">
      <div className="policy-acts">
        <h2 lang="zh-CN">{policy.name}</h2>
        {policies.changed && <SaveButtons />}
        <button
          type="button"
          className="button small"
          data-testid="policy-copy"
          disabled={running}
          onClick={() => void policies.copy()}
        >
          {words.copy}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="policy-standard"
          disabled={running || policies.shelf?.standard === entry.id}
          onClick={() => void policies.makeStandard()}
        >
          {words.makeStandard}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="policy-export"
          disabled={running || policies.changed}
          onClick={() => void policies.export()}
        >
          {words.export}
        </button>
        {!shipped && (
          <button
            type="button"
            className="button small"
            data-testid="policy-remove"
            disabled={running}
            onClick={() => ui.openDialog('policy-remove')}
          >
            {words.remove}
          </button>
        )}
      </div>
      {shipped ? (
        <p lang="zh-CN">{policy.description}</p>
      ) : (
        <div className="policy-names">
          <label htmlFor={`${id}n`}>{words.name}</label>
          <input
            id={`${id}n`}
            data-testid="policy-name"
            maxLength={60}
            value={policy.name}
            disabled={!editable}
            aria-invalid={policy.name.trim() === ''}
            onChange={(event) => policies.change({ name: event.target.value })}
          />
          <label htmlFor={`${id}d`}>{words.description}</label>
          <input
            id={`${id}d`}
            data-testid="policy-description"
            maxLength={500}
            value={policy.description}
            disabled={!editable}
            onChange={(event) => policies.change({ description: event.target.value })}
          />
        </div>
      )}
      <label className="check">
        <input
          type="checkbox"
          data-testid="policy-summary-page"
          checked={policy.summaryPage === true}
          disabled={shipped || !editable}
          onChange={(event) => policies.change({ summaryPage: event.target.checked })}
        />{' '}
        {words.summaryPage}
      </label>
      <p className="hint">
        {shipped
          ? words.shippedHint
          : changedAt && words.changed(changedBy ?? '', formatTime(changedAt, language))}{' '}
        <code className="hash" title={`${words.sha256} ${sha256}`}>
          {sha256.slice(0, 12)}
        </code>
      </p>
    </header>
  );
});

const SaveButtons = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  return (
    <>
      <button
        type="button"
        className="button small primary"
        data-testid="policy-save"
        disabled={policies.running}
        onClick={() => void policies.save()}
      >
        {words.save}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="policy-discard"
        disabled={policies.running}
        onClick={policies.discard}
      >
        {words.discard}
      </button>
    </>
  );
});
