import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { LedgerSummary } from '../../../shared/model/ledger';
import { useRoot, useText } from '../context';
import { formatCount, formatTime } from '../format';

const idOf = (ledger: number): string => `ledger-${ledger}`;

/** A list box: one stop for the Tab key, arrow keys choose. */
export const LedgerList = observer(() => {
  const { ledgers } = useRoot();
  const words = useText().ledgers;
  const list = useRef<HTMLDivElement>(null);
  const { chosen } = ledgers;
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, []);
  useEffect(() => {
    if (chosen !== null) document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    ledgers.step(step);
  };
  return (
    <div
      ref={list}
      className="ledger-list"
      role="listbox"
      tabIndex={0}
      aria-label={words.caption}
      aria-activedescendant={chosen === null ? undefined : idOf(chosen)}
      onKeyDown={press}
    >
      {ledgers.ledgers.map((ledger) => (
        <LedgerRow key={ledger.id} ledger={ledger} />
      ))}
    </div>
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
