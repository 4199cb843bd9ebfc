import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import type { MergeConflict, MergeSide, MergeStand } from '../../../shared/model/case';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { formatTime } from '../format';

/** What both sides decided differently: one of each pair is chosen, and the log says so. */
export const SettleDialog = observer(() => {
  const { cases, ui } = useRoot();
  const { app, cases: words } = useText();
  const { unsettled } = cases;
  if (!unsettled) return null;
  return (
    <Dialog title={words.settle} closeLabel={app.close} onClose={ui.closeDialog} size="wide">
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void cases.settle();
        }}
      >
        <p>{words.settleHint(unsettled.title, unsettled.sender, unsettled.conflicts.length)}</p>
        <div className="conflicts">
          {unsettled.conflicts.map((conflict) => (
            <Conflict key={conflict.key} conflict={conflict} />
          ))}
        </div>
        {cases.error && (
          <p className="form-error" role="alert" data-testid="case-error">
            {cases.error}
          </p>
        )}
        <div className="form-buttons">
          <button
            type="submit"
            className="button primary"
            data-testid="settle-confirm"
            disabled={!cases.allChosen}
          >
            {words.merge}
          </button>
          <button type="button" className="button" onClick={ui.closeDialog}>
            {app.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
});

const Conflict = observer(({ conflict }: { readonly conflict: MergeConflict }) => {
  const { cases: words } = useText();
  return (
    <fieldset className="conflict" data-testid="conflict" data-kind={conflict.kind}>
      <legend lang="zh-CN">{conflict.subject === '' ? words.kinds[conflict.kind] : conflict.subject}</legend>
      {conflict.kind === 'revision' && <p className="hint">{words.revisionHint}</p>}
      <Stand conflict={conflict} side="mine" stand={conflict.mine} />
      <Stand conflict={conflict} side="theirs" stand={conflict.theirs} />
    </fieldset>
  );
});

interface StandProps {
  readonly conflict: MergeConflict;
  readonly side: MergeSide;
  readonly stand: MergeStand;
}

const Stand = observer(({ conflict, side, stand }: StandProps) => {
  const { cases, settings } = useRoot();
  const { cases: words } = useText();
  const id = useId();
  const when = formatTime(stand.at, settings.current.language);
  return (
    <label className="check-line" htmlFor={id}>
      <input
        id={id}
        type="radio"
        name={conflict.key}
        data-testid={`take-${side}`}
        checked={cases.choices.get(conflict.key) === side}
        onChange={() => cases.choose(conflict.key, side)}
      />
      <span>
        <strong>{words.sides[side]}</strong> <span lang="zh-CN">{stand.what}</span>
        {stand.by !== '' && <span className="conflict-by">{[stand.by, when].join(' · ')}</span>}
      </span>
    </label>
  );
});
