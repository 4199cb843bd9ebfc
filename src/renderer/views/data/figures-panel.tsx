import { observer } from 'mobx-react-lite';
import { figureStates } from '../../stores/data-tables';
import { useRoot, useText } from '../context';
import { DataPanel } from './data-panel';
import { FacetChips } from './facet-chips';
import { FigureDetail } from './figure-detail';
import { PlaceCard } from './place-card';
import { ReferenceNote } from './reference-note';
import { RowStrip } from './row-strip';
import { SectionSelect, TableTools } from './table-tools';

/** (a) The figures of this report beside the previous report's and the ledgers'. */
export const FiguresPanel = observer(() => {
  const { data, review } = useRoot();
  const { figures } = review.data;
  const words = useText().data;
  return (
    <DataPanel
      list={figures}
      label={words.tabs.figures}
      testid="figures-panel"
      head={<FiguresHead />}
      strip={<FigureStrip />}
      nothing={{ title: words.noFigures }}
      onOpen={() => figures.focused && data.goTo(figures.focused.quantity.range)}
    />
  );
});

const FiguresHead = observer(() => {
  const { data } = useRoot().review;
  const { states, data: words } = useText();
  const values = figureStates.map((value) => ({
    value,
    name: states[value],
    look: `swatch state-${value}`,
  }));
  return (
    <>
      <ReferenceNote />
      <FacetChips label={words.states} list={data.figures} facet="state" values={values}>
        <button
          type="button"
          className="facet facet-preset"
          data-testid="unconfirmed"
          aria-pressed={data.showsUnconfirmed}
          onClick={data.toggleUnconfirmed}
        >
          {words.unconfirmed}
        </button>
      </FacetChips>
      <TableTools list={data.figures} table="figures">
        <SectionSelect />
      </TableTools>
    </>
  );
});

const FigureStrip = observer(() => {
  const row = useRoot().review.data.figures.focused;
  const { quantity } = row ?? {};
  return (
    <RowStrip testid="figure-strip">
      {row && quantity && (
        <div className="strip-sides">
          <div>
            <PlaceCard ranges={[quantity.range]} />
          </div>
          <FigureDetail row={row} />
        </div>
      )}
    </RowStrip>
  );
});
