import { observer } from 'mobx-react-lite';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../../context';

const MAX_REASON = 500;

/** What is typed and not in any revision yet, with the reason that goes with it. */
interface Draft {
  readonly reason: string;
  readonly changed: boolean;
  readonly saving: boolean;
  setReason(reason: string): void;
  save(): Promise<boolean>;
  cancel(): void;
}

interface Props {
  readonly draft: Draft;
  /** Begins the test ids of its controls, and the name of its style. */
  readonly name: 'edit' | 'source';
  readonly fieldId: string;
  /** Of the words around, where they stand in a text of another language. */
  readonly lang?: string;
  readonly saveKey: string;
  readonly giveUp: { readonly label: string; readonly testid: string; readonly key?: string };
  /** Whether there must be a change before it can be given up. */
  readonly giveUpChanged: boolean;
  /** True: the key was meant for the bar. */
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => boolean;
  /** What the check says. */
  readonly children: ReactNode;
}

/** What the check says while one types, why the change is made, and how it ends. */
export const DraftBar = observer((props: Props) => {
  const { draft, name, fieldId, lang, saveKey, giveUp, giveUpChanged, onKey, children } = props;
  const words = useText().editing;
  return (
    <form
      className={`${name}-bar`}
      lang={lang}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      {children}
      <div className="edit-acts">
        <label htmlFor={fieldId} className="visually-hidden">
          {words.reason}
        </label>
        <input
          id={fieldId}
          type="text"
          data-testid={`${name}-reason`}
          placeholder={words.reasonHint}
          maxLength={MAX_REASON}
          value={draft.reason}
          onChange={(event) => draft.setReason(event.target.value)}
          onKeyDown={(event) => {
            if (!onKey(event)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <button
          type="submit"
          className="button primary"
          data-testid={`${name}-save`}
          disabled={draft.saving || !draft.changed}
        >
          {words.save}
          <kbd>{saveKey}</kbd>
        </button>
        <button
          type="button"
          className="button"
          data-testid={giveUp.testid}
          disabled={giveUpChanged && (!draft.changed || draft.saving)}
          onClick={draft.cancel}
        >
          {giveUp.label}
          {giveUp.key && <kbd>{giveUp.key}</kbd>}
        </button>
      </div>
    </form>
  );
});
