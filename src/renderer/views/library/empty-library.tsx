import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useText } from '../context';

/** What to do first. */
export const EmptyLibrary = observer(() => {
  const text = useText();
  return (
    <div className="library-empty" data-testid="library-empty">
      <Icon name="file" />
      <h2>{text.library.emptyTitle}</h2>
      <ol>
        {text.library.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{text.library.emptyKeys}</p>
    </div>
  );
});
