import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import type { Range } from '../../../../shared/model/range';
import type { FindingItem } from '../../../stores/finding-list';
import { contextAfter, contextBefore, readable } from '../../../text/edits';
import { lineOf } from '../../../text/prose-map';
import { useRoot, useText } from '../../context';

const EXCERPT_UNITS = 160;

/** The place itself with its surroundings, and every place that belongs to the case. */
export const Evidence = observer(({ item }: { readonly item: FindingItem }) => {
  const { review, source } = useRoot();
  const revisionId = review.snapshot?.revisionId;
  // Asked per revision: a fix makes a new one, whose places have moved.
  useEffect(() => {
    if (revisionId !== undefined) void source.load();
  }, [source, revisionId]);
  const words = useText().detail;
  const { finding } = item;
  return (
    <>
      <section className="detail-part">
        <h3>{words.where}</h3>
        <PlaceButton range={finding.range} />
      </section>
      {finding.related.length > 0 && (
        <section className="detail-part">
          <h3>{words.related}</h3>
          {finding.related.map((place) => (
            <PlaceButton key={`${place.range.start}-${place.note}`} range={place.range} note={place.note} />
          ))}
        </section>
      )}
    </>
  );
});

interface PlaceProps {
  readonly range: Range;
  readonly note?: string;
}

/** An excerpt that leads to its place in the document. */
const PlaceButton = observer(({ range, note }: PlaceProps) => {
  const { review } = useRoot();
  const text = useText();
  const source = review.text;
  const lineStarts = review.snapshot?.analysis.document.lineStarts ?? [];
  const whole = source.slice(range.start, range.end);
  return (
    <button type="button" className="place" onClick={() => review.jump(range)}>
      <span className="place-head">
        <span className="place-line">{text.review.line(lineOf(lineStarts, range.start))}</span>
        <SourceLabel range={range} />
        {note && <span lang="zh-CN">{note}</span>}
      </span>
      <span className="excerpt" lang="zh-CN">
        {readable(contextBefore(source, range.start))}
        <mark>{readable(whole.length > EXCERPT_UNITS ? `${whole.slice(0, EXCERPT_UNITS)}…` : whole)}</mark>
        {readable(contextAfter(source, range.end))}
      </span>
    </button>
  );
});

/** Where the text stood in the imported file, when that is known. */
const SourceLabel = observer(({ range }: { readonly range: Range }) => {
  const { source } = useRoot();
  const text = useText();
  const places = source.placesOf(range);
  if (!places) return null;
  const [first, last] = places;
  return <span data-testid="source-place">{text.source.placeOf(first.label, last.label)}</span>;
});
