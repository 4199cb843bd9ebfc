import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { Block, Heading } from '../../../shared/model/document';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { useRoot, useText } from '../context';

/** The headings, each with how much is open under it. It follows a change a moment later, in slices. */
export const Outline = observer((props: FoldProps) => {
  const { review, marks } = useRoot();
  const blocks = useDeferredValue(review.snapshot?.analysis.document.blocks ?? NO_BLOCKS);
  const open = useDeferredValue(marks.openBySection);
  return <OutlineList {...props} blocks={blocks} open={open} />;
});

interface FoldProps {
  readonly isOpen: boolean;
  readonly onFold: () => void;
}

const NO_BLOCKS: readonly Block[] = Object.freeze([]);

interface Props extends FoldProps {
  readonly blocks: readonly Block[];
  readonly open: ReadonlyMap<number, number>;
}

/** One stop for the Tab key; arrow keys go from one to the next. */
const OutlineList = observer(({ isOpen, onFold, blocks, open }: Props) => {
  const text = useText();
  const [at, setAt] = useState(0);
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading');
  const stop = Math.min(at, headings.length - 1);
  return (
    <nav className="outline" aria-labelledby="outline-title">
      <h2 className="pane-title">
        <button
          type="button"
          id="outline-title"
          className="fold"
          data-testid="outline-fold"
          aria-expanded={isOpen}
          onClick={onFold}
        >
          <Icon name={isOpen ? 'unfolded' : 'forward'} />
          {text.review.outline}
        </button>
      </h2>
      {isOpen && headings.length === 0 && <Empty title={text.review.outlineEmpty} />}
      <ul className="outline-list" hidden={!isOpen} onKeyDown={step}>
        {headings.map((heading, index) => (
          <li key={heading.index}>
            <OutlineEntry
              heading={heading}
              open={open.get(heading.index) ?? 0}
              isStop={index === stop}
              onFocus={() => setAt(index)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
});

interface EntryProps {
  readonly heading: Heading;
  readonly open: number;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

const OutlineEntry = observer(({ heading, open, isStop, onFocus }: EntryProps) => {
  const { review, ui } = useRoot();
  const text = useText();
  return (
    <button
      type="button"
      style={{ paddingInlineStart: `${10 + (heading.level - 1) * 12}px` }}
      data-level={heading.level}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
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
