import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../../context';

const MAX_REASON = 500;

/** What was changed in the source, what the check says of it, and how it is saved. */
export const SourceBar = observer(({ fieldId }: { readonly fieldId: string }) => {
  const { sourceDraft: draft, notices } = useRoot();
  const text = useText();
  const words = text.editing;
  const { result, refusal, pending } = draft.check;
  return (
    <form
      className="source-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <p className="edit-status" role="status" data-testid="source-status" aria-busy={pending}>
        {draft.changed ? words.changes(draft.edits.length) : words.sourceHint}
        {refusal && <span className="edit-refusal">{notices.sentenceOf(refusal)}</span>}
        {pending && <span>{words.checking}</span>}
        {draft.changed && result && !pending && (
          <>
            <span>{words.findings(result.findings.length)}</span>
            {result.gone > 0 && <span className="edit-gone">{words.gone(result.gone)}</span>}
            {result.arrived > 0 && <span className="edit-arrived">{words.arrived(result.arrived)}</span>}
          </>
        )}
      </p>
      <div className="edit-acts">
        <label htmlFor={fieldId} className="visually-hidden">
          {words.reason}
        </label>
        <input
          id={fieldId}
          type="text"
          data-testid="source-reason"
          placeholder={words.reasonHint}
          maxLength={MAX_REASON}
          value={draft.reason}
          onChange={(event) => draft.setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void draft.save();
          }}
        />
        <button
          type="submit"
          className="button primary"
          data-testid="source-save"
          disabled={!draft.changed || draft.saving}
        >
          {words.save}
          <kbd>Ctrl S</kbd>
        </button>
        <button
          type="button"
          className="button"
          data-testid="source-discard"
          disabled={!draft.changed || draft.saving}
          onClick={draft.cancel}
        >
          {words.discard}
        </button>
      </div>
    </form>
  );
});
