import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { RevisionComparison } from '../../shared/model/comparison';
import type { Range } from '../../shared/model/range';
import type { RevisionSummary } from '../../shared/model/review';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { UiStore } from './ui-store';

export interface ShownComparison {
  readonly before: RevisionSummary;
  readonly after: RevisionSummary;
  readonly comparison: RevisionComparison;
}

export type ComparisonTab = 'text' | 'figures';

/** What one revision changed against another. */
export class CompareStore {
  shown: ShownComparison | null = null;
  tab: ComparisonTab = 'text';
  running = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<CompareStore, 'bridge' | 'notices' | 'ui' | 'review'>(
      this,
      { bridge: false, notices: false, ui: false, review: false, shown: observableRef },
      { autoBind: true },
    );
  }

  /** Places of the later revision can be shown in the document only while that is the revision under review. */
  get placesAreShown(): boolean {
    return this.shown?.after.id === this.review.snapshot?.revisionId;
  }

  /** The revision that a given one of the report under review was made from. */
  previousOf({ parentId }: RevisionSummary): RevisionSummary | null {
    return this.review.snapshot?.revisions.find(({ id }) => id === parentId) ?? null;
  }

  async withPrevious(after: RevisionSummary): Promise<void> {
    const reportId = this.review.snapshot?.report.id;
    const before = this.previousOf(after);
    if (reportId === undefined || !before || this.running) return;
    this.running = true;
    const pair = { reportId, before: before.id, after: after.id };
    const compared = await this.notices.attempt(() => this.bridge.compareRevisions(pair));
    runInAction(() => {
      this.running = false;
      // A cancelled job answers with null; meanwhile the person may also have left the report.
      if (!compared.ok || !compared.value || this.review.snapshot?.report.id !== reportId) return;
      this.show({ before, after, comparison: compared.value });
    });
  }

  /** After a draft came in as the next revision of the report that is shown now. */
  showRevised(comparison: RevisionComparison): void {
    const { revisions = [], revisionId } = this.review.snapshot ?? {};
    const after = revisions.find(({ id }) => id === revisionId);
    const before = after && this.previousOf(after);
    if (before) this.show({ before, after, comparison });
  }

  showTab(tab: ComparisonTab): void {
    this.tab = tab;
  }

  goTo(range: Range): void {
    if (!this.placesAreShown) return;
    this.close();
    this.review.jump(range);
  }

  close(): void {
    this.shown = null;
    this.ui.closeDialog();
  }

  private show(shown: ShownComparison): void {
    this.shown = shown;
    const { text, figures } = shown.comparison;
    this.tab = text.length === 0 && figures.length > 0 ? 'figures' : 'text';
    this.ui.openDialog('comparison');
  }
}
