import { observer } from 'mobx-react-lite';
import { Splitter } from '../../components/splitter';
import { paneLimits } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { DataDesk } from '../data/data-desk';
import { DocumentSide } from './document-side';
import { FindingsPane } from './findings-pane';
import { Outline } from './outline';
import { ReviewHeader } from './review-header';
import { RightPane } from './right-pane';
import { useReviewKeys } from './use-review-keys';

/** What there is, then the document with what one needs to know of the thing chosen, or the data tables. */
export const ReviewView = observer(() => {
  const root = useRoot();
  const { ui, review } = root;
  const text = useText();
  useReviewKeys(root);
  if (!review.snapshot) return null;
  const { left, right, outline } = ui.panes;
  const isData = ui.view === 'data';
  const columns = isData
    ? `${left}px auto minmax(0, 1fr)`
    : `${left}px auto minmax(0, 1fr) auto minmax(0, ${right}px)`;
  return (
    <div className="screen" data-testid="review-view" aria-busy={review.busy}>
      <ReviewHeader />
      <main className="panes" style={{ gridTemplateColumns: columns }}>
        <div className="pane pane-left" style={{ gridTemplateRows: `${outline}px auto minmax(0, 1fr)` }}>
          <Outline />
          <Splitter
            label={text.review.resize.outline}
            direction="rows"
            size={outline}
            {...paneLimits.outline}
            onResize={(size) => ui.resize('outline', size)}
          />
          <FindingsPane />
        </div>
        <Splitter
          label={text.review.resize.left}
          direction="columns"
          size={left}
          {...paneLimits.left}
          onResize={(size) => ui.resize('left', size)}
        />
        {/* Kept while the tables are shown, so that it comes back at once and where it was. */}
        <DocumentSide hidden={isData} />
        {isData ? <DataDesk /> : <ReadingPane />}
      </main>
    </div>
  );
});

/** What one needs to know of the thing chosen, beside the document. */
const ReadingPane = observer(() => {
  const { ui } = useRoot();
  const text = useText();
  return (
    <>
      <Splitter
        label={text.review.resize.right}
        direction="columns"
        after
        size={ui.panes.right}
        {...paneLimits.right}
        onResize={(size) => ui.resize('right', size)}
      />
      <RightPane />
    </>
  );
});
