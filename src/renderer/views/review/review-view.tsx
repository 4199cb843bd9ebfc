import { observer } from 'mobx-react-lite';
import { useParts } from '../../components/after-paint';
import { Splitter } from '../../components/splitter';
import { paneLimits } from '../../stores/ui-store';
import { useRoot, useText } from '../context';
import { DataDesk } from '../data/data-desk';
import { DocumentSide } from './document-side';
import { LeftPane } from './left-pane';
import { ReviewHeader } from './review-header';
import { RightPane } from './right-pane';
import { useReviewKeys } from './use-review-keys';

/** The panes that come one after the other when a report is opened. */
const PARTS = { document: 1, findings: 2, side: 3, outline: 4 } as const;

/** What there is, then the document with what one needs to know of the thing chosen, or the data tables. */
export const ReviewView = observer(() => {
  const root = useRoot();
  const { ui, review } = root;
  const text = useText();
  useReviewKeys(root);
  const there = useParts(PARTS.outline);
  if (!review.snapshot) return null;
  const { left, right } = ui.panes;
  const isData = ui.view === 'data';
  const columns = isData
    ? `${left}px auto minmax(0, 1fr)`
    : `${left}px auto minmax(min(400px, 36vw), 1fr) auto minmax(0, ${right}px)`;
  return (
    <div className="screen" data-testid="review-view" aria-busy={review.busy}>
      <ReviewHeader />
      <main className="panes" style={{ gridTemplateColumns: columns }}>
        <LeftPane outline={there >= PARTS.outline} findings={there >= PARTS.findings} />
        <Splitter
          label={text.review.resize.left}
          direction="columns"
          size={left}
          {...paneLimits.left}
          onResize={(size) => ui.resize('left', size)}
        />
        {/* Kept while the tables are shown, so that it comes back at once and where it was. */}
        {there >= PARTS.document ? <DocumentSide hidden={isData} /> : <div hidden={isData} />}
        {isData ? <DataDesk /> : <ReadingPane shown={there >= PARTS.side} />}
      </main>
    </div>
  );
});

/** What one needs to know of the thing chosen, beside the document. */
const ReadingPane = observer(({ shown }: { readonly shown: boolean }) => {
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
      {shown && <RightPane />}
    </>
  );
});
