import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { type Limit, type RuleEntry, type RuleLevel, ruleLevels } from '../../../shared/model/policy';
import { useRoot, useText } from '../context';

/** Level and thresholds of every rule. */
export const PolicyRules = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-scroll" tabIndex={0} aria-label={words.tabs.rules}>
      <table className="data-table wrap-table policy-rules">
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.level}</th>
            <th scope="col">{words.limits}</th>
          </tr>
        </thead>
        <tbody>
          {policies.shelf?.rules.map((rule) => (
            <RuleRow key={rule.code} rule={rule} />
          ))}
        </tbody>
      </table>
    </section>
  );
});

const RuleRow = observer(({ rule }: { readonly rule: RuleEntry }) => {
  const { policies } = useRoot();
  const text = useText();
  const words = text.policies;
  const { code, name, severity, limits } = rule;
  const own = policies.policy?.rules[code];
  return (
    <tr data-testid="policy-rule" data-code={code} className={own ? 'departs' : undefined}>
      <td>
        <span className="code">{code}</span> {text.rules.titles[name] ?? name}
      </td>
      <td>
        <select
          aria-label={words.levelOf(code)}
          disabled={!policies.editable}
          value={own?.level ?? ''}
          onChange={({ target }) =>
            policies.changeRule(code, {
              level: target.value === '' ? undefined : (target.value as RuleLevel),
            })
          }
        >
          <option value="">{words.ruleLevel(words.levels[severity])}</option>
          {ruleLevels.map((level) => (
            <option key={level} value={level}>
              {words.levels[level]}
            </option>
          ))}
        </select>
      </td>
      <td>
        {Object.entries(limits).map(([limit, bounds]) => (
          <LimitField key={limit} code={code} name={limit} bounds={bounds} />
        ))}
      </td>
    </tr>
  );
});

interface LimitProps {
  readonly code: string;
  readonly name: string;
  readonly bounds: Limit;
}

/** Empty: the rule's own value, which stands there in grey. A value outside the bounds is shown as wrong, not taken. */
const LimitField = observer(({ code, name, bounds }: LimitProps) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const stored = policies.policy?.rules[code]?.limits?.[name];
  const [typed, setTyped] = useState(String(stored ?? ''));
  useEffect(() => setTyped(String(stored ?? '')), [stored]);
  const { value, least, most } = bounds;
  const number = typed === '' ? null : Number(typed);
  const wrong = number !== null && !(Number.isInteger(number) && number >= least && number <= most);
  return (
    <label className="limit">
      <span>{words.limitNames[`${code} ${name}`] ?? name}</span>
      <input
        inputMode="numeric"
        data-testid={`limit-${code}-${name}`}
        disabled={!policies.editable}
        placeholder={String(value)}
        aria-invalid={wrong}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = target.value === '' ? null : Number(target.value);
          if (next === null || (Number.isInteger(next) && next >= least && next <= most)) {
            policies.changeLimit(code, name, next);
          }
        }}
      />
      <span className="hint">{words.bounds(least, most)}</span>
    </label>
  );
});
