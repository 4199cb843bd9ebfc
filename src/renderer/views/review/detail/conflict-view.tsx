import { observer } from 'mobx-react-lite';
import type { Range } from '../../../../shared/model/range';
import { reasonToAgree } from '../../../text/conflict';
import { contextAfter, contextBefore } from '../../../text/edits';
import { lineOf } from '../../../text/prose-map';
import { useRoot, useText } from '../../context';

const CONTEXT_UNITS = 60;

/** The places that disagree next to each other; the right one is chosen, and the others follow it. */
export const ConflictView = observer(() => {
  const { conflict, review } = useRoot();
  const words = useText().conflict;
  const { places, right } = conflict;
  if (places.length === 0) return null;
  const apply = (): void => {
    const chosen = right === null || right < 0 ? null : places[right];
    const line = chosen ? lineOf(review.snapshot?.analysis.document.lineStarts ?? [], chosen.start) : 0;
    const code = review.findings.current?.finding.code ?? '';
    const model = chosen ? review.text.slice(chosen.start, chosen.end) : conflict.own.trim();
    void conflict.apply(reasonToAgree(code, line, model.slice(0, 60)));
  };
  return (
    <section className="detail-part" data-testid="conflict" aria-label={words.title}>
      <h3>{words.title}</h3>
      <div className="conflict-places">
        {places.map((range, index) => (
          <ConflictPlace key={range.start} range={range} index={index} />
        ))}
      </div>
      <div className="conflict-own">
        <label>
          {words.own}
          <input
            type="text"
            lang="zh-CN"
            data-testid="conflict-own"
            maxLength={500}
            value={conflict.own}
            onChange={(event) => conflict.setOwn(event.target.value)}
          />
        </label>
        <button
          type="button"
          className="button primary conflict-apply"
          data-testid="conflict-apply"
          disabled={!conflict.ready}
          onClick={apply}
        >
          {words.apply}
          <kbd>↵</kbd>
        </button>
      </div>
    </section>
  );
});

interface PlaceProps {
  readonly range: Range;
  readonly index: number;
}

const ConflictPlace = observer(({ range, index }: PlaceProps) => {
  const { conflict, review } = useRoot();
  const text = useText();
  const words = text.conflict;
  const source = review.text;
  const said = source.slice(range.start, range.end);
  const wanted = conflict.wanted[index] ?? said;
  const isRight = conflict.right === index;
  return (
    <div className={isRight ? 'conflict-place conflict-right' : 'conflict-place'}>
      <button
        type="button"
        className="button small"
        aria-pressed={isRight}
        data-testid="conflict-choose"
        onClick={() => conflict.choose(index)}
      >
        <kbd>{index + 1}</kbd> {words.right}
      </button>
      <button type="button" className="place" onClick={() => review.jump(range)}>
        <span className="place-head">
          <span className="place-line">
            {text.review.line(lineOf(review.snapshot?.analysis.document.lineStarts ?? [], range.start))}
          </span>
        </span>
        <span className="excerpt" lang="zh-CN">
          {contextBefore(source, range.start, CONTEXT_UNITS)}
          <mark>{said}</mark>
          {contextAfter(source, range.end, CONTEXT_UNITS)}
        </span>
      </button>
      {conflict.right !== null && !isRight && (
        <label className="conflict-wanted">
          {words.becomes}
          <input
            type="text"
            lang="zh-CN"
            data-testid="conflict-wanted"
            value={wanted}
            onChange={(event) => conflict.setWanted(index, event.target.value)}
          />
        </label>
      )}
    </div>
  );
});
