import { observer } from 'mobx-react-lite';
import type { LedgerGap } from '../../../shared/model/ledger';
import { Spacer } from '../../components/spacer';
import { useVirtualRows } from '../../components/virtual-rows';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

const ROW_HEIGHT = 32;

interface Props {
  readonly gaps: readonly LedgerGap[];
}

/** The cells of value columns that made no fact: nothing is left out in silence. */
export const GapList = observer(({ gaps }: Props) => {
  const { settings } = useRoot();
  const words = useText().ledgers;
  return (
    <details className="gaps" data-testid="gaps">
      <summary>{words.gaps(formatCount(gaps.length, settings.current.language))}</summary>
      <GapTable gaps={gaps} />
    </details>
  );
});

const GapTable = observer(({ gaps }: Props) => {
  const words = useText().ledgers;
  const { scroll, rows } = useVirtualRows<HTMLElement>(gaps.length, ROW_HEIGHT);
  const shown = rows.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.reason}>
      <table className="data-table fixed-table gap-table" aria-rowcount={gaps.length + 1}>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.raw}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          <Spacer height={shown[0]?.start ?? 0} />
          {shown.map((row) => {
            const gap = gaps[row.index];
            return (
              gap && (
                <tr key={row.index} aria-rowindex={row.index + 2} data-testid="gap-row">
                  <td>{gap.place}</td>
                  <td title={gap.text}>{gap.text}</td>
                  <td title={gap.reason}>{gap.reason}</td>
                </tr>
              )
            );
          })}
          <Spacer height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
});
