import { observer } from 'mobx-react-lite';
import type { LedgerFact } from '../../../shared/model/ledger';
import { Spacer } from '../../components/spacer';
import { useVirtualRows } from '../../components/virtual-rows';
import { formatDecimal, formatPeriod } from '../../text/format';
import { useText } from '../context';

const ROW_HEIGHT = 32;

/** Only the rows in view exist; two empty rows keep the place of the others. */
export const FactTable = observer(({ facts }: { readonly facts: readonly LedgerFact[] }) => {
  const words = useText().ledgers;
  const { scroll, rows } = useVirtualRows<HTMLElement>(facts.length, ROW_HEIGHT);
  const shown = rows.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.chosen}>
      <table className="data-table fact-table" aria-rowcount={facts.length + 1}>
        <FactHead />
        <tbody>
          <Spacer height={shown[0]?.start ?? 0} />
          {shown.map((row) => {
            const fact = facts[row.index];
            return fact && <FactRow key={row.index} fact={fact} position={row.index + 2} />;
          })}
          <Spacer height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
});

export const FactHead = observer(() => {
  const words = useText().ledgers;
  return (
    <thead>
      <tr>
        <th scope="col">{words.concept}</th>
        <th scope="col">{words.scope}</th>
        <th scope="col">{words.period}</th>
        <th scope="col" className="number">
          {words.value}
        </th>
        <th scope="col">{words.unit}</th>
        <th scope="col" className="number">
          {words.raw}
        </th>
        <th scope="col">{words.place}</th>
      </tr>
    </thead>
  );
});

interface RowProps {
  readonly fact: LedgerFact;
  readonly position?: number;
}

export const FactRow = observer(({ fact, position }: RowProps) => {
  const text = useText();
  return (
    <tr aria-rowindex={position} data-testid="fact-row">
      <td lang="zh-CN" title={fact.concept}>
        {fact.concept}
      </td>
      <td lang="zh-CN" title={fact.scope}>
        {fact.scope}
      </td>
      <td>{formatPeriod(fact.period, text.figures.upTo)}</td>
      <td className="number">{formatDecimal(fact.value)}</td>
      <td lang="zh-CN">{fact.unit}</td>
      <td className="number" lang="zh-CN" title={fact.raw}>
        {fact.raw}
      </td>
      <td lang="zh-CN" title={fact.place}>
        {fact.place}
      </td>
    </tr>
  );
});
