import { observer } from 'mobx-react-lite';
import type { AlignedFigure } from '../../../shared/model/reference';
import type { FigureRow } from '../../../shared/tables/figure-rows';
import { formatDecimal, formatPeriod } from '../../text/format';
import { useRoot, useText } from '../context';
import { FigureElsewhere } from './figure-elsewhere';
import { FigureTies } from './figure-ties';

/** All that is known of one figure: what it means, its ties, and the same figure of others. */
export const FigureDetail = observer(({ row }: { readonly row: FigureRow }) => {
  const words = useText().figure;
  const { fact, previous, ledger, quantity } = row;
  return (
    <div className="figure-detail" data-testid="figure-detail">
      <FigureFacts row={row} />
      {!quantity.exempt && (
        <>
          <h3>{words.ties}</h3>
          <FigureTies row={row} />
        </>
      )}
      {(previous || ledger) && (
        <>
          <h3>{words.references}</h3>
          {previous && <Reference label={words.previous} figure={previous} />}
          {ledger && <Reference label={words.ledger} figure={ledger} />}
        </>
      )}
      {fact && fact.concept !== '' && <FigureElsewhere fact={fact} />}
    </div>
  );
});

const FigureFacts = observer(({ row: { quantity, fact, state } }: { readonly row: FigureRow }) => {
  const text = useText();
  const words = text.figures;
  const { approximator, exempt } = quantity;
  const comparison = fact?.comparison;
  const change = comparison
    ? `${comparison.basis} ${words.directions[comparison.direction]} ${comparison.rate}`
    : '';
  const facts: readonly (readonly [string, string])[] = [
    [words.value, exempt ? '' : `${formatDecimal(quantity.value)} ${quantity.unit}`],
    [words.state, text.states[state]],
    [words.concept, fact?.concept ?? ''],
    [words.scope, fact?.scope ?? ''],
    [words.period, formatPeriod(fact?.period ?? '', words.upTo)],
    [words.comparison, change],
    [words.approximate, approximator ? words.approximators[approximator] : ''],
    [words.exempt, exempt ? words.exemptReasons[exempt] : ''],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </div>
        ))}
    </dl>
  );
});

interface ReferenceProps {
  readonly label: string;
  readonly figure: AlignedFigure;
}

const Reference = observer(({ label, figure }: ReferenceProps) => {
  const { review } = useRoot();
  const text = useText();
  const name = review.snapshot?.analysis.references[figure.reference]?.name ?? '';
  const { concept, scope, period, place, raw, value, unit, difference, rate } = figure;
  const about = [concept, scope, formatPeriod(period, text.figures.upTo)].filter(Boolean);
  const exact = `${formatDecimal(value)} ${unit}`.trim();
  return (
    <p className="reference-figure" lang="zh-CN">
      <b>{label}</b> <span className="figure-raw">{raw}</span>{' '}
      {exact.replace(' ', '') !== raw && <span>({exact})</span>}{' '}
      <span>
        {text.figure.difference(`${formatDecimal(difference)} ${unit}`.trim())}
        {rate && ` · ${rate}%`}
      </span>
      <span className="hint">{[name, place, ...about].join(' · ')}</span>
    </p>
  );
});
