import { observer } from 'mobx-react-lite';
import type { PolicyTerm } from '../../../shared/model/policy';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { TermForm } from './term-form';

/** The list of terms, and the chosen one whole. */
export const PolicyTerms = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { terms, term, policy, editable } = policies;
  return (
    <div className="policy-terms">
      <div className="ledger-filter">
        <input
          type="search"
          data-testid="term-search"
          aria-label={words.filterTerms}
          placeholder={words.filterTerms}
          value={policies.search}
          onChange={(event) => policies.setSearch(event.target.value)}
        />
        {editable && (
          <button type="button" className="button small" data-testid="term-add" onClick={policies.addTerm}>
            <Icon name="add" />
            {words.addTerm}
          </button>
        )}
      </div>
      {terms.length === 0 ? (
        <Empty title={words.noTerms} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="data-scroll" tabIndex={0} aria-label={words.tabs.terms}>
          <table className="data-table wrap-table">
            <thead>
              <tr>
                <th scope="col">{words.avoid}</th>
                <th scope="col">{words.use}</th>
                <th scope="col">{words.level}</th>
                <th scope="col">{words.why}</th>
                <th scope="col">{words.conditions}</th>
              </tr>
            </thead>
            <tbody>
              {terms.map((one) => (
                <TermRow key={one.at} {...one} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {term !== null && policy?.terms[term] ? (
        <TermForm key={term} at={term} term={policy.terms[term]} />
      ) : (
        <p className="term-form hint">{words.chooseTerm}</p>
      )}
    </div>
  );
});

const TermRow = observer(({ term, at }: { readonly term: PolicyTerm; readonly at: number }) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const chosen = policies.term === at;
  const { avoid, use, level, why } = term;
  return (
    <tr data-testid="term-row" className={chosen ? 'departs' : undefined}>
      <td lang="zh-CN">
        <button type="button" className="link" aria-pressed={chosen} onClick={() => policies.showTerm(at)}>
          {avoid}
        </button>
      </td>
      <td lang="zh-CN">{use === '' ? <span className="hint">{words.useNothing}</span> : use}</td>
      <td>{words.levels[level]}</td>
      <td lang="zh-CN">{why}</td>
      <td lang="zh-CN" className="hint">
        {conditionsOf(term)}
      </td>
    </tr>
  );
});

const conditionsOf = ({ precededBy, notPrecededBy, followedBy, notFollowedBy, beside }: PolicyTerm): string =>
  [
    precededBy && `${precededBy} _`,
    notPrecededBy && `≠ ${notPrecededBy} _`,
    followedBy && `_ ${followedBy}`,
    notFollowedBy && `_ ≠ ${notFollowedBy}`,
    beside && `＋ ${beside}`,
  ]
    .filter(Boolean)
    .join('； ');
