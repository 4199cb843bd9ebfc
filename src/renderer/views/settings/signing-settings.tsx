import { observer } from 'mobx-react-lite';
import { useEffect, useId, useRef, useState } from 'react';
import type { Settings } from '../../../shared/ipc';
import { useRoot, useText } from '../context';

type Field = keyof Settings['signing'];
const fields: readonly (readonly [Field, number])[] = [
  ['organisation', 100],
  ['signatory', 60],
  ['place', 100],
  ['contact', 100],
  ['reason', 200],
];

/** What exports, seals and releases are filled in with. */
export const SigningSettings = observer(() => {
  const words = useText().settings;
  return (
    <>
      <h3>{words.signing}</h3>
      <p className="hint signing-hint">{words.signingHint}</p>
      <div className="form">
        {fields.map(([name, longest]) => (
          <SigningField key={name} name={name} longest={longest} />
        ))}
      </div>
    </>
  );
});

/** Kept when the field is left, or the dialog is closed with it. */
const SigningField = observer(({ name, longest }: { readonly name: Field; readonly longest: number }) => {
  const { settings } = useRoot();
  const words = useText().settings;
  const id = useId();
  const [typed, setTyped] = useState(settings.current.signing[name]);
  const latest = useRef(typed);
  latest.current = typed;
  const keep = (): void => {
    const { signing } = settings.current;
    const text = latest.current.trim();
    if (text !== signing[name]) void settings.change({ signing: { ...signing, [name]: text } });
  };
  const kept = useRef(keep);
  kept.current = keep;
  useEffect(() => () => kept.current(), []);
  return (
    <>
      <label htmlFor={id}>{words.signingFields[name]}</label>
      <input
        id={id}
        data-testid={`signing-${name}`}
        maxLength={longest}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
      />
    </>
  );
});
