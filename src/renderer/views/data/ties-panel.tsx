import { observer } from 'mobx-react-lite';
import { tieMark, tieStatuses } from '../../tables/tie-mark';
import { tieKinds } from '../../tables/tie-table';
import { useRoot, useText } from '../context';
import { Culprits } from './culprits';
import { DataPanel } from './data-panel';
import { FacetChips } from './facet-chips';
import { RowStrip } from './row-strip';
import { SectionSelect, TableTools } from './table-tools';
import { TieDetail } from './tie-detail';

/** (b) Every tie with both sides, the arithmetic and its state. */
export const TiesPanel = observer(() => {
  const { data, review } = useRoot();
  const { ties } = review.data;
  const words = useText().data;
  const open = (): void => {
    const range = ties.focused?.tie.terms[0]?.range;
    if (range) data.goTo(range);
  };
  return (
    <DataPanel
      list={ties}
      label={words.tabs.ties}
      testid="ties-panel"
      head={<TiesHead />}
      strip={<TieStrip />}
      nothing={{ title: words.noTies, hint: words.noTiesHint }}
      onOpen={open}
    />
  );
});

const TiesHead = observer(() => {
  const { ties } = useRoot().review.data;
  const { ties: names, data: words } = useText();
  return (
    <>
      <Culprits />
      <div className="chip-rows">
        <FacetChips
          label={words.states}
          list={ties}
          facet="status"
          values={tieStatuses.map((value) => ({ value, name: names.statuses[value], ...tieMark(value) }))}
        />
        <FacetChips
          label={words.kinds}
          list={ties}
          facet="kind"
          values={tieKinds.map((value) => ({ value, name: names.kinds[value], look: '' }))}
        />
      </div>
      <TableTools list={ties} table="ties">
        <SectionSelect />
        {ties.only && (
          <span className="only-note">
            {words.onlyThese(ties.only.size)}{' '}
            <button type="button" className="link" onClick={() => ties.showOnly(null)}>
              {words.showAll}
            </button>
          </span>
        )}
      </TableTools>
    </>
  );
});

const TieStrip = observer(() => {
  const row = useRoot().review.data.ties.focused;
  return <RowStrip testid="tie-strip">{row && <TieDetail tie={row.tie} />}</RowStrip>;
});
