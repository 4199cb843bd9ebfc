import { observer } from 'mobx-react-lite';
import { useRef, useState } from 'react';
import { Choice, ChoiceGroup } from '../../components/choice';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';

/** A file dropped on a report under review: its next draft, or a report of its own. */
export const DropDialog = observer(() => {
  const { drops, review } = useRoot();
  const text = useText();
  const words = text.imports;
  const [asDraft, setAsDraft] = useState(true);
  const confirm = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={words.dropTitle}
      closeLabel={text.app.close}
      onClose={drops.cancel}
      size="wide"
      focus={confirm}
    >
      <form
        className="dialog-form"
        data-testid="drop-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          drops.settle(asDraft);
        }}
      >
        <ChoiceGroup
          label={words.dropQuestion(drops.asking?.name ?? '')}
          labelClass="dialog-question"
          value={asDraft ? 'draft' : 'report'}
          onChange={(kind) => setAsDraft(kind === 'draft')}
        >
          <Choice
            value="draft"
            testid="drop-as-draft"
            label={words.asDraft}
            hint={words.asDraftHint(review.snapshot?.report.title ?? '')}
          />
          <Choice value="report" testid="drop-as-report" label={words.asReport} hint={words.asReportHint} />
        </ChoiceGroup>
        <div className="form-buttons">
          <button ref={confirm} type="submit" className="button primary" data-testid="drop-confirm">
            {words.confirm}
          </button>
          <button type="button" className="button" onClick={drops.cancel}>
            {text.app.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
});
