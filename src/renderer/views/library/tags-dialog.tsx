import { observer } from 'mobx-react-lite';
import { type FormEvent, useId, useRef } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';

const MOST = 20;
const LONGEST = 20;

const tagsIn = (written: string): readonly string[] =>
  [...new Set(written.split(/[\s,，、;；]+/))]
    .filter(Boolean)
    .slice(0, MOST)
    .map((tag) => tag.slice(0, LONGEST));

export const TagsDialog = observer(() => {
  const { library, ui } = useRoot();
  const text = useText();
  const words = text.library;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // In the store: a lock takes the dialog away, and brings it back as it was.
  const { written, setWritten } = library;
  const own = tagsIn(written);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void library.setTags(own);
  };
  return (
    <Dialog title={words.tagsTitle} closeLabel={text.app.close} onClose={ui.closeDialog} focus={field}>
      <form className="dialog-form" data-testid="tags-dialog" onSubmit={save}>
        <p className="dialog-question" lang="zh-CN">
          {library.asked?.title}
        </p>
        <label htmlFor={id} className="hint">
          {words.tagsLabel}
        </label>
        <input
          ref={field}
          id={id}
          data-testid="tags-input"
          maxLength={500}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
        {library.tags.length > 0 && (
          <p className="tag-choice">
            <span className="hint">{words.tagsUsed}</span>
            {library.tags.map((tag) => (
              <button
                key={tag}
                type="button"
                className="tag"
                aria-pressed={own.includes(tag)}
                onClick={() =>
                  setWritten((own.includes(tag) ? own.filter((one) => one !== tag) : [...own, tag]).join(' '))
                }
              >
                {tag}
              </button>
            ))}
          </p>
        )}
        <div className="form-buttons">
          <button type="submit" className="button primary" data-testid="tags-save" disabled={library.running}>
            {words.saveTags}
          </button>
          <button type="button" className="button" onClick={ui.closeDialog}>
            {text.app.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
});
