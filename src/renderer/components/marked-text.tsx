import { memo } from 'react';
import type { Prose } from '../../shared/model/document';
import type { CommentMark, FigureMark, FindingMark, Mark } from '../text/marks';
import { type Segment, segmentsOf } from '../text/segments';

export interface MarkedTextProps {
  readonly prose: Prose;
  readonly marks: readonly Mark[];
  /** Fingerprint of the chosen finding when it lies here. */
  readonly selected: string | null;
  readonly onPick: (marks: readonly Mark[]) => void;
}

/** Prose with its marks. Marks are links to their finding, so that they wrap like text and have a role. */
export const MarkedText = memo(({ prose, marks, selected, onPick }: MarkedTextProps) =>
  segmentsOf(prose, marks).map((segment) =>
    segment.marks.length === 0 ? (
      segment.text
    ) : (
      <MarkedSegment
        key={`${segment.from}-${segment.text.length}`}
        segment={segment}
        selected={selected}
        onPick={onPick}
      />
    ),
  ),
);

interface SegmentProps {
  readonly segment: Segment;
  readonly selected: string | null;
  readonly onPick: (marks: readonly Mark[]) => void;
}

function MarkedSegment({ segment, selected, onPick }: SegmentProps) {
  const findings = segment.marks.filter((mark): mark is FindingMark => mark.kind === 'finding');
  const figure = segment.marks.find((mark): mark is FigureMark => mark.kind === 'figure');
  const comment = segment.marks.find((mark): mark is CommentMark => mark.kind === 'comment');
  const chosen = findings.find((mark) => mark.fingerprint === selected);
  const shown = chosen ?? findings[0];
  const names = classNames(segment, shown, figure, chosen !== undefined);
  if (!shown && !figure && !comment) return <span className={names}>{segment.text}</span>;
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to the detail, and a button cannot wrap over lines like text
    <a
      href="#side-pane"
      className={names}
      title={shown?.label ?? comment?.label}
      aria-label={segment.text === '' ? (shown ?? comment)?.label : undefined}
      aria-current={chosen ? 'true' : undefined}
      tabIndex={chosen ? 0 : -1}
      draggable={false}
      data-testid={shown ? 'mark' : undefined}
      data-fingerprint={shown?.fingerprint}
      data-fingerprints={findings.map((mark) => mark.fingerprint).join(' ')}
      data-figure={figure?.figure}
      data-thread={comment?.thread}
      onClick={(event) => {
        event.preventDefault();
        onPick(segment.marks);
      }}
    >
      {segment.text}
    </a>
  );
}

function classNames(
  segment: Segment,
  shown: FindingMark | undefined,
  figure: FigureMark | undefined,
  chosen: boolean,
): string {
  const names: string[] = [];
  if (shown) names.push('mark', `mark-${shown.tone}`);
  if (figure) names.push('figure', `figure-${figure.state}`);
  if (segment.marks.some((mark) => mark.kind === 'comment')) names.push('commented');
  if (segment.marks.some((mark) => mark.kind === 'spot')) names.push('spot');
  if (segment.text === '') names.push('mark-point');
  if (chosen) names.push('mark-chosen');
  return names.join(' ');
}
