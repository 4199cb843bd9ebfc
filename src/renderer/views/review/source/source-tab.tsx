import { observer } from 'mobx-react-lite';
import type { SourceSummary } from '../../../../shared/model/review';
import { useRoot, useText } from '../../context';
import { formatCount, proofCounts } from '../../format';
import { NoteList } from './note-list';
import { RevisionList } from './revision-list';
import { SourceFacts } from './source-facts';

/** Where the report came from, what the import proved, and what became of it since. */
export const SourceTab = observer(() => {
  const snapshot = useRoot().review.snapshot;
  const words = useText().source;
  if (!snapshot) return null;
  const { source } = snapshot;
  return (
    <div className="source-tab" data-testid="source-tab">
      <section className="detail-part">
        <h3>{words.file}</h3>
        <SourceFacts source={source} />
      </section>
      <section className="detail-part">
        <h3>{words.proof}</h3>
        <Proof source={source} />
      </section>
      <section className="detail-part">
        <h3>{words.notes}</h3>
        {source.notes.length === 0 ? (
          <p className="hint">{words.noNotes}</p>
        ) : (
          <NoteList notes={source.notes} />
        )}
      </section>
      <section className="detail-part">
        <h3>{words.revisions}</h3>
        <RevisionList />
      </section>
    </div>
  );
});

const Proof = observer(({ source }: { readonly source: SourceSummary }) => {
  const { settings } = useRoot();
  const words = useText().source;
  const { proof } = source;
  if (!proof) return <p className="hint">{words.noProof}</p>;
  const { language } = settings.current;
  const agrees = proof.differenceCount === 0;
  return (
    <p className={agrees ? 'proof proof-good' : 'proof proof-accepted'} data-testid="source-proof">
      {words.counts(...proofCounts(proof, language))}
      {language === 'zh-CN' ? '，' : '; '}
      <b>{agrees ? words.allAgree : words.accepted(formatCount(proof.differenceCount, language))}</b>
    </p>
  );
});
