import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef, useState } from 'react';
import type { Disposition } from '../../../../shared/model/review';
import type { FindingItem } from '../../../stores/finding-list';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';
import { useKept } from '../use-kept';

const SHORTEST_REASON = 2;
const LONGEST_REASON = 500;

/** Leaving the text as it is: with a reason, and back again. */
export const Waiver = observer(({ item }: { readonly item: FindingItem }) => {
  const { review } = useRoot();
  const { signOff } = useText();
  if (item.waiver) return <Waived waiver={item.waiver} />;
  if (review.waiving) return <WaiveForm key={item.finding.fingerprint} />;
  if (!item.standing) return null;
  return (
    <p className="hint" data-testid="waiver-lapsed">
      {signOff.earlier(signOff.waiverStates[item.standing.state])}
    </p>
  );
});

/** Opens the form of the reason. */
export const WaiveButton = observer(({ item }: { readonly item: FindingItem }) => {
  const { review, kept } = useRoot();
  const { detail: words } = useText();
  if (item.waiver || review.waiving) return null;
  return (
    <>
      <button
        type="button"
        className="button"
        data-testid="waive-open"
        disabled={review.busy}
        onClick={() => review.setWaiving(true)}
      >
        {words.waive}
        <kbd>W</kbd>
      </button>
      {kept.get(review.target?.reportId ?? 0, `waive.${item.finding.fingerprint}`) !== null && (
        <span className="hint" data-testid="waive-kept">
          {words.keptReason}
        </span>
      )}
    </>
  );
});

const Waived = observer(({ waiver }: { readonly waiver: Disposition }) => {
  const { review, settings } = useRoot();
  const words = useText().detail;
  const { language } = settings.current;
  return (
    <section className="detail-part waived">
      <h3>{words.waivedReason}</h3>
      <p className="waived-reason">{waiver.reason}</p>
      <p className="hint">{words.waivedBy(waiver.by, formatTime(waiver.at, language))}</p>
      <SecondPerson waiver={waiver} />
      <button
        type="button"
        className="button"
        data-testid="reopen"
        disabled={review.busy}
        onClick={() => void review.reopen()}
      >
        {words.reopen}
      </button>
    </section>
  );
});

/** The second person's word for a waiver: given, waited for, or to be given here. */
const SecondPerson = observer(({ waiver }: { readonly waiver: Disposition }) => {
  const { review, settings, identities } = useRoot();
  const words = useText().signOff;
  const standing = review.findings.current?.standing;
  const { confirmed, expiresOn } = waiver;
  return (
    <>
      {expiresOn && <p className="hint">{words.expiresOn(expiresOn)}</p>}
      {confirmed && (
        <p className="hint" data-testid="waiver-confirmed">
          {words.confirmedBy(confirmed.by, formatTime(confirmed.at, settings.current.language))}
        </p>
      )}
      {standing?.state === 'unconfirmed' && (
        <p className="hint hint-error" data-testid="waiver-unconfirmed">
          {words.waitsForSecond}
        </p>
      )}
      {standing?.mayConfirm && (
        <button
          type="button"
          className="button primary"
          data-testid="waiver-confirm"
          disabled={review.busy}
          onClick={() => void review.confirmWaiver(true)}
        >
          {words.confirm}
          <kbd>W</kbd>
        </button>
      )}
      {confirmed && confirmed.byId === identities.current?.id && (
        <button
          type="button"
          className="button"
          data-testid="waiver-unconfirm"
          disabled={review.busy}
          onClick={() => void review.confirmWaiver(false)}
        >
          {words.unconfirm}
        </button>
      )}
    </>
  );
});

const WaiveForm = observer(() => {
  const { review } = useRoot();
  const text = useText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const name = `waive.${review.findings.selected ?? ''}`;
  const [reason, setReason] = useKept(name);
  const [expires, setExpires] = useState('');
  useEffect(() => field.current?.focus(), []);
  const ready = reason.trim().length >= SHORTEST_REASON && !review.busy;
  const submit = (): void => {
    if (!ready) return;
    const waived = review.waive(reason.trim(), expires === '' ? null : expires);
    void waived.then((done) => done && setReason(null));
  };
  return (
    <form
      className="detail-part waive-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{text.detail.waiveTitle}</h3>
      <label htmlFor={id}>{text.detail.reason}</label>
      <textarea
        id={id}
        ref={field}
        data-testid="waive-reason"
        rows={3}
        required
        minLength={SHORTEST_REASON}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <label className="waive-expires">
        {text.signOff.expires}{' '}
        <input
          type="date"
          data-testid="waive-expires"
          value={expires}
          onChange={(event) => setExpires(event.target.value)}
        />
      </label>
      <div className="form-buttons">
        <button type="submit" className="button primary" data-testid="waive-confirm" disabled={!ready}>
          {text.detail.confirmWaive}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setReason(null);
            review.setWaiving(false);
          }}
        >
          {text.app.cancel}
        </button>
      </div>
    </form>
  );
});
