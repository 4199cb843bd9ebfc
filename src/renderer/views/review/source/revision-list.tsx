import { observer } from 'mobx-react-lite';
import type { RevisionSummary } from '../../../../shared/model/review';
import { Icon } from '../../../components/icon';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';

/** Newest first. */
export const RevisionList = observer(() => {
  const revisions = useRoot().review.snapshot?.revisions ?? [];
  return (
    <ol className="revision-list">
      {revisions.toReversed().map((revision) => (
        <RevisionRow key={revision.id} revision={revision} />
      ))}
    </ol>
  );
});

const RevisionRow = observer(({ revision }: { readonly revision: RevisionSummary }) => {
  const { review, compare, settings } = useRoot();
  const text = useText();
  const words = text.source;
  const current = revision.id === review.snapshot?.revisionId;
  const comparable = compare.previousOf(revision) !== null;
  return (
    <li className={current ? 'chosen' : undefined} data-testid="revision-row">
      <p className="revision-head">
        <b>{text.library.revisionNumber(revision.number)}</b>
        <span className="revision">{revision.imported ? words.imported : words.edited}</span>
        {current && <span className="revision">{words.current}</span>}
        {comparable && (
          <button
            type="button"
            className="button small"
            data-testid="revision-compare"
            aria-label={`${text.library.revisionNumber(revision.number)}${words.compare}`}
            disabled={compare.running}
            onClick={() => void compare.withPrevious(revision)}
          >
            <Icon name="compare" />
            {words.compare}
          </button>
        )}
      </p>
      <p lang="zh-CN">{revision.reason}</p>
      <p className="hint">{words.by(revision.author, formatTime(revision.at, settings.current.language))}</p>
    </li>
  );
});
