import { observer } from 'mobx-react-lite';
import { signOffOf } from '../../../shared/policy/sign-off';
import { Tabs } from '../../components/tabs';
import { policyTabs } from '../../stores/policy-store';
import { useRoot, useText } from '../context';
import { DocumentTypes } from './document-types';
import { PolicyHead } from './policy-head';
import { PolicyRules } from './policy-rules';
import { PolicySignOff } from './policy-sign-off';
import { PolicyTerms } from './policy-terms';

const panels = {
  rules: PolicyRules,
  terms: PolicyTerms,
  documents: DocumentTypes,
  signOff: PolicySignOff,
} as const;

/** The chosen policy: what it says of rules, of terms, of documents. */
export const PolicyDetail = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  const { policy, shelf, tab } = policies;
  if (!policy || !shelf) return null;
  const counts = {
    rules: shelf.rules.length,
    terms: policy.terms.length,
    documents: policy.documents.length,
    signOff: signOffOf(policy).stages.length,
  } as const;
  const items = policyTabs.map((value) => ({ value, label: words.tabs[value], count: counts[value] }));
  const Panel = panels[tab];
  return (
    <section className="policy-detail" aria-label={words.chosen} data-testid="policy-detail">
      <PolicyHead />
      <Tabs label={words.chosen} items={items} value={tab} onChange={policies.show}>
        <Panel />
      </Tabs>
    </section>
  );
});
