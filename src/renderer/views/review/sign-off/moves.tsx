import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';

/** Every move so far, newest first. */
export const Moves = observer(() => {
  const { signOff, settings } = useRoot();
  const words = useText().signOff;
  const events = [...(signOff.case?.events ?? [])].reverse();
  if (events.length === 0) return null;
  return (
    <section className="detail-part">
      <h3>{words.moves}</h3>
      <ol className="move-list">
        {events.map((event) => (
          <li key={event.sequence} data-testid="stage-move" data-action={event.action}>
            <span className="hint nowrap">{formatTime(event.at, settings.current.language)}</span>
            <span>
              {event.by ?? words.nobody} {words.actions[event.action]}
              {event.reason !== '' && (
                <>
                  {words.colon}
                  <span lang="zh-CN">{event.reason}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
});
