import { observer } from 'mobx-react-lite';
import type { Finding } from '../../../../shared/model/finding';
import { useRoot, useText } from '../../context';
import { ThreadCard } from './thread-card';

/** What was said about a finding. */
export const FindingComments = observer(({ finding }: { readonly finding: Finding }) => {
  const { comments } = useRoot();
  const words = useText().comments;
  const threads = comments.of(finding);
  if (threads.length === 0) return null;
  return (
    <section className="detail-part comments">
      <h3>{words.ofFinding}</h3>
      {threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} />
      ))}
    </section>
  );
});

/** A way to say more. */
export const CommentButton = observer(({ finding }: { readonly finding: Finding }) => {
  const { comments } = useRoot();
  const words = useText().comments;
  return (
    <button
      type="button"
      className="button"
      data-testid="comment-open"
      onClick={() => comments.write({ range: finding.range, fingerprint: finding.fingerprint })}
    >
      {words.add}
      <kbd>C</kbd>
    </button>
  );
});
