import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../../context';

/** Every waiver with what has become of it; those that nothing needs any more too. */
export const WaiverList = observer(() => {
  const { review, signOff } = useRoot();
  const text = useText();
  const words = text.signOff;
  const waivers = review.snapshot?.waivers ?? [];
  if (waivers.length === 0) return null;
  return (
    <section className="detail-part" data-testid="waivers">
      <h3>{words.waivers(waivers.length)}</h3>
      <ul className="missing-list">
        {waivers.map(({ waiver, state }) => {
          const label = (
            <>
              <b className={`waiver-state waiver-${state}`}>{words.waiverStates[state]}</b>{' '}
              {waiver.bound?.code} <span lang="zh-CN">{waiver.reason}</span>{' '}
              <span className="hint">{waiver.by}</span>
            </>
          );
          return (
            <li key={waiver.fingerprint} data-testid="waiver-row" data-state={state}>
              {state === 'unused' ? (
                label
              ) : (
                <button type="button" className="link" onClick={() => signOff.goTo(waiver.fingerprint)}>
                  {label}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
});
