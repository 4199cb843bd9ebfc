import { observer } from 'mobx-react-lite';
import type { FigureChange } from '../../../shared/model/comparison';
import { Empty } from '../../components/empty';
import { Spacer } from '../../components/spacer';
import { useVirtualRows } from '../../components/virtual-rows';
import { formatPeriod } from '../../text/format';
import { useRoot, useText } from '../context';

const ROW_HEIGHT = 32;

/** Figures that came, went or have another value. */
export const FigureChanges = observer(({ changes }: { readonly changes: readonly FigureChange[] }) => {
  const words = useText().comparison;
  const { scroll, rows } = useVirtualRows<HTMLElement>(changes.length, ROW_HEIGHT);
  if (changes.length === 0) return <Empty title={words.noFigures} />;
  const shown = rows.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.figures}>
      <table className="data-table fixed-table" aria-rowcount={changes.length + 1}>
        <thead>
          <tr>
            <th scope="col">{words.concept}</th>
            <th scope="col">{words.scope}</th>
            <th scope="col">{words.period}</th>
            <th scope="col" className="number">
              {words.valueBefore}
            </th>
            <th scope="col" className="number">
              {words.valueAfter}
            </th>
            <th scope="col" className="number">
              {words.difference}
            </th>
            <th scope="col" className="number">
              {words.growth}
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={shown[0]?.start ?? 0} />
          {shown.map((row) => {
            const change = changes[row.index];
            return change && <ChangeRow key={row.index} change={change} position={row.index + 2} />;
          })}
          <Spacer height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
});

interface RowProps {
  readonly change: FigureChange;
  readonly position: number;
}

const ChangeRow = observer(({ change, position }: RowProps) => {
  const { compare } = useRoot();
  const text = useText();
  const words = text.comparison;
  const { concept, scope, before, after } = change;
  const period = formatPeriod(change.period, text.figures.upTo);
  return (
    <tr aria-rowindex={position} data-testid="figure-change" data-kind={change.kind}>
      <td lang="zh-CN" title={concept}>
        {concept || words.none}
      </td>
      <td lang="zh-CN" title={scope}>
        {scope}
      </td>
      <td>
        {change.periodBefore !== '' && change.period !== '' && change.periodBefore !== change.period
          ? `${formatPeriod(change.periodBefore, text.figures.upTo)} → ${period}`
          : period}
      </td>
      <td className="number" lang="zh-CN">
        {before ? <del>{before.raw}</del> : words.none}
      </td>
      <td className="number" lang="zh-CN">
        {!after && words.none}
        {after && !compare.placesAreShown && <ins>{after.raw}</ins>}
        {after && compare.placesAreShown && (
          <button
            type="button"
            className="link"
            title={words.goTo}
            data-testid="change-goto"
            onClick={() => compare.goTo(after.range)}
          >
            <ins>{after.raw}</ins>
          </button>
        )}
      </td>
      <td className="number" lang="zh-CN">
        {change.difference === null ? words.none : words.by(signed(change.difference), change.unit)}
      </td>
      <td className="number">{change.growth === null ? words.none : `${signed(change.growth)}%`}</td>
    </tr>
  );
});

/** With its sign and, before the point, in groups of three; a decimal string, never a number. */
function signed(decimal: string): string {
  const [whole = '', fraction] = decimal.replace(/^-/, '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = decimal.startsWith('-') ? '−' : '+';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
