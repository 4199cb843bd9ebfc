import { observer } from 'mobx-react-lite';
import type { RuleStatus } from '../../../../shared/model/finding';
import { useRoot, useText } from '../../context';
import { PolicyChoice } from './policy-choice';

const SIGNS: Readonly<Record<RuleStatus, string>> = {
  found: '●',
  passed: '✓',
  'not-applicable': '–',
  failed: '✕',
  off: '○',
};

/** What every rule did: a rule that did not run must not look like one that passed. */
export const RulesTab = observer(() => {
  const { review } = useRoot();
  const words = useText().rules;
  return (
    <div className="rules-tab">
      <PolicyChoice />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="data-scroll" tabIndex={0} aria-label={words.caption}>
        <table className="data-table wrap-table">
          <thead>
            <tr>
              <th scope="col">{words.rule}</th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {review.snapshot?.analysis.rules.map((rule) => (
              <tr key={rule.code} data-testid="rule-row" data-status={rule.status}>
                <td>
                  <span className="code">{rule.code}</span> {words.titles[rule.rule] ?? rule.rule}
                </td>
                <td className={`rule-${rule.status}`}>
                  <span aria-hidden="true">{SIGNS[rule.status]}</span>{' '}
                  {rule.status === 'found' ? words.found(rule.findings) : words.statuses[rule.status]}
                  {rule.error && <code className="hash">{rule.error}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
});
