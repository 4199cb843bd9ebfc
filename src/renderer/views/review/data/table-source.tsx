import { observer } from 'mobx-react-lite';
import { useEffect, useMemo } from 'react';
import type { Table } from '../../../../shared/model/document';
import { overlaps, type Range, rangeOf } from '../../../../shared/model/range';
import { useVirtualRows } from '../../../components/virtual-rows';
import type { FindingItem } from '../../../stores/finding-list';
import { lineOf } from '../../../text/prose-map';
import { useRoot, useText } from '../../context';

const LINE_HEIGHT = 20;

/** The table's own lines of the working text, with their numbers and marks. Only those in view exist. */
export const TableSource = observer(({ table }: { readonly table: Table }) => {
  const { review } = useRoot();
  const words = useText().tables;
  const { text, spot } = review;
  const lines = useMemo(() => linesOf(text, table.range), [text, table]);
  const lineStarts = review.snapshot?.analysis.document.lineStarts ?? [];
  const { scroll, rows } = useVirtualRows<HTMLDivElement>(lines.length, LINE_HEIGHT);
  const here = spot ? lines.findIndex((line) => overlaps(spot, line)) : -1;
  useEffect(() => {
    if (here >= 0) rows.scrollToIndex(here, { align: 'auto' });
  }, [here, rows]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={scroll} className="data-scroll" tabIndex={0} aria-label={words.source}>
      <ol className="virtual" lang="zh-CN" style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const number = lineOf(lineStarts, line.start);
          return (
            <SourceLine
              key={line.start}
              line={line}
              number={number}
              index={index}
              top={start}
              measure={rows.measureElement}
            />
          );
        })}
      </ol>
    </section>
  );
});

function linesOf(text: string, { start, end }: Range): readonly Range[] {
  const lines: Range[] = [];
  for (let from = start; from <= end; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 || next > end ? end : next;
    lines.push(rangeOf(from, to));
    from = to + 1;
  }
  return lines;
}

interface LineProps {
  readonly line: Range;
  readonly number: number;
  readonly index: number;
  readonly top: number;
  readonly measure: (element: Element | null) => void;
}

const SourceLine = observer(({ line, number, index, top, measure }: LineProps) => {
  const { review } = useRoot();
  const finding = review.findings.items.find((item) => overlaps(item.finding.range, line));
  const { spot } = review;
  const here = spot !== null && overlaps(spot, line);
  return (
    <li
      ref={measure}
      data-index={index}
      className={here ? 'source-line source-here' : 'source-line'}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="source-number">{number}</span>
      <code>
        <SourceText line={line} spot={here ? spot : null} finding={finding} />
      </code>
    </li>
  );
});

interface TextProps {
  readonly line: Range;
  readonly spot: Range | null;
  readonly finding: FindingItem | undefined;
}

/** A line with the spot marked, else the finding. */
const SourceText = observer(({ line, spot, finding }: TextProps) => {
  const { text } = useRoot().review;
  const marked = spot ?? finding?.finding.range;
  if (!marked) return text.slice(line.start, line.end);
  const from = Math.max(line.start, marked.start);
  const to = Math.min(line.end, marked.end);
  return (
    <>
      {text.slice(line.start, from)}
      <mark className={spot ? 'spot' : `mark-${finding?.tone}`}>{text.slice(from, to)}</mark>
      {text.slice(to, line.end)}
    </>
  );
});
