import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../../context';
import { Changes } from './changes';
import { MissingList } from './missing-list';
import { MoveForm } from './move-form';
import { Moves } from './moves';
import { StageLine } from './stage-line';
import { WaiverList } from './waiver-list';

/** A report's way to the release: where it stands, what one may do, what is missing, what changed. */
export const SignOffTab = observer(() => {
  const { signOff } = useRoot();
  const words = useText().signOff;
  const shown = signOff.case;
  if (!shown) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="data-scroll sign-off" tabIndex={0} aria-label={words.title} data-testid="sign-off">
      <StageLine />
      <MoveForm />
      <MissingList />
      <Changes />
      <WaiverList />
      <Moves />
    </section>
  );
});
