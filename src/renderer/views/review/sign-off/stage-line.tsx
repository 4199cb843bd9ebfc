import { observer } from 'mobx-react-lite';
import type { SignOff, Stage } from '../../../../shared/model/sign-off';
import { useRoot, useText } from '../../context';
import { formatTime } from '../../format';

type Place = 'done' | 'now' | 'ahead';

/** From the draft to the release, each step with who took it and when. */
export const StageLine = observer(() => {
  const { signOff } = useRoot();
  const words = useText().signOff;
  const shown = signOff.case;
  if (!shown) return null;
  const { state, demands, events } = shown;
  const { waiting } = signOff;
  const submitted = events.findLast(({ action }) => action === 'submit');
  const released = events.findLast(({ action }) => action === 'release');
  const isDraft = state === 'draft';
  const isReleased = state === 'released';
  const last = !isDraft && !isReleased && waiting === null;
  return (
    <ol className="stage-line" aria-label={words.line}>
      <Step place={isDraft ? 'now' : 'done'} title={words.draft}>
        {!isDraft && submitted && <Taken by={submitted.by ?? ''} at={submitted.at} />}
      </Step>
      {demands.stages.map(({ stage }) => {
        const place = isReleased || signOff.unsigned(stage).length === 0 ? 'done' : 'now';
        const reached = isReleased || place === 'done' || stage === waiting;
        return (
          <Step key={stage} place={reached && !isDraft ? place : 'ahead'} title={words.stages[stage]}>
            <Signatures stage={stage} />
          </Step>
        );
      })}
      <Step place={isReleased ? 'done' : last ? 'now' : 'ahead'} title={words.release}>
        {isReleased && released && <Taken by={released.by ?? ''} at={released.at} />}
      </Step>
    </ol>
  );
});

interface StepProps {
  readonly place: Place;
  readonly title: string;
  readonly children?: React.ReactNode;
}

const Step = observer(({ place, title, children }: StepProps) => {
  const words = useText().signOff;
  return (
    <li className={`stage-step stage-${place}`} aria-current={place === 'now' ? 'step' : undefined}>
      <span className="stage-mark" aria-hidden="true" />
      <span className="stage-name">
        {title}
        <span className="visually-hidden">（{words.places[place]}）</span>
      </span>
      <span className="stage-who">{children}</span>
    </li>
  );
});

const Taken = observer(({ by, at }: { readonly by: string; readonly at: string }) => {
  const { settings } = useRoot();
  return (
    <span className="stage-taken">
      {by} · {formatTime(at, settings.current.language)}
    </span>
  );
});

const Signatures = observer(({ stage }: { readonly stage: Stage }) => {
  const { signOff } = useRoot();
  const words = useText().signOff;
  const live = signOff.signaturesOf(stage).filter((one) => one.live.length > 0);
  const open = signOff.unsigned(stage).length;
  const all = signOff.case?.sections.length ?? 0;
  return (
    <>
      {live.map((one) => (
        <Signed key={one.id} signature={one} />
      ))}
      {live.length > 0 && open > 0 && <span className="hint">{words.sectionsOpen(open, all)}</span>}
    </>
  );
});

const Signed = observer(({ signature }: { readonly signature: SignOff }) => {
  const { settings } = useRoot();
  const text = useText();
  const { by, at, revision } = signature;
  return (
    <span className="stage-taken" data-testid="signature">
      {by.name} · {formatTime(at, settings.current.language)} · {text.library.revisionNumber(revision)}
    </span>
  );
});
