import { observer } from 'mobx-react-lite';
import { useEffect, useMemo } from 'react';
import { Badge } from '../../components/badge';
import { useVirtualRows } from '../../components/virtual-rows';
import type { FindingItem } from '../../stores/finding-list';
import { useRoot, useText } from '../context';
import { ROW_HEIGHTS, rowHeights } from './row-heights';

/** Beside the arrows, which the desk handles: a screenful, all the way. */
const STEPS: Readonly<Record<string, number>> = {
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
};
const idOf = (fingerprint: string): string => `finding-${fingerprint}`;

/** The list itself: only the rows in view exist. One stop for the Tab key; the keys of the desk move in it. */
export const FindingRows = observer(() => {
  const { review, settings, ui } = useRoot();
  const { findings } = review;
  const text = useText();
  const { listed, position, selected } = findings;
  const { typeScale: scale } = settings;
  const { left } = ui.panes;
  const height = useMemo(() => rowHeights(listed, left, scale), [listed, left, scale]);
  const { scroll, rows } = useVirtualRows<HTMLDivElement>(listed.length, height);
  useEffect(() => {
    if (position < 0) return;
    // In a frame of its own: the scroll has everything that just changed laid out.
    const frame = requestAnimationFrame(() => rows.scrollToIndex(position, { align: 'auto' }));
    return () => cancelAnimationFrame(frame);
  }, [position, rows]);
  return (
    <div
      ref={scroll}
      className="finding-list"
      role="listbox"
      tabIndex={0}
      data-keys="findings"
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        review.stepFinding(step);
        event.preventDefault();
      }}
      aria-label={text.review.findings}
      aria-activedescendant={selected && position >= 0 ? idOf(selected) : undefined}
    >
      <div role="presentation" className="virtual" style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map((row) => {
          const item = listed[row.index];
          if (!item) return null;
          return (
            <FindingRow
              key={item.finding.fingerprint}
              item={item}
              top={row.start}
              height={row.size}
              isShort={row.size === ROW_HEIGHTS.short * scale}
              position={row.index + 1}
              total={listed.length}
            />
          );
        })}
      </div>
    </div>
  );
});

interface RowProps {
  readonly item: FindingItem;
  readonly top: number;
  readonly height: number;
  readonly isShort: boolean;
  readonly position: number;
  readonly total: number;
}

const FindingRow = observer(({ item, top, height, isShort, position, total }: RowProps) => {
  const { review } = useRoot();
  const text = useText();
  const { finding, line, tone } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the desk's own keys move through the list
    <div
      id={idOf(finding.fingerprint)}
      className={`finding-row tone-${tone}`}
      role="option"
      tabIndex={-1}
      aria-selected={review.findings.selected === finding.fingerprint}
      aria-posinset={position}
      aria-setsize={total}
      data-testid="finding-row"
      data-code={finding.code}
      data-line={line}
      data-fingerprint={finding.fingerprint}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
      onClick={() => review.selectFinding(finding.fingerprint)}
    >
      <Badge tone={tone} letter={text.severityLetter[tone]} label={text.severity[tone]} />
      <div className="finding-main">
        <p className="finding-meta">
          <span className="code">{finding.code}</span>
          <span className="rule-title">{text.rules.titles[finding.rule] ?? finding.rule}</span>
          <span className="finding-line">{text.review.line(line)}</span>
        </p>
        <p className={isShort ? 'finding-message one-line' : 'finding-message'} lang="zh-CN">
          {finding.message}
        </p>
      </div>
    </div>
  );
});
