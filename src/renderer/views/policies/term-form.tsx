import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { type PolicyTerm, ruleLevels } from '../../../shared/model/policy';
import { phrasePattern } from '../../../shared/policy/phrases';
import { useRoot, useText } from '../context';

const CONDITIONS = ['precededBy', 'notPrecededBy', 'followedBy', 'notFollowedBy', 'beside'] as const;
type Severity = PolicyTerm['level'];

/** One term with its conditions. */
export const TermForm = observer(({ at, term }: { readonly at: number; readonly term: PolicyTerm }) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const id = useId();
  const { editable } = policies;
  return (
    <section className="term-form" aria-label={words.term} data-testid="term-form">
      <Field at={at} name="avoid" value={term.avoid} wrong={term.avoid.trim() === ''} limit={40} />
      <Field at={at} name="use" value={term.use} limit={40} />
      <label htmlFor={id}>{words.level}</label>
      <select
        id={id}
        disabled={!editable}
        value={term.level}
        onChange={({ target }) => policies.changeTerm(at, { level: target.value as Severity })}
      >
        {ruleLevels.map((level) =>
          level === 'off' ? null : (
            <option key={level} value={level}>
              {words.levels[level]}
            </option>
          ),
        )}
      </select>
      <Field at={at} name="why" value={term.why} limit={200} />
      {CONDITIONS.map((name) => (
        <Field
          key={name}
          at={at}
          name={name}
          value={term[name] ?? ''}
          wrong={!isPhrase(term[name] ?? '')}
          limit={200}
        />
      ))}
      <p className="hint">{words.phraseHint}</p>
      {editable && (
        <button
          type="button"
          className="button small"
          data-testid="term-remove"
          onClick={() => policies.removeTerm(at)}
        >
          {words.removeTerm}
        </button>
      )}
    </section>
  );
});

interface FieldProps {
  readonly at: number;
  readonly name: 'avoid' | 'use' | 'why' | (typeof CONDITIONS)[number];
  readonly value: string;
  readonly limit: number;
  readonly wrong?: boolean;
}

const Field = observer(({ at, name, value, limit, wrong = false }: FieldProps) => {
  const { policies } = useRoot();
  const words = useText().policies;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{words[name]}</label>
      <input
        id={id}
        lang="zh-CN"
        data-testid={`term-${name}`}
        maxLength={limit}
        disabled={!policies.editable}
        aria-invalid={wrong}
        value={value}
        onChange={({ target }) => policies.changeTerm(at, { [name]: target.value })}
      />
    </>
  );
});

function isPhrase(text: string): boolean {
  try {
    phrasePattern(text);
    return true;
  } catch {
    return false;
  }
}
