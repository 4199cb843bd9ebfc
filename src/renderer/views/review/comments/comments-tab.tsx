import { observer } from 'mobx-react-lite';
import { Empty } from '../../../components/empty';
import { Segmented } from '../../../components/segmented';
import { threadStates } from '../../../stores/comment-store';
import { useRoot, useText } from '../../context';
import { CommentForm } from './comment-form';
import { ThreadCard } from './thread-card';

/** Everything that was said about this report, and a new comment being written. */
export const CommentsTab = observer(() => {
  const { comments } = useRoot();
  const words = useText().comments;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="detail comments" tabIndex={0} aria-label={words.title} data-testid="comments-tab">
      {comments.writing && <CommentForm />}
      <div className="comment-tools">
        <Segmented
          label={words.state}
          options={threadStates.map((value) => ({ value, label: words.states[value] }))}
          value={comments.state}
          onChange={comments.setState}
        />
        {comments.open.length > 0 && (
          <button
            type="button"
            className="button small"
            data-testid="comment-next"
            onClick={() => comments.step(1)}
          >
            {words.next}
            <kbd>N</kbd>
          </button>
        )}
      </div>
      {comments.listed.length === 0 && <Empty title={words.none} hint={words.noneHint} />}
      {comments.listed.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} />
      ))}
    </section>
  );
});
