import { observer } from 'mobx-react-lite';
import { Segmented } from '../../components/segmented';
import { pageModes } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { DocumentPane } from './document/document-pane';
import { SourcePane } from './editing/source-pane';
import { FindBar } from './find-bar';
import { NotesStrip } from './notes-strip';

/** The report in the middle of the desk: as it reads on paper, or as it is written. */
export const DocumentSide = observer(({ hidden }: { readonly hidden: boolean }) => {
  const { ui, find, sourceDraft } = useRoot();
  const text = useText();
  const words = text.editing;
  return (
    <div className="document-side" hidden={hidden}>
      <NotesStrip />
      <div className="document-tools">
        <Segmented
          label={words.mode}
          options={pageModes.map((value) => ({
            value,
            label: value === 'source' && sourceDraft.changed ? words.unsavedSource : words.modes[value],
          }))}
          value={ui.page}
          onChange={ui.showPage}
        />
        <span className="hint">{ui.page === 'page' ? words.editHint : words.sourceKeys}</span>
        {find.isOpen ? (
          <FindBar />
        ) : (
          <button type="button" className="button small" data-testid="find-open" onClick={find.open}>
            {text.find.open}
            <kbd>Ctrl F</kbd>
          </button>
        )}
      </div>
      {ui.page === 'page' ? <DocumentPane /> : !hidden && <SourcePane />}
    </div>
  );
});
