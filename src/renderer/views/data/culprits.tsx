import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../context';

/** Single changes that would mend several failing ties at once, each with its place and the ties. */
export const Culprits = observer(() => {
  const { data, review } = useRoot();
  const words = useText().data;
  const { culprits = [] } = review.snapshot?.analysis ?? {};
  if (culprits.length === 0) return null;
  return (
    <section className="culprits" aria-label={words.culprits} data-testid="culprits">
      <h3>{words.culprits}</h3>
      <ul>
        {culprits.map(({ quantity, range, message, mends }) => (
          <li key={quantity}>
            <button type="button" className="link" lang="zh-CN" onClick={() => data.goTo(range)}>
              {message}
            </button>
            <button type="button" className="button small" onClick={() => data.showTies(mends)}>
              {words.showMended(mends.length)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
});
