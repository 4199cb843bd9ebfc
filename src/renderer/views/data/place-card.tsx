import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { Range } from '../../../shared/model/range';
import { ExcerptText } from '../../components/excerpt-text';
import { Icon } from '../../components/icon';
import { excerptAt } from '../../tables/excerpt';
import { blockFinder } from '../../tables/sections';
import { lineOf } from '../../text/prose-map';
import { useRoot, useText } from '../context';

interface Props {
  /** All in one block; the first one is the place that a click leads to. */
  readonly ranges: readonly Range[];
  readonly label?: string;
}

/** A sentence of the report with figures marked; it leads to its place in the document. */
export const PlaceCard = observer(({ ranges, label }: Props) => {
  const { data, review } = useRoot();
  const words = useText().data;
  const document = review.snapshot?.analysis.document;
  const first = ranges[0];
  const excerpt = useMemo(() => {
    const block = document && first ? blockFinder(document)(first.start) : null;
    return document && block ? excerptAt(document, block, ranges) : null;
  }, [document, first, ranges]);
  if (!document || !first || !excerpt) return null;
  const line = lineOf(document.lineStarts, first.start);
  return (
    <button type="button" className="place" data-testid="place" onClick={() => data.goTo(first)}>
      <span className="place-head">
        {label && <b>{label}</b>}
        <span className="place-line">
          {words.goToLine(line)} <Icon name="goto" />
        </span>
      </span>
      <ExcerptText excerpt={excerpt} />
    </button>
  );
});
