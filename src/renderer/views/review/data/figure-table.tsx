import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useEffect } from 'react';
import { Spacer } from '../../../components/spacer';
import { useVirtualRows } from '../../../components/virtual-rows';
import { excerptOf, type FigureItem } from '../../../stores/figure-list';
import { useRoot, useText } from '../../context';
import { formatDecimal, formatPeriod } from '../../format';

const ROW_HEIGHT = 32;

/** Only the rows in view exist; two empty rows keep the place of the others. */
export const FigureTable = observer(() => {
  const { review } = useRoot();
  const words = useText().figures;
  const { listed, position } = review.figures;
  const { scroll, rows } = useVirtualRows<HTMLDivElement>(listed.length, ROW_HEIGHT, ROW_HEIGHT);
  useEffect(() => {
    if (position >= 0) rows.scrollToIndex(position, { align: 'auto' });
  }, [position, rows]);
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    review.stepFigure(step);
  };
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.caption} onKeyDown={press}>
      <table className="data-table figure-table" aria-rowcount={listed.length + 1}>
        <thead>
          <tr>
            <th scope="col">{words.raw}</th>
            <th scope="col" className="number">
              {words.value}
            </th>
            <th scope="col">{words.concept}</th>
            <th scope="col" className="wide">
              {words.scope}
            </th>
            <th scope="col" className="wide">
              {words.period}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="wide">
              {words.source}
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} />
          {shown.map((row) => {
            const item = listed[row.index];
            return item && <FigureRow key={item.index} item={item} position={row.index + 2} />;
          })}
          <Spacer height={below} />
        </tbody>
      </table>
    </section>
  );
});

interface RowProps {
  readonly item: FigureItem;
  readonly position: number;
}

const FigureRow = observer(({ item, position }: RowProps) => {
  const { review } = useRoot();
  const text = useText();
  const { quantity, fact, state, index } = item;
  const excerpt = excerptOf(review.text, quantity);
  const choose = (): void => review.selectFigure(index);
  return (
    <tr
      data-testid="figure-row"
      data-figure={index}
      aria-rowindex={position}
      className={review.figures.selected === index ? 'chosen' : undefined}
      onClick={choose}
    >
      <td lang="zh-CN">
        <button type="button" className="link" title={text.figures.goTo(quantity.raw)} onClick={choose}>
          {quantity.raw}
        </button>
      </td>
      <td className="number">
        {quantity.exempt ? (
          <span className="reason">{text.figures.exemptReasons[quantity.exempt]}</span>
        ) : (
          <>
            {formatDecimal(quantity.value)} <span lang="zh-CN">{quantity.unit}</span>
          </>
        )}
      </td>
      <td lang="zh-CN">{fact?.concept}</td>
      <td className="wide" lang="zh-CN">
        {fact?.scope}
      </td>
      <td className="wide">{formatPeriod(fact?.period ?? '', text.figures.upTo)}</td>
      <td>
        <span className="state">
          <i className={`swatch state-${state}`} aria-hidden="true" />
          {text.states[state]}
        </span>
      </td>
      <td className="wide" lang="zh-CN">
        {excerpt.before}
        <b>{excerpt.raw}</b>
        {excerpt.after}
      </td>
    </tr>
  );
});
