import { observer } from 'mobx-react-lite';
import { useCallback, useEffect, useRef } from 'react';
import type { Reveal } from '../../../stores/review-store';
import type { Mark } from '../../../text/marks';
import { useRoot, useText } from '../../context';
import { BlockView } from './block-view';

const SETTLE_FRAMES = 4;

/** The report as it will read on paper, with its marks. */
export const DocumentPane = observer(() => {
  const { data, review } = useRoot();
  const text = useText();
  const scroll = useRef<HTMLElement>(null);
  const { reveal, snapshot } = review;

  useEffect(() => {
    if (!reveal || !scroll.current) return;
    const pane = scroll.current;
    // After the paint, so that the mark of a new spot is there to scroll to.
    let frame = requestAnimationFrame(() => {
      const target = show(pane, reveal);
      frame = requestAnimationFrame(() => settle(target, SETTLE_FRAMES));
    });
    // Blocks get their real heights only once they come near: the place may still move after the first jump.
    const settle = (target: HTMLElement | undefined, left: number): void => {
      target?.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (left > 0) frame = requestAnimationFrame(() => settle(target, left - 1));
    };
    return () => cancelAnimationFrame(frame);
  }, [reveal]);

  const pick = useCallback(
    (marks: readonly Mark[]) => {
      const figure = marks.find((mark) => mark.kind === 'figure');
      if (figure) return data.selectFigure(figure.figure);
      const findings = marks.filter((mark) => mark.kind === 'finding');
      // A second click on a place with several findings goes on to the next one.
      const chosen = findings.findIndex((mark) => mark.fingerprint === review.findings.selected);
      const next = findings[(chosen + 1) % findings.length];
      if (next) review.selectFinding(next.fingerprint);
    },
    [data, review],
  );

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="document" aria-label={text.review.document} tabIndex={0}>
      <article className="sheet" lang="zh-CN">
        {snapshot?.analysis.document.blocks.map((block) => (
          <BlockView key={block.index} block={block} onPick={pick} />
        ))}
      </article>
    </section>
  );
});

function show(pane: HTMLElement, { range, fingerprint }: Reveal): HTMLElement | undefined {
  const marks = pane.querySelectorAll<HTMLElement>(
    fingerprint ? `[data-fingerprints~="${fingerprint}"]` : '.spot',
  );
  const targets = marks.length > 0 ? [...marks] : [blockAt(pane, range.start)].filter((one) => one !== null);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  targets[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (calm) return targets[0];
  const color = getComputedStyle(pane).getPropertyValue('--flash');
  for (const target of targets) {
    target.animate([{ backgroundColor: color }, {}], { duration: 900, easing: 'ease-out' });
  }
  return targets[0];
}

function blockAt(pane: HTMLElement, offset: number): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (const block of pane.querySelectorAll<HTMLElement>('[data-start]')) {
    if (Number(block.dataset['start']) > offset) break;
    found = block;
  }
  return found;
}
