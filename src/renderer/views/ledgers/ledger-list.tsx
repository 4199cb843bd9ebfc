import { observer } from 'mobx-react-lite';
import type { LedgerSummary } from '../../../shared/model/ledger';
import { ListBox } from '../../components/list-box';
import { useRoot, useText } from '../context';
import { formatCount, formatTime } from '../format';

export const LedgerList = observer(() => {
  const { ledgers } = useRoot();
  const words = useText().ledgers;
  const { chosen } = ledgers;
  return (
    <ListBox
      label={words.caption}
      rows={ledgers.ledgers}
      chosen={chosen}
      testid="ledger-row"
      nameOf={({ name }) => name}
      onChoose={(id) => void ledgers.select(id)}
    >
      {(ledger) => <LedgerRow ledger={ledger} />}
    </ListBox>
  );
});

const LedgerRow = observer(({ ledger }: { readonly ledger: LedgerSummary }) => {
  const { settings } = useRoot();
  const words = useText().ledgers;
  const { language } = settings.current;
  return (
    <>
      <span className="report-title" lang="zh-CN" title={ledger.name}>
        {ledger.name}
      </span>
      <span className="ledger-meta">
        <span className="revision">{words.origins[ledger.origin]}</span>
        <span>{words.facts(formatCount(ledger.facts, language))}</span>
        <span className="ledger-time">{formatTime(ledger.importedAt, language)}</span>
      </span>
    </>
  );
});
