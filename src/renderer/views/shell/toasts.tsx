import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

/** One clear sentence about what just happened; errors stay until they are dismissed. */
export const Toasts = observer(() => {
  const { notices } = useRoot();
  const text = useText();
  return (
    <section className="toasts" aria-label={text.app.notices} aria-live="polite" data-react-aria-top-layer>
      {notices.items.map((notice) => (
        <div
          key={notice.id}
          className={`toast toast-${notice.kind}`}
          role={notice.kind === 'error' ? 'alert' : 'status'}
          data-testid="toast"
        >
          <Icon name={notice.kind === 'error' ? 'warning' : 'check'} />
          <span>{notice.text}</span>
          <button
            type="button"
            className="button quiet"
            aria-label={text.app.dismiss}
            title={text.app.dismiss}
            onClick={() => notices.dismiss(notice.id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
});
