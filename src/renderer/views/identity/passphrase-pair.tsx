import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { useText } from '../context';

export interface Pair {
  readonly first: string;
  readonly second: string;
}

interface Props {
  readonly value: Pair;
  readonly onChange: (pair: Pair) => void;
}

/** A new passphrase, typed twice. */
export const PassphrasePair = observer(({ value, onChange }: Props) => {
  const words = useText().identity;
  const id = useId();
  const differs = value.second !== '' && value.first !== value.second;
  return (
    <>
      <label htmlFor={`${id}1`}>{words.newPassphrase}</label>
      <input
        id={`${id}1`}
        type="password"
        autoComplete="new-password"
        data-testid="new-passphrase"
        maxLength={256}
        value={value.first}
        aria-describedby={`${id}hint`}
        onChange={(event) => onChange({ ...value, first: event.target.value })}
      />
      <label htmlFor={`${id}2`}>{words.again}</label>
      <input
        id={`${id}2`}
        type="password"
        autoComplete="new-password"
        data-testid="new-passphrase-again"
        maxLength={256}
        value={value.second}
        aria-invalid={differs}
        aria-describedby={`${id}hint`}
        onChange={(event) => onChange({ ...value, second: event.target.value })}
      />
      <p id={`${id}hint`} className={differs ? 'hint hint-error' : 'hint'}>
        {differs ? words.differs : words.passphraseHint}
      </p>
    </>
  );
});
