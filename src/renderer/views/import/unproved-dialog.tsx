import { observer } from 'mobx-react-lite';
import { type RefObject, useRef } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { formatCount, proofCounts } from '../format';
import { NoteList } from '../review/source/note-list';
import { DifferenceTable } from './difference-table';

/** The working text is not the source: what differs, and whether to go on all the same. */
export const UnprovedDialog = observer(() => {
  const { imports, settings } = useRoot();
  const text = useText();
  const words = text.imports;
  const refuse = useRef<HTMLButtonElement>(null);
  const { unproved } = imports;
  if (!unproved) return null;
  const { proof, notes, fileName } = unproved;
  const { language } = settings.current;
  const count = formatCount(proof.differenceCount, language);
  return (
    <Dialog
      title={words.unprovedTitle}
      closeLabel={text.app.close}
      onClose={imports.refuse}
      size="full"
      focus={refuse}
    >
      <div className="unproved" data-testid="unproved-dialog">
        <div className="unproved-intro">
          <p>{words.unprovedIntro(fileName)}</p>
          <p className="hint">{words.compared(...proofCounts(proof, language))}</p>
          <h3>{words.differences(count)}</h3>
        </div>
        <DifferenceTable differences={proof.differences} />
        <div className="unproved-foot">
          {proof.differenceCount > proof.differences.length && (
            <p className="hint">{words.moreDifferences(count)}</p>
          )}
          {notes.length > 0 && (
            <details>
              <summary>{words.notes(notes.length)}</summary>
              <NoteList notes={notes} />
            </details>
          )}
          <UnprovedButtons refuse={refuse} />
        </div>
      </div>
    </Dialog>
  );
});

interface ButtonsProps {
  readonly refuse: RefObject<HTMLButtonElement | null>;
}

const UnprovedButtons = observer(({ refuse }: ButtonsProps) => {
  const { imports } = useRoot();
  const words = useText().imports;
  return (
    <div className="form-buttons">
      <button
        ref={refuse}
        type="button"
        className="button primary"
        data-testid="unproved-refuse"
        disabled={imports.running}
        onClick={imports.refuse}
      >
        {words.refuse}
      </button>
      <label className="check unproved-check">
        <input
          type="checkbox"
          data-testid="unproved-checked"
          checked={imports.checked}
          disabled={imports.running}
          onChange={(event) => imports.setChecked(event.target.checked)}
        />
        {words.checked}
      </label>
      <button
        type="button"
        className="button"
        data-testid="unproved-accept"
        disabled={!imports.checked || imports.running}
        onClick={() => void imports.accept()}
      >
        {imports.running ? words.importing : words.accept}
      </button>
    </div>
  );
});
