import { observer } from 'mobx-react-lite';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

/** Says once that the import has notes; they themselves are in the source tab. */
export const NotesStrip = observer(() => {
  const { source, ui } = useRoot();
  const text = useText();
  const words = text.imports;
  if (source.unreadNotes === 0) return null;
  return (
    <div className="notes-strip" role="status" data-testid="notes-strip">
      <Icon name="file" />
      <b>{words.notes(source.unreadNotes)}</b>
      <span>{words.notesHint}</span>
      <button
        type="button"
        className="button small"
        data-testid="notes-show"
        onClick={() => ui.showTab('source')}
      >
        {words.showNotes}
      </button>
      <button
        type="button"
        className="button quiet"
        data-testid="notes-dismiss"
        aria-label={text.app.dismiss}
        title={text.app.dismiss}
        onClick={source.putNotesAway}
      >
        <Icon name="close" />
      </button>
    </div>
  );
});
