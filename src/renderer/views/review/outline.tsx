import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useState } from 'react';
import type { Heading } from '../../../shared/model/document';
import { Empty } from '../../components/empty';
import { useRoot, useText } from '../context';

/** The headings, each with how much is open under it. One stop for the Tab key; arrow keys go from one to the next. */
export const Outline = observer(() => {
  const { review, marks, ui } = useRoot();
  const text = useText();
  const [at, setAt] = useState(0);
  const blocks = review.snapshot?.analysis.document.blocks ?? [];
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading');
  const stop = Math.min(at, headings.length - 1);
  return (
    <nav className="outline" aria-labelledby="outline-title">
      <h2 id="outline-title" className="pane-title">
        {text.review.outline}
      </h2>
      {headings.length === 0 && <Empty title={text.review.outlineEmpty} />}
      <ul className="outline-list" onKeyDown={step}>
        {headings.map((heading, index) => {
          const open = marks.openBySection.get(heading.index) ?? 0;
          return (
            <li key={heading.index}>
              <button
                type="button"
                style={{ paddingInlineStart: `${10 + (heading.level - 1) * 12}px` }}
                data-level={heading.level}
                tabIndex={index === stop ? 0 : -1}
                onFocus={() => setAt(index)}
                onClick={() =>
                  ui.view === 'data' ? review.data.setSection(heading.index) : review.scrollTo(heading.range)
                }
              >
                <span lang="zh-CN">{heading.prose.text}</span>
                {open > 0 && (
                  <span className="count" title={text.review.sections(open)}>
                    {open}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
});

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function step(event: KeyboardEvent<HTMLElement>): void {
  const go = STEPS[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (!go || at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[go(at, buttons.length - 1)]?.focus();
}
