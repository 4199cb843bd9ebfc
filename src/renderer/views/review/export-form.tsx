import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { Choice, ChoiceGroup } from '../../components/choice';
import { useRoot, useText } from '../context';
import { BlockingErrors } from './blocking-errors';
import { SealFields } from './seal-fields';

/** Draft or final, sealed or not. */
export const ExportForm = observer(() => {
  const { exports, jobs } = useRoot();
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
      <Organisation />
      <Comments />
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
          // Not `disabled`: the button that was pressed would lose the focus.
          aria-disabled={exports.running}
        >
          {exports.seal.key ? words.confirmSealed : words.confirm}
        </button>
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
      <OtherExports />
    </form>
  );
});

/** Whose report it is; offered as the settings say. */
const Organisation = observer(() => {
  const { exports } = useRoot();
  const words = useText().export;
  const id = useId();
  return (
    <div className="form">
      <label htmlFor={id}>{words.organisation}</label>
      <input
        id={id}
        maxLength={100}
        data-testid="export-organisation"
        disabled={exports.running}
        value={exports.organisation}
        placeholder={words.organisationHint}
        onChange={(event) => exports.setOrganisation(event.target.value)}
      />
    </div>
  );
});

/** Internal discussion stays inside unless a person lets it out. */
const Comments = observer(() => {
  const { comments, exports } = useRoot();
  const words = useText().export;
  const id = useId();
  const count = comments.threads.length;
  return (
    <p className="export-comments">
      <label className="check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          data-testid="export-comments"
          aria-describedby={`${id}hint`}
          disabled={exports.running || count === 0}
          checked={exports.comments}
          onChange={(event) => exports.setComments(event.target.checked)}
        />
        {words.comments(count)}
      </label>
      <span id={`${id}hint`} className="hint">
        {words.commentsHint}
      </span>
    </p>
  );
});

/** What else can leave: the case for another laptop, the record of the review for an auditor. */
const OtherExports = observer(() => {
  const { cases } = useRoot();
  const { cases: words } = useText();
  return (
    <fieldset className="other-exports">
      <legend>{words.others}</legend>
      <button
        type="button"
        className="button small"
        data-testid="export-hand-over"
        onClick={() => cases.openHandOver()}
      >
        {words.handOverOpen}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="record-pdf"
        onClick={() => void cases.exportRecord('pdf')}
      >
        {words.recordPdf}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="record-xlsx"
        onClick={() => void cases.exportRecord('xlsx')}
      >
        {words.recordXlsx}
      </button>
    </fieldset>
  );
});
