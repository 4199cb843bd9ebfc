import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { Block } from '../../../../shared/model/document';
import { isTableTitle } from '../../../../shared/table-title';
import { stepFrom, type TextPlace } from '../../../text/document-steps';
import type { Mark } from '../../../text/marks';
import { useRoot, useText } from '../../context';
import { BlockView } from './block-view';
import { documentAction, placeIn } from './document-keys';
import { type RowsShown, ShownRows } from './shown-rows';
import { useFocusBack } from './use-focus-back';
import { useReveal } from './use-reveal';
import { useVirtualBlocks } from './virtual-blocks';

const NO_BLOCKS: readonly Block[] = Object.freeze([]);

/** The report as it will read on paper, with its marks. Only the blocks in view exist. */
export const DocumentPane = observer(() => {
  const { edit, review } = useRoot();
  const text = useText();
  const scroll = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState(-1);
  const rows = useRef<RowsShown>(new Map());
  const blocks = review.snapshot?.analysis.document.blocks ?? NO_BLOCKS;
  const pinned = usePinned(focused, edit.place?.block ?? -1);
  const virtual = useVirtualBlocks(scroll, blocks, pinned);
  const show = useReveal({ scroll, blocks, virtual, rows: rows.current });
  useFocusBack(show.focus);
  const pick = usePick();

  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const action = documentAction(event);
    const place = placeIn(event.target);
    const own = place
      ? event.target instanceof Element && event.target.matches('[data-block], [data-column]')
      : event.target === scroll.current;
    if (!action || !own) return;
    if (action !== 'edit') {
      const from = place ?? (virtual.range ? { block: virtual.range.startIndex - 1, cell: null } : null);
      const next = stepFrom(blocks, from, action);
      if (next) show.focus(next);
    } else if (!place || !edit.start(asPlace(blocks, place))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section
      ref={scroll}
      className="document"
      aria-label={text.review.document}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      onKeyDown={press}
      onDoubleClick={(event) => {
        const isTyping = event.target instanceof Element && event.target.closest('.editor-host, form');
        const place = isTyping ? null : placeIn(event.target);
        if (place && edit.start(asPlace(blocks, place))) getSelection()?.removeAllRanges();
      }}
      onFocus={(event) => setFocused(placeIn(event.target)?.block ?? -1)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(-1);
      }}
    >
      <div
        className="sheet"
        role="feed"
        aria-label={text.review.document}
        lang="zh-CN"
        style={{ height: `${virtual.getTotalSize()}px` }}
      >
        <ShownRows value={rows.current}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const block = blocks[index];
            return (
              block && (
                <article
                  key={index}
                  ref={virtual.measureElement}
                  data-index={index}
                  className="block-place"
                  aria-posinset={index + 1}
                  aria-setsize={blocks.length}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <BlockView
                    block={block}
                    isTitle={isTableTitle(block, blocks[index + 1])}
                    top={block.kind === 'table' ? start : 0}
                    scroll={scroll}
                    onPick={pick}
                  />
                </article>
              )
            );
          })}
        </ShownRows>
      </div>
    </section>
  );
});

/** A table is changed cell by cell. */
const asPlace = (blocks: readonly Block[], place: TextPlace): TextPlace =>
  blocks[place.block]?.kind === 'table' ? place : { block: place.block, cell: null };

function usePinned(focused: number, edited: number): readonly number[] {
  const last = useRef<readonly number[]>([]);
  const pinned = [...new Set([focused, edited])].filter((index) => index >= 0);
  if (pinned.join() !== last.current.join()) last.current = pinned;
  return last.current;
}

/** What a click on marks chooses: a figure, the next of the findings there, else what was said. */
function usePick(): (marks: readonly Mark[]) => void {
  const { comments, data, review } = useRoot();
  return useCallback(
    (marks: readonly Mark[]) => {
      const figure = marks.find((mark) => mark.kind === 'figure');
      if (figure) return data.selectFigure(figure.figure);
      const findings = marks.filter((mark) => mark.kind === 'finding');
      // A second click on a place with several findings goes on to the next one.
      const chosen = findings.findIndex((mark) => mark.fingerprint === review.findings.selected);
      const next = findings[(chosen + 1) % findings.length];
      const comment = marks.find((mark) => mark.kind === 'comment');
      if (next) review.selectFinding(next.fingerprint);
      else if (comment) comments.choose(comment.thread);
    },
    [comments, data, review],
  );
}
