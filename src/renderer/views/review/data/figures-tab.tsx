import { observer } from 'mobx-react-lite';
import { Empty } from '../../../components/empty';
import { useRoot, useText } from '../../context';
import { FigureDetail } from '../../data/figure-detail';

/** While reading: all numbers of the text are marked, and the one clicked is explained here. */
export const FiguresTab = observer(() => {
  const { data, review } = useRoot();
  const words = useText().figure;
  const row = review.data.figures.current;
  if (!row) return <Empty title={words.none} hint={words.noneHint} />;
  return (
    <div className="figure-tab">
      <header>
        <button
          type="button"
          className="link figure-raw"
          lang="zh-CN"
          onClick={() => data.goTo(row.quantity.range)}
        >
          {row.quantity.raw}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="figure-all"
          onClick={() => data.showFigure(row.index)}
        >
          {words.all}
        </button>
      </header>
      <FigureDetail row={row} />
    </div>
  );
});
