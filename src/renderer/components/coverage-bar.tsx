import type { Coverage, QuantityState } from '../../shared/model/quantity';

interface Props {
  readonly label: string;
  readonly coverage: Coverage;
  readonly states: readonly QuantityState[];
  readonly names: Readonly<Record<QuantityState, string>>;
  readonly picked: QuantityState | null;
  readonly describe: (name: string, count: number) => string;
  readonly onPick: (state: QuantityState) => void;
}

/** How the numbers of a report stand: a bar by share, and a button per state that filters the figures. */
export const CoverageBar = ({ label, coverage, states, names, picked, describe, onPick }: Props) => (
  <fieldset className="coverage" data-testid="coverage-bar">
    <legend className="visually-hidden">{label}</legend>
    <div className="coverage-line" aria-hidden="true">
      {states.map(
        (state) =>
          coverage[state] > 0 && (
            <i key={state} className={`state-${state}`} style={{ flexGrow: coverage[state] }} />
          ),
      )}
    </div>
    {states.map((state) => (
      <button
        key={state}
        type="button"
        className="coverage-state"
        data-state={state}
        aria-pressed={picked === state}
        aria-label={describe(names[state], coverage[state])}
        onClick={() => onPick(state)}
      >
        <i className={`swatch state-${state}`} aria-hidden="true" />
        {names[state]}
        <b>{coverage[state]}</b>
      </button>
    ))}
  </fieldset>
);
