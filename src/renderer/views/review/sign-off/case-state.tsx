import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../../context';

/** Beside the title: where the report stands, and the way to the sign-off. */
export const CaseState = observer(() => {
  const { signOff, ui } = useRoot();
  const words = useText().signOff;
  const shown = signOff.case;
  if (!shown) return null;
  return (
    <button
      type="button"
      className={`case-state case-${shown.state}`}
      data-testid="case-state"
      data-state={shown.state}
      title={words.open}
      onClick={() => {
        ui.showView('document');
        ui.showTab('signoff');
      }}
    >
      {words.states[shown.state]}
    </button>
  );
});
