import { observer } from 'mobx-react-lite';
import { Empty } from '../../components/empty';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';
import { FactTable } from './fact-table';
import { GapList } from './gap-list';

/** The facts of the chosen ledger, and the cells that made none. */
export const LedgerDetail = observer(() => {
  const { ledgers, ui, settings } = useRoot();
  const words = useText().ledgers;
  const { current, facts, listed } = ledgers;
  if (!current) return null;
  const { language } = settings.current;
  return (
    <section className="ledger-detail" aria-label={words.chosen} data-testid="ledger-detail">
      <header className="ledger-head">
        <h2 lang="zh-CN" title={current.name}>
          {current.name}
        </h2>
        <code className="hash" title={`${words.sha256} ${current.sha256}`}>
          {current.sha256.slice(0, 12)}
        </code>
        <button
          type="button"
          className="button small"
          data-testid="ledger-remove"
          disabled={ledgers.running}
          onClick={() => ui.openDialog('ledger-remove')}
        >
          {words.remove}
        </button>
      </header>
      <div className="ledger-filter">
        <input
          type="search"
          data-testid="fact-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={ledgers.filter}
          onChange={(event) => ledgers.setFilter(event.target.value)}
        />
        {facts && (
          <span className="pane-count" role="status">
            {words.shown(formatCount(listed.length, language), formatCount(facts.facts.length, language))}
          </span>
        )}
      </div>
      {facts && (listed.length > 0 ? <FactTable facts={listed} /> : <Empty title={words.noMatch} />)}
      {facts && facts.gaps.length > 0 && <GapList gaps={facts.gaps} />}
    </section>
  );
});
