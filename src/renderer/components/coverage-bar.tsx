import type { Coverage, QuantityState } from '../../shared/model/quantity';
import { percentOf, sharesOf } from '../tables/shares';

interface Props {
  readonly label: string;
  readonly coverage: Coverage;
  readonly states: readonly QuantityState[];
  readonly names: Readonly<Record<QuantityState, string>>;
  /** States whose figures are listed; none: all. */
  readonly picked: ReadonlySet<string>;
  readonly describe: (name: string, count: number, share: string) => string;
  readonly onPick: (state: QuantityState) => void;
}

/** How the numbers of a report stand: a bar by share, and a button per state that filters the figures. */
export function CoverageBar({ label, coverage, states, names, picked, describe, onPick }: Props) {
  const shares = sharesOf(states.map((state) => coverage[state]));
  return (
    <fieldset className="coverage" data-testid="coverage-bar">
      <legend className="visually-hidden">{label}</legend>
      {/* The buttons beside it say and do the same; this one is for the pointer. */}
      <div className="coverage-line" aria-hidden="true">
        {states.map(
          (state, at) =>
            coverage[state] > 0 && (
              <button
                key={state}
                type="button"
                tabIndex={-1}
                className={`state-${state}`}
                style={{ flexGrow: coverage[state] }}
                title={describe(names[state], coverage[state], percentOf(shares[at] ?? 0))}
                onClick={() => onPick(state)}
              />
            ),
        )}
      </div>
      {states.map((state, at) => {
        const share = percentOf(shares[at] ?? 0);
        const said = describe(names[state], coverage[state], share);
        return (
          <button
            key={state}
            type="button"
            className="coverage-state"
            data-state={state}
            aria-pressed={picked.has(state)}
            aria-label={said}
            title={said}
            onClick={() => onPick(state)}
          >
            <i className={`swatch state-${state}`} aria-hidden="true" />
            {names[state]}
            <b>{coverage[state]}</b>
            <span className="coverage-share">{share}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
