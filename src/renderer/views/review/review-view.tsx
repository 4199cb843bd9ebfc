import { observer } from 'mobx-react-lite';
import { Splitter } from '../../components/splitter';
import { paneLimits } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { DocumentPane } from './document/document-pane';
import { FindingsPane } from './findings-pane';
import { NotesStrip } from './notes-strip';
import { Outline } from './outline';
import { ReviewHeader } from './review-header';
import { RightPane } from './right-pane';
import { useReviewKeys } from './use-review-keys';

/** Three panes: what there is, the document, and what one needs to know of the thing chosen. */
export const ReviewView = observer(() => {
  const root = useRoot();
  const { ui, review } = root;
  const text = useText();
  useReviewKeys(root);
  if (!review.snapshot) return null;
  const { left, right, outline } = ui.panes;
  const columns = `${left}px auto minmax(0, 1fr) auto minmax(0, ${right}px)`;
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
        <div className="document-side">
          <NotesStrip />
          <DocumentPane />
        </div>
        <Splitter
          label={text.review.resize.right}
          direction="columns"
          after
          size={right}
          {...paneLimits.right}
          onResize={(size) => ui.resize('right', size)}
        />
        <RightPane />
      </main>
    </div>
  );
});
