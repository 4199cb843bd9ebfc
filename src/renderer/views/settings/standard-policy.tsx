import { observer } from 'mobx-react-lite';
import { useEffect, useId } from 'react';
import { useRoot, useText } from '../context';

/** The policy that reports follow unless a person chooses another. */
export const StandardPolicy = observer(() => {
  const { policies, review } = useRoot();
  const words = useText().settings;
  const id = useId();
  useEffect(() => {
    void policies.load();
  }, [policies]);
  const { shelf } = policies;
  return (
    <>
      <label htmlFor={id}>{words.policy}</label>
      <div>
        <select
          id={id}
          data-testid="standard-policy"
          aria-describedby={`${id}hint`}
          disabled={!shelf}
          value={shelf?.standard ?? ''}
          onChange={({ target }) => void policies.makeStandard(target.value).then(review.refresh)}
        >
          {policies.policies.map((one) => (
            <option key={one.id} value={one.id} lang="zh-CN">
              {one.policy.name}
            </option>
          ))}
        </select>
        <p id={`${id}hint`} className="hint">
          {words.policyHint}
        </p>
      </div>
    </>
  );
});
