import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { ChangedText, TextChange } from '../../../shared/model/comparison';
import { Empty } from '../../components/empty';
import { Pieces } from '../../components/pieces';
import { useVirtualRows } from '../../components/virtual-rows';
import { changedPieces, type Piece } from '../../text/changed-pieces';
import { useRoot, useText } from '../context';

const USUAL_HEIGHT = 72;

/** Changed passages side by side. Only those in view exist, and only they are compared character by character. */
export const TextChanges = observer(({ changes }: { readonly changes: readonly TextChange[] }) => {
  const words = useText().comparison;
  const { scroll, rows } = useVirtualRows<HTMLElement>(changes.length, USUAL_HEIGHT);
  if (changes.length === 0) return <Empty title={words.noText} />;
  return (
    <div className="text-changes">
      <div className="text-change text-change-head" aria-hidden="true">
        <span>{words.before}</span>
        <span>{words.after}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.text}>
        <ol className="virtual" style={{ height: `${rows.getTotalSize()}px` }}>
          {rows.getVirtualItems().map((row) => {
            const change = changes[row.index];
            return (
              change && (
                <li
                  key={row.index}
                  ref={rows.measureElement}
                  className="virtual-row"
                  data-index={row.index}
                  data-testid="text-change"
                  data-kind={change.kind}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  {change.section !== '' && change.section !== changes[row.index - 1]?.section && (
                    <h3 className="text-section" lang="zh-CN">
                      {change.section}
                    </h3>
                  )}
                  <ChangeRow change={change} />
                </li>
              )
            );
          })}
        </ol>
      </section>
    </div>
  );
});

const ChangeRow = observer(({ change }: { readonly change: TextChange }) => {
  const words = useText().comparison;
  const pieces = useMemo(() => changedPieces(change.before?.text ?? '', change.after?.text ?? ''), [change]);
  return (
    <div className="text-change">
      <div className="text-side" lang="zh-CN">
        {change.before ? <Pieces pieces={pieces.before} tag="del" /> : <i>{words.none}</i>}
      </div>
      {change.after ? (
        <AfterSide after={change.after} pieces={pieces.after} />
      ) : (
        <div className="text-side">
          <i>{words.none}</i>
        </div>
      )}
    </div>
  );
});

interface AfterProps {
  readonly after: ChangedText;
  readonly pieces: readonly Piece[];
}

/** Leads to the passage in the document while the document is the one that was compared. */
const AfterSide = observer(({ after, pieces }: AfterProps) => {
  const { compare } = useRoot();
  const words = useText().comparison;
  const marked = <Pieces pieces={pieces} tag="ins" />;
  if (!compare.placesAreShown) {
    return (
      <div className="text-side" lang="zh-CN">
        {marked}
      </div>
    );
  }
  return (
    <button
      type="button"
      className="text-side"
      lang="zh-CN"
      title={words.goTo}
      data-testid="change-goto"
      onClick={() => compare.goTo(after.range)}
    >
      {marked}
    </button>
  );
});
