import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';
import { BackButton } from '../shell/back-button';
import { TopBar } from '../shell/top-bar';
import { EmptyLedgers } from './empty-ledgers';
import { LedgerDetail } from './ledger-detail';
import { LedgerList } from './ledger-list';

/** What reports are checked against: the ledgers on the left, the facts of the chosen one beside them. */
export const LedgersView = observer(() => {
  const { ledgers } = useRoot();
  const text = useText();
  const words = text.ledgers;
  const count = ledgers.ledgers.length;
  return (
    <div className="screen" data-testid="ledgers-view">
      <TopBar actions={<Actions />}>
        <BackButton />
        <h1>{words.title}</h1>
      </TopBar>
      <main className="library" aria-label={words.title}>
        {count > 0 && (
          <>
            <div className="ledger-panes">
              <LedgerList />
              <LedgerDetail />
            </div>
            <footer className="status-bar">
              <span>{words.count(count)}</span>
              <span>{words.hint}</span>
            </footer>
          </>
        )}
        {ledgers.loaded && count === 0 && <EmptyLedgers />}
      </main>
    </div>
  );
});

const Actions = observer(() => {
  const { ledgers, mapping, openLedgerFromReport } = useRoot();
  const words = useText().ledgers;
  return (
    <>
      <button
        type="button"
        className="button"
        data-testid="ledger-from-report"
        disabled={ledgers.running}
        onClick={openLedgerFromReport}
      >
        {words.fromReport}
      </button>
      <button
        type="button"
        className="button primary"
        data-testid="ledger-import"
        disabled={mapping.opening}
        onClick={() => void mapping.choose()}
      >
        <Icon name="add" />
        {words.import}
      </button>
    </>
  );
});
