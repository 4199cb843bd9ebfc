import { observer } from 'mobx-react-lite';
import { useEffect, useId } from 'react';
import { useRoot, useText } from '../../context';

const STANDARD = '';

/** Which policy the report follows. */
export const PolicyChoice = observer(() => {
  const { review, policies, goPolicies } = useRoot();
  const words = useText().policies;
  const id = useId();
  useEffect(() => {
    void policies.load();
  }, [policies]);
  const { snapshot } = review;
  if (!snapshot || !policies.shelf) return null;
  const { policy } = snapshot;
  const standard = policies.policies.find((one) => one.id === policies.shelf?.standard);
  return (
    <div className="policy-choice">
      <label htmlFor={id}>{words.followed}</label>
      <select
        id={id}
        data-testid="report-policy"
        disabled={review.busy}
        value={policy.chosen ? policy.id : STANDARD}
        onChange={({ target }) => void review.setPolicy(target.value === STANDARD ? null : target.value)}
      >
        <option value={STANDARD}>{words.followStandard(standard?.policy.name ?? '')}</option>
        {policies.policies.map((one) => (
          <option key={one.id} value={one.id} lang="zh-CN">
            {one.policy.name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="link"
        data-testid="policy-see"
        onClick={() => {
          policies.select(policy.id);
          goPolicies();
        }}
      >
        {words.see}
      </button>
    </div>
  );
});
