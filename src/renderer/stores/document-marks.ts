import { makeAutoObservable } from 'mobx';
import type { CommentThread } from '../../shared/model/comment';
import type { Block, Table } from '../../shared/model/document';
import { overlaps, type Range } from '../../shared/model/range';
import { distribute, type Mark, NO_MARKS } from '../text/marks';
import { FigureMarks } from './figure-marks';
import type { FindingItem } from './finding-list';
import type { ReviewStore } from './review-store';
import type { UiStore } from './ui-store';

/** Tables of more rows are asked for their figures row by row. */
const MANY_ROWS = 500;
const isByRow = (block: Block): boolean => block.kind === 'table' && block.rows.length > MANY_ROWS;

interface Describe {
  readonly finding: (item: FindingItem) => string;
  readonly comment: (thread: CommentThread) => string;
}

/** The marks of the document by block. Asked block by block, so that a jump repaints only what it touches. */
export class DocumentMarks {
  constructor(
    private readonly review: ReviewStore,
    private readonly ui: UiStore,
    private readonly describe: Describe,
  ) {
    makeAutoObservable<DocumentMarks, 'review' | 'ui' | 'describe'>(
      this,
      { review: false, ui: false, describe: false },
      { autoBind: true },
    );
  }

  private get blocks(): readonly Block[] {
    return this.review.snapshot?.analysis.document.blocks ?? [];
  }

  private get findingMarks(): ReadonlyMap<number, readonly Mark[]> {
    const marks = this.review.findings.items.map(
      (item): Mark => ({
        kind: 'finding',
        range: item.finding.range,
        fingerprint: item.finding.fingerprint,
        tone: item.tone,
        label: this.describe.finding(item),
      }),
    );
    return distribute(this.blocks, marks);
  }

  /** Figures are marked while their tab is open: else a report would be one sea of marks. */
  private get figureMarks(): FigureMarks | null {
    const { quantities, states } = this.review.snapshot?.analysis ?? {};
    if (this.ui.tab !== 'figures' || !quantities || !states) return null;
    return new FigureMarks(quantities, states, this.review.data.figures.listed);
  }

  /** Passages with an open thread. */
  private get commentMarks(): ReadonlyMap<number, readonly Mark[]> {
    const marks = (this.review.snapshot?.comments ?? []).flatMap((thread): readonly Mark[] => {
      const { id, range, settled } = thread;
      if (!range || settled || range.end === range.start) return [];
      return [{ kind: 'comment', range, thread: id, label: this.describe.comment(thread) }];
    });
    return distribute(this.blocks, marks);
  }

  /** Open findings per section, by the index of its heading. */
  get openBySection(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    const seen = new Set<string>();
    for (const [index, marks] of this.findingMarks) {
      const section = this.blocks[index]?.section ?? -1;
      for (const mark of marks) {
        if (mark.kind !== 'finding' || mark.tone === 'waived' || seen.has(mark.fingerprint)) continue;
        seen.add(mark.fingerprint);
        counts.set(section, (counts.get(section) ?? 0) + 1);
      }
    }
    return counts;
  }

  of(block: Block): readonly Mark[] {
    const findings = this.findingMarks.get(block.index) ?? NO_MARKS;
    const figures = isByRow(block) ? NO_MARKS : (this.figureMarks?.within(block.range) ?? NO_MARKS);
    const spot = this.spotIn(block.range);
    const comments = this.commentMarks.get(block.index) ?? NO_MARKS;
    if (!spot && figures.length === 0 && comments.length === 0) return findings;
    return [...findings, ...figures, ...comments, ...(spot ? [{ kind: 'spot' as const, range: spot }] : [])];
  }

  /** The figures of a row of a long table, which are not among the marks of the block. */
  figuresInRow(table: Table, row: Range): readonly Mark[] {
    return isByRow(table) ? (this.figureMarks?.within(row) ?? NO_MARKS) : NO_MARKS;
  }

  chosenIn(block: Block): string | null {
    const { selected } = this.review.findings;
    const here = this.findingMarks.get(block.index);
    return here?.some((mark) => mark.kind === 'finding' && mark.fingerprint === selected) ? selected : null;
  }

  private spotIn(block: Range): Range | null {
    const { spot } = this.review;
    return spot && overlaps(block, spot) ? spot : null;
  }
}
