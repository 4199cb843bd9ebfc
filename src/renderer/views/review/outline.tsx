import { observer } from 'mobx-react-lite';
import type { Heading } from '../../../shared/model/document';
import { Empty } from '../../components/empty';
import { useRoot, useText } from '../context';

/** The headings, each with how much is open under it. */
export const Outline = observer(() => {
  const { review, marks, ui } = useRoot();
  const text = useText();
  const blocks = review.snapshot?.analysis.document.blocks ?? [];
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading');
  return (
    <nav className="outline" aria-labelledby="outline-title">
      <h2 id="outline-title" className="pane-title">
        {text.review.outline}
      </h2>
      {headings.length === 0 && <Empty title={text.review.outlineEmpty} />}
      <ul className="outline-list">
        {headings.map((heading) => {
          const open = marks.openBySection.get(heading.index) ?? 0;
          return (
            <li key={heading.index}>
              <button
                type="button"
                style={{ paddingInlineStart: `${10 + (heading.level - 1) * 12}px` }}
                data-level={heading.level}
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
