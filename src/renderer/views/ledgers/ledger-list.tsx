import { observer } from 'mobx-react-lite';
import type { LedgerSummary } from '../../../shared/model/ledger';
import { ListBox } from '../../components/list-box';
import { useRoot, useText } from '../context';
import { formatCount, formatTime } from '../format';

const idOf = (ledger: number): string => `ledger-${ledger}`;

export const LedgerList = observer(() => {
  const { ledgers } = useRoot();
  const words = useText().ledgers;
  const { chosen } = ledgers;
  return (
    <ListBox label={words.caption} chosen={chosen === null ? null : idOf(chosen)} onStep={ledgers.step}>
      {ledgers.ledgers.map((ledger) => (
        <LedgerRow key={ledger.id} ledger={ledger} />
      ))}
    </ListBox>
  );
});

const LedgerRow = observer(({ ledger }: { readonly ledger: LedgerSummary }) => {
  const { ledgers, settings } = useRoot();
  const words = useText().ledgers;
  const { language } = settings.current;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box moves through its options
    <div
      id={idOf(ledger.id)}
      className="ledger-row"
      role="option"
      tabIndex={-1}
      aria-selected={ledgers.chosen === ledger.id}
      data-testid="ledger-row"
      data-ledger={ledger.id}
      onClick={() => void ledgers.select(ledger.id)}
    >
      <span className="report-title" lang="zh-CN" title={ledger.name}>
        {ledger.name}
      </span>
      <span className="ledger-meta">
        <span className="revision">{words.origins[ledger.origin]}</span>
        <span>{words.facts(formatCount(ledger.facts, language))}</span>
        <span className="ledger-time">{formatTime(ledger.importedAt, language)}</span>
      </span>
    </div>
  );
});
