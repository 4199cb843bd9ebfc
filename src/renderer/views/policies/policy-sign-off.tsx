import { observer } from 'mobx-react-lite';
import { type Role, roles, type SignOffPolicy, type Stage, stages } from '../../../shared/model/sign-off';
import { signOffOf } from '../../../shared/policy/sign-off';
import { useRoot, useText } from '../context';

/** Which stages must sign, in which roles, and what a change takes away. */
export const PolicySignOff = observer(() => {
  const { policies } = useRoot();
  const text = useText();
  const words = text.signOff;
  const { policy, editable } = policies;
  if (!policy) return null;
  const demands = signOffOf(policy);
  const change = (part: Partial<SignOffPolicy>): void =>
    policies.change({ signOff: { ...demands, ...part } });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-scroll document-types" tabIndex={0} aria-label={words.policyTab}>
      <fieldset className="document-type policy-sign-off" disabled={!editable} data-testid="policy-sign-off">
        <legend className="visually-hidden">{words.policyTab}</legend>
        <span>{words.policyStages}</span>
        <div className="document-parts">
          {stages.map((stage) => (
            <label key={stage}>
              <input
                type="checkbox"
                data-testid={`policy-stage-${stage}`}
                checked={demands.stages.some((one) => one.stage === stage)}
                onChange={({ target }) => change({ stages: withStage(demands, stage, target.checked) })}
              />
              {words.stages[stage]}
            </label>
          ))}
        </div>
        {demands.stages.map(({ stage, roles: held }) => (
          <Roles
            key={stage}
            label={`${words.stages[stage]}${words.colon}${words.policyRoles}`}
            value={held}
            onChange={(next) =>
              change({
                stages: demands.stages.map((one) => (one.stage === stage ? { stage, roles: next } : one)),
              })
            }
          />
        ))}
        <Roles
          label={words.policyRelease}
          value={demands.release}
          onChange={(release) => change({ release })}
        />
        <Roles
          label={words.policyConfirm}
          value={demands.confirm}
          onChange={(confirm) => change({ confirm })}
        />
        <span />
        <label>
          <input
            type="checkbox"
            data-testid="policy-apart"
            checked={demands.apart}
            onChange={({ target }) => change({ apart: target.checked })}
          />
          {words.policyApart}
        </label>
      </fieldset>
    </section>
  );
});

function withStage(demands: SignOffPolicy, stage: Stage, wanted: boolean): SignOffPolicy['stages'] {
  const others = demands.stages.filter((one) => one.stage !== stage);
  if (!wanted) return others;
  const all = [...others, { stage, roles: [stage] }];
  return all.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

interface RolesProps {
  readonly label: string;
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** At least one role; the last cannot be taken away. */
const Roles = observer(({ label, value, onChange }: RolesProps) => {
  const words = useText().identity;
  return (
    <>
      <span>{label}</span>
      <div className="document-parts">
        {roles.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              aria-label={`${label} ${words.roles[role]}`}
              checked={value.includes(role)}
              disabled={value.length === 1 && value.includes(role)}
              onChange={({ target }) =>
                onChange(roles.filter((one) => (one === role ? target.checked : value.includes(one))))
              }
            />
            {words.roles[role]}
          </label>
        ))}
      </div>
    </>
  );
});
