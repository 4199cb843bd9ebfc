import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../context';
import { PersonForm } from './person-form';
import { UnlockForm } from './unlock-form';

/** Before anybody sits at the desk: the first person makes themself, others say who they are. */
export const LockScreen = observer(() => {
  const { identities } = useRoot();
  const text = useText();
  const words = text.identity;
  if (!identities.state) return null;
  const first = identities.people.length === 0;
  return (
    <main className="lock-screen" data-testid="lock-screen">
      <section className="lock-card" aria-labelledby="lock-title">
        <p className="lock-brand">
          <b>{text.app.name}</b> {text.app.tagline}
        </p>
        <h1 id="lock-title">{first ? words.firstTitle : words.lockedTitle}</h1>
        <p className="hint">{first ? words.firstHint : words.lockedHint}</p>
        {first ? (
          <PersonForm
            adopt={identities.adoptable}
            confirm={words.begin}
            onSubmit={(person) => identities.create(person)}
          />
        ) : (
          <UnlockForm />
        )}
      </section>
    </main>
  );
});
