import { observer } from 'mobx-react-lite';
import { Tabs } from '../../components/tabs';
import { type DataTab, dataTabs } from '../../stores/data-tables';
import { useRoot, useText } from '../context';
import { FiguresPanel } from './figures-panel';
import { PowerPanel } from './power-panel';
import { QuotesPanel } from './quotes-panel';
import { TiesPanel } from './ties-panel';

/** The data tables: they take the room of the document and of the right pane. */
export const DataDesk = observer(() => {
  const { data, snapshot } = useRoot().review;
  const words = useText().data;
  const counts: Partial<Record<DataTab, number>> = {
    figures: snapshot?.analysis.quantities.length,
    ties: snapshot?.analysis.ties.length,
    quotes: data.quotes.data.rows.length,
  };
  return (
    <section className="pane data-desk" aria-label={words.label} data-testid="data-desk">
      <Tabs
        label={words.label}
        items={dataTabs.map((value) => ({ value, label: words.tabs[value], count: counts[value] }))}
        value={data.tab}
        onChange={data.show}
      >
        {data.tab === 'figures' && <FiguresPanel />}
        {data.tab === 'ties' && <TiesPanel />}
        {data.tab === 'quotes' && <QuotesPanel />}
        {data.tab === 'power' && <PowerPanel />}
      </Tabs>
    </section>
  );
});
