import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import { Dialog } from '../../../components/dialog';
import { useRoot, useText } from '../../context';

/** What is typed but not saved: save it, give it up, or stay with it. */
export const UnsavedDialog = observer(() => {
  const { unsaved, review } = useRoot();
  const text = useText();
  const words = text.editing.unsaved;
  const first = useRef<HTMLButtonElement>(null);
  return (
    <Dialog title={words.title} closeLabel={text.app.close} onClose={unsaved.stay} focus={first}>
      <div className="dialog-form" data-testid="unsaved-dialog">
        <p className="dialog-question">{words.question}</p>
        <div className="form-buttons">
          <button
            ref={first}
            type="button"
            className="button primary"
            data-testid="unsaved-save"
            disabled={review.busy}
            onClick={() => void unsaved.save()}
          >
            {words.save}
          </button>
          <button type="button" className="button" data-testid="unsaved-discard" onClick={unsaved.discard}>
            {words.discard}
          </button>
          <button type="button" className="button" data-testid="unsaved-stay" onClick={unsaved.stay}>
            {words.stay}
          </button>
        </div>
      </div>
    </Dialog>
  );
});
