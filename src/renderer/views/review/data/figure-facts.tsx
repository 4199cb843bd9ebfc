import { observer } from 'mobx-react-lite';
import { excerptOf, type FigureItem } from '../../../stores/figure-list';
import { useRoot, useText } from '../../context';
import { formatDecimal, formatPeriod } from '../../format';

/** All that is known of the chosen figure, whatever the width of the table leaves out. */
export const FigureFacts = observer(({ item }: { readonly item: FigureItem }) => {
  const { review } = useRoot();
  const text = useText();
  const words = text.figures;
  const { quantity, fact, state } = item;
  const excerpt = excerptOf(review.text, quantity);
  const { approximator, exempt } = quantity;
  const comparison = fact?.comparison;
  const facts: readonly (readonly [string, string])[] = [
    [words.value, exempt ? '' : `${formatDecimal(quantity.value)} ${quantity.unit}`],
    [words.state, text.states[state]],
    [words.concept, fact?.concept ?? ''],
    [words.scope, fact?.scope ?? ''],
    [words.period, formatPeriod(fact?.period ?? '', words.upTo)],
    [
      words.comparison,
      comparison ? `${comparison.basis} ${words.directions[comparison.direction]} ${comparison.rate}` : '',
    ],
    [words.approximate, approximator ? words.approximators[approximator] : ''],
    [words.exempt, exempt ? words.exemptReasons[exempt] : ''],
  ];
  return (
    <section className="figure-facts" aria-label={words.fact} data-testid="figure-facts">
      <button type="button" className="place" onClick={() => review.jump(quantity.range)}>
        <span className="excerpt" lang="zh-CN">
          {excerpt.before}
          <mark>{excerpt.raw}</mark>
          {excerpt.after}
        </span>
      </button>
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
    </section>
  );
});
