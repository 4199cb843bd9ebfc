import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

/** Names what the report was checked against, or says that there was nothing, and leads to the choice. */
export const ReferenceNote = observer(() => {
  const { references, review } = useRoot();
  const words = useText().references;
  return (
    <div className="reference-note" data-testid="reference-note">
      {review.snapshot?.analysis.references.length ? <UsedReferences /> : <p>{words.none}</p>}
      <button
        type="button"
        className="button small"
        data-testid="references-open"
        onClick={() => void references.open()}
      >
        {words.open}
      </button>
    </div>
  );
});

/** What the analysis used, with how many of its facts stand beside a figure of the report. */
export const UsedReferences = observer(() => {
  const { review, settings } = useRoot();
  const words = useText().references;
  const count = (n: number): string => formatCount(n, settings.current.language);
  return (
    <ul className="used-references">
      {review.snapshot?.analysis.references.map(({ kind, name, facts, used }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two ledgers may have one name; their order is fixed
        <li key={at}>
          <span lang="zh-CN">{words[kind](name)}</span>{' '}
          <span className="hint">{words.used(count(facts), count(used))}</span>
        </li>
      ))}
    </ul>
  );
});
