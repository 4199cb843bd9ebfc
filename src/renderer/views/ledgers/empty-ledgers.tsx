import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useText } from '../context';

/** What a ledger is, and what to do first. */
export const EmptyLedgers = observer(() => {
  const words = useText().ledgers;
  return (
    <div className="library-empty" data-testid="ledgers-empty">
      <Icon name="table" />
      <h2>{words.emptyTitle}</h2>
      <ol>
        {words.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{words.emptyKeys}</p>
    </div>
  );
});
