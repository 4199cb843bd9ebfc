import { observer } from 'mobx-react-lite';
import { useEffect, useRef } from 'react';
import type { CommentEntry, CommentThread } from '../../../../shared/model/comment';
import { lineOf } from '../../../text/prose-map';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';
import { useKept } from '../use-kept';

/** A thread: its passage, who said what and when, an answer, and whether it is settled. */
export const ThreadCard = observer(({ thread }: { readonly thread: CommentThread }) => {
  const { comments, review, settings } = useRoot();
  const words = useText().comments;
  const { language } = settings.current;
  const { settled } = thread;
  const card = useRef<HTMLElement>(null);
  const chosen = comments.chosen === thread.id;
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <article
      ref={card}
      className={settled ? 'thread thread-settled' : 'thread'}
      data-testid="thread"
      aria-current={chosen ? 'true' : undefined}
    >
      <ThreadPlace thread={thread} />
      <ol>
        {thread.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {settled && <p className="hint">{words.settledBy(settled.by, formatTime(settled.at, language))}</p>}
      <div className="form-buttons">
        {!settled && <Reply thread={thread.id} />}
        <button
          type="button"
          className="button small"
          data-testid="thread-settle"
          disabled={review.busy}
          onClick={() => void comments.settle(thread.id, !settled)}
        >
          {settled ? words.reopen : words.settle}
        </button>
      </div>
    </article>
  );
});

const Entry = observer(({ entry }: { readonly entry: CommentEntry }) => {
  const { comments, identities, review, settings } = useRoot();
  const words = useText().comments;
  const { id, body, by, byId, at, withdrawn } = entry;
  return (
    <li>
      <p className="hint thread-entry">
        <b>{by}</b> {formatTime(at, settings.current.language)}
        {!withdrawn && byId !== null && byId === identities.current?.id && (
          <button
            type="button"
            className="button small quiet"
            data-testid="comment-withdraw"
            disabled={review.busy}
            onClick={() => void comments.withdraw(id)}
          >
            {words.withdraw}
          </button>
        )}
      </p>
      {withdrawn ? <p className="withdrawn">{words.withdrawn}</p> : <p className="comment-body">{body}</p>}
    </li>
  );
});

const ThreadPlace = observer(
  ({ thread: { range, excerpt, fingerprint } }: { readonly thread: CommentThread }) => {
    const { review } = useRoot();
    const text = useText();
    if (!range)
      return (
        <p className="excerpt" lang="zh-CN">
          <span className="hint">{text.comments.gone}</span> {excerpt}
        </p>
      );
    const line = lineOf(review.snapshot?.analysis.document.lineStarts ?? [], range.start);
    const finding = review.findings.items.find((item) => item.finding.fingerprint === fingerprint);
    return (
      <button type="button" className="place" onClick={() => review.jump(range)}>
        <span className="place-head">
          <span className="place-line">{text.review.line(line)}</span>
          {finding && <span className="code">{finding.finding.code}</span>}
        </span>
        <span className="excerpt" lang="zh-CN">
          {excerpt}
        </span>
      </button>
    );
  },
);

const Reply = observer(({ thread }: { readonly thread: number }) => {
  const { comments, review } = useRoot();
  const words = useText().comments;
  const [body, setBody] = useKept(`reply.${thread}`);
  const send = async (): Promise<void> => {
    if (await comments.reply(thread, body)) setBody(null);
  };
  return (
    <form
      className="thread-reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <input
        type="text"
        aria-label={words.reply}
        placeholder={words.reply}
        data-testid="thread-reply"
        maxLength={4_000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <button type="submit" className="button small" disabled={review.busy || body.trim() === ''}>
        {words.send}
      </button>
    </form>
  );
});
