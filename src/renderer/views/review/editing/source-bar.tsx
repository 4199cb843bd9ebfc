import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../../context';
import { DraftBar } from './draft-bar';

/** Of the source: what was changed in it. */
export const SourceBar = observer(({ fieldId }: { readonly fieldId: string }) => {
  const { sourceDraft: draft } = useRoot();
  const words = useText().editing;
  return (
    <DraftBar
      draft={draft}
      name="source"
      fieldId={fieldId}
      saveKey="Ctrl S"
      giveUp={{ label: words.discard, testid: 'source-discard' }}
      giveUpChanged
      onKey={({ key, ctrlKey, metaKey }) => {
        const saves = key === 's' && (ctrlKey || metaKey);
        if (saves) void draft.save();
        return saves;
      }}
    >
      <SourceStatus />
    </DraftBar>
  );
});

const SourceStatus = observer(() => {
  const { sourceDraft: draft, notices } = useRoot();
  const words = useText().editing;
  const { result, refusal, pending, isLate } = draft.check;
  return (
    <p
      className={isLate ? 'edit-status late' : 'edit-status'}
      role="status"
      data-testid="source-status"
      aria-busy={pending}
    >
      {draft.changed ? words.changes(draft.edits.length) : words.sourceHint}
      {refusal && <span className="edit-refusal">{notices.sentenceOf(refusal)}</span>}
      {isLate && <span>{words.checking}</span>}
      {draft.changed && result && !isLate && (
        <>
          <span>{words.findings(result.findings.length)}</span>
          {result.gone > 0 && <span className="edit-gone">{words.gone(result.gone)}</span>}
          {result.arrived > 0 && <span className="edit-arrived">{words.arrived(result.arrived)}</span>}
        </>
      )}
    </p>
  );
});
