import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef } from 'react';
import { useRoot, useText } from '../../context';

const EXCERPT_UNITS = 60;

/** A new thread, with the passage that it is about. */
export const CommentForm = observer(() => {
  const { comments, review } = useRoot();
  const text = useText();
  const words = text.comments;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { writing } = comments;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage brings the cursor back
  useEffect(() => field.current?.focus(), [writing]);
  if (!writing) return null;
  const excerpt = review.text.slice(
    writing.range.start,
    Math.min(writing.range.end, writing.range.start + EXCERPT_UNITS),
  );
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void comments.send();
      }}
    >
      <label htmlFor={id}>{words.about}</label>
      <p className="excerpt" lang="zh-CN">
        {excerpt}
      </p>
      <textarea
        id={id}
        ref={field}
        rows={3}
        maxLength={4_000}
        data-testid="comment-body"
        value={comments.body}
        onChange={(event) => comments.setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void comments.send();
          else if (event.key === 'Escape') comments.cancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className="form-buttons">
        <button
          type="submit"
          className="button primary"
          data-testid="comment-send"
          disabled={review.busy || comments.body.trim() === ''}
        >
          {words.send}
          <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" className="button" onClick={comments.cancel}>
          {text.app.cancel}
        </button>
      </div>
    </form>
  );
});
