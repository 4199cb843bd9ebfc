import { observer } from 'mobx-react-lite';
import { Choice, ChoiceGroup } from '../../components/choice';
import { useRoot, useText } from '../context';
import { BlockingErrors } from './blocking-errors';
import { SealFields } from './seal-fields';

/** Draft or final, sealed or not. */
export const ExportForm = observer(() => {
  const { exports, jobs, cases } = useRoot();
  const text = useText();
  const words = text.export;
  const job = jobs.exporting;
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        void exports.run();
      }}
    >
      <ChoiceGroup
        label={words.kind}
        value={exports.draft ? 'draft' : 'final'}
        disabled={exports.running}
        onChange={(kind) => exports.setDraft(kind === 'draft')}
      >
        <Choice value="draft" testid="export-draft" label={words.draft} hint={words.draftHint} />
        <Choice
          value="final"
          testid="export-final"
          label={words.final}
          hint={words.finalHint}
          disabled={!exports.finalAllowed}
        />
        {!exports.finalAllowed && <BlockingErrors />}
      </ChoiceGroup>
      <SealFields seal={exports.seal} disabled={exports.running} />
      {exports.error && (
        <p className="form-error" role="alert" data-testid="export-error">
          {exports.error}
        </p>
      )}
      <div className="form-buttons">
        <button
          type="submit"
          className="button primary"
          data-testid="export-confirm"
          disabled={exports.running}
        >
          {exports.seal.key ? words.confirmSealed : words.confirm}
        </button>
        {!exports.running && (
          <button
            type="button"
            className="button"
            data-testid="export-hand-over"
            onClick={() => cases.openHandOver()}
          >
            {text.cases.handOverOpen}
          </button>
        )}
        {exports.running && (
          <span className="export-running" role="status">
            {words.running}
            <progress max={1} value={job?.done} aria-label={words.running} />
            {job && (
              <button type="button" className="button small" onClick={() => void jobs.cancel(job.job)}>
                {text.jobs.cancel}
              </button>
            )}
          </span>
        )}
      </div>
    </form>
  );
});
