import { observer } from 'mobx-react-lite';
import type { ReferenceChoice } from '../../../shared/model/review';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

/** From so many on they can be searched. */
const MANY = 8;

/** The ledgers of the library, each to be used or not. */
export const LedgerChoice = observer(({ all }: { readonly all: ReferenceChoice['ledgers'] }) => {
  const { references, settings } = useRoot();
  const words = useText().references;
  return (
    <fieldset className="ledger-choice">
      <legend>{words.ledgers}</legend>
      {all.length === 0 && <p className="hint">{words.noLedgers}</p>}
      {all.length >= MANY && (
        <input
          type="search"
          aria-label={words.searchLedgers}
          placeholder={words.searchLedgers}
          value={references.search}
          onChange={(event) => references.setSearch(event.target.value)}
        />
      )}
      {all.length > 0 && references.ledgers.length === 0 && <p className="hint">{words.noMatch}</p>}
      <div className="ledger-options">
        {references.ledgers.map(({ id, name, facts }) => (
          <label key={id} className="check-line">
            <input
              type="checkbox"
              data-testid="references-ledger"
              checked={references.ledgerIds.has(id)}
              disabled={references.automatic}
              onChange={() => references.toggleLedger(id)}
            />
            <span>
              <b lang="zh-CN">{name}</b>{' '}
              <span className="hint">{words.facts(formatCount(facts, settings.current.language))}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
});
