import { observer } from 'mobx-react-lite';
import type { QuantityState } from '../../../../shared/model/quantity';
import { Empty } from '../../../components/empty';
import { figureStates } from '../../../stores/figure-list';
import { useRoot, useText } from '../../context';
import { FigureFacts } from './figure-facts';
import { FigureTable } from './figure-table';

/** Every number of the report, beside the text that it stands in. */
export const FiguresTab = observer(() => {
  const { figures } = useRoot().review;
  const text = useText();
  const words = text.figures;
  return (
    <div className="data-tab">
      <div className="filters">
        <select
          aria-label={words.filter}
          data-testid="figure-filter"
          value={figures.state ?? ''}
          onChange={(event) => figures.filter((event.target.value || null) as QuantityState | null)}
        >
          <option value="">{words.all}</option>
          {figureStates.map((state) => (
            <option key={state} value={state}>
              {text.states[state]}
            </option>
          ))}
        </select>
        <span className="pane-count" role="status">
          {words.count(figures.listed.length)}
        </span>
      </div>
      {figures.listed.length > 0 ? <FigureTable /> : <Empty title={words.empty} />}
      {figures.current && <FigureFacts item={figures.current} />}
    </div>
  );
});
