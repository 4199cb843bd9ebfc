import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { OwnPassphrase } from './own-passphrase';
import { PeopleList } from './people-list';
import { PersonForm } from './person-form';
import { UnlockForm } from './unlock-form';

type Part = 'list' | 'switch' | 'add' | 'passphrase';

/** Who sits at the desk and who else there is: change over, add, roles, passphrase. */
export const PeopleDialog = observer(() => {
  const { ui, identities } = useRoot();
  const text = useText();
  const words = text.identity;
  const [part, setPart] = useState<Part>(identities.people.length > 1 ? 'switch' : 'list');
  const back = (): void => setPart('list');
  return (
    <Dialog title={words.title} closeLabel={text.app.close} onClose={ui.closeDialog} size="wide">
      <div className="people" data-testid="people-dialog">
        <nav className="people-parts" aria-label={words.title}>
          {(['switch', 'list', 'add', 'passphrase'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="button quiet"
              data-testid={`people-${one}`}
              aria-pressed={part === one}
              disabled={one === 'switch' && identities.people.length < 2}
              onClick={() => setPart(one)}
            >
              {words.parts[one]}
            </button>
          ))}
          <button
            type="button"
            className="button quiet"
            data-testid="desk-lock"
            onClick={() => {
              ui.closeDialog();
              void identities.lock();
            }}
          >
            {words.lock}
          </button>
        </nav>
        {part === 'switch' && <UnlockForm onDone={ui.closeDialog} />}
        {part === 'list' && <PeopleList />}
        {part === 'add' && (
          <>
            <p className="hint">{words.addHint}</p>
            <PersonForm
              adopt={identities.adoptable}
              confirm={words.add}
              onSubmit={identities.create}
              onDone={back}
            />
          </>
        )}
        {part === 'passphrase' && <OwnPassphrase onDone={back} />}
      </div>
    </Dialog>
  );
});
