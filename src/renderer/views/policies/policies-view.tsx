import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { BackButton } from '../shell/back-button';
import { TopBar } from '../shell/top-bar';
import { PolicyDetail } from './policy-detail';
import { PolicyList } from './policy-list';

/** What a house demands of its reports: the policies on the left, the chosen one beside them. */
export const PoliciesView = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  return (
    <div className="screen" data-testid="policies-view">
      <TopBar actions={<ImportButton />}>
        <BackButton />
        <h1>{words.title}</h1>
      </TopBar>
      <main className="library" aria-label={words.title}>
        {policies.shelf && (
          <>
            <div className="ledger-panes">
              <PolicyList />
              <PolicyDetail />
            </div>
            <footer className="status-bar">
              <span>{words.count(policies.policies.length)}</span>
              <span>{words.hint}</span>
            </footer>
          </>
        )}
      </main>
    </div>
  );
});

const ImportButton = observer(() => {
  const { policies } = useRoot();
  const words = useText().policies;
  return (
    <button
      type="button"
      className="button primary"
      data-testid="policy-import"
      disabled={policies.running}
      onClick={() => void policies.take()}
    >
      <Icon name="add" />
      {words.import}
    </button>
  );
});
