import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

export const BackButton = observer(() => {
  const { goLibrary } = useRoot();
  const text = useText();
  return (
    <button
      type="button"
      className="button quiet"
      data-testid="back-to-library"
      aria-label={text.review.back}
      title={text.review.back}
      onClick={goLibrary}
    >
      <Icon name="back" />
    </button>
  );
});
