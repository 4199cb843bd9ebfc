import { observer } from 'mobx-react-lite';
import type { Finding } from '../../../../shared/model/finding';
import { useRoot, useText } from '../../context';
import { ThreadCard } from './thread-card';

/** What was said about a finding, and a way to say more. */
export const FindingComments = observer(({ finding }: { readonly finding: Finding }) => {
  const { comments } = useRoot();
  const words = useText().comments;
  const threads = comments.of(finding);
  return (
    <section className="detail-part comments">
      {threads.length > 0 && <h3>{words.ofFinding}</h3>}
      {threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} />
      ))}
      <button
        type="button"
        className="button"
        data-testid="comment-open"
        onClick={() => comments.write({ range: finding.range, fingerprint: finding.fingerprint })}
      >
        {words.add}
        <kbd>C</kbd>
      </button>
    </section>
  );
});
