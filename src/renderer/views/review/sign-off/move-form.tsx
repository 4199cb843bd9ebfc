import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef } from 'react';
import { needsReason } from '../../../stores/sign-off-store';
import { useRoot, useText } from '../../context';

/** What the person at the desk may do now; asked once more before it is done. */
export const MoveForm = observer(() => {
  const { signOff, identities } = useRoot();
  const words = useText().signOff;
  const { refusal, allowed } = signOff;
  if (signOff.asking) return <Asking />;
  const [main] = allowed.filter((action) => !['return', 'withdraw', 'reopen'].includes(action));
  return (
    <div className="sign-off-acts">
      {allowed.map((action) => (
        <button
          key={action}
          type="button"
          className={action === main ? 'button primary' : 'button'}
          data-testid={`move-${action}`}
          onClick={() => signOff.ask(action)}
        >
          {words.acts[action]}
        </button>
      ))}
      {refusal && (
        <p className="hint" data-testid="move-refused" data-code={refusal.code}>
          {words.refused(
            identities.current?.name ?? '',
            words.acts[refusal.action],
            words.refusals[refusal.code] ?? refusal.code,
          )}
        </p>
      )}
    </div>
  );
});

const Asking = observer(() => {
  const { signOff, review } = useRoot();
  const text = useText();
  const words = text.signOff;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const action = signOff.asking ?? 'submit';
  const required = needsReason.has(action);
  useEffect(() => (required ? field.current : confirm.current)?.focus(), [required]);
  return (
    <form
      className="detail-part move-form"
      data-testid="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void signOff.confirm();
      }}
    >
      <h3>{words.acts[action]}</h3>
      <p className="hint">{words.explain[action]}</p>
      {action === 'sign' && signOff.case?.demands.apart && <SectionChoice />}
      <label htmlFor={id}>{required ? words.reason : words.remark}</label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        maxLength={500}
        data-testid="move-reason"
        value={signOff.reason}
        onChange={(event) => signOff.setReason(event.target.value)}
      />
      <div className="form-buttons">
        <button
          ref={confirm}
          type="submit"
          className="button primary"
          data-testid="move-confirm"
          disabled={!signOff.ready || review.busy}
        >
          {words.acts[action]}
        </button>
        <button type="button" className="button" onClick={signOff.leave}>
          {text.app.cancel}
        </button>
      </div>
    </form>
  );
});

/** Where sections are signed apart: which of those still open. */
const SectionChoice = observer(() => {
  const { signOff } = useRoot();
  const words = useText().signOff;
  const open = signOff.waiting ? signOff.unsigned(signOff.waiting) : [];
  return (
    <fieldset className="role-choice">
      <legend>{words.sections}</legend>
      {open.map((key) => (
        <label key={key} lang="zh-CN">
          <input
            type="checkbox"
            data-testid="section-choice"
            checked={!signOff.left.has(key)}
            onChange={() => signOff.toggle(key)}
          />
          {key === '' ? words.frame : key}
        </label>
      ))}
    </fieldset>
  );
});
