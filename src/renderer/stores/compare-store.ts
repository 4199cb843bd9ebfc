import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { RevisionComparison } from '../../shared/model/comparison';
import type { Range } from '../../shared/model/range';
import type { RevisionSummary } from '../../shared/model/review';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { UiStore } from './ui-store';

/** Another report of the library, such as that of the period before. */
export interface OtherReport {
  readonly reportId: number;
  readonly title: string;
  /** Of the same kind, such as last year's. */
  readonly alike: boolean;
}
export type Earlier = RevisionSummary | OtherReport;

export interface ShownComparison {
  readonly before: Earlier;
  readonly after: RevisionSummary;
  readonly comparison: RevisionComparison;
}

export type ComparisonTab = 'text' | 'figures' | 'tables';

export const isOther = (side: Earlier): side is OtherReport => 'reportId' in side;

/** So many other reports are offered, the likeliest first. */
const OFFERED = 30;

/** What one revision changed against another, or against another report. */
export class CompareStore {
  shown: ShownComparison | null = null;
  /** The revision for which nothing offers itself: what it is compared with has to be chosen. */
  choosing: RevisionSummary | null = null;
  tab: ComparisonTab = 'text';
  running = false;
  /** Reports that could be compared with. */
  others: readonly OtherReport[] = [];

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<CompareStore, 'bridge' | 'notices' | 'ui' | 'review'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        review: false,
        shown: observableRef,
        choosing: observableRef,
        others: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Places of the later revision can be shown in the document only while that is the revision under review. */
  get placesAreShown(): boolean {
    return this.shown?.after.id === this.review.snapshot?.revisionId;
  }

  get revisions(): readonly RevisionSummary[] {
    return this.review.snapshot?.revisions ?? [];
  }

  /** The revision that a given one of the report under review was made from. */
  previousOf({ parentId }: RevisionSummary): RevisionSummary | null {
    return this.revisions.find(({ id }) => id === parentId) ?? null;
  }

  /** The current revision beside the one before, else beside the report of the period before or another of its kind. */
  async open(): Promise<void> {
    const after = this.revisions.find(({ id }) => id === this.review.snapshot?.revisionId);
    if (!after || this.running) return;
    const previous = this.previousOf(after);
    const others = await this.loadOthers();
    const before = previous ?? others.find(({ alike }) => alike);
    if (before) await this.between(before, after);
    else if (others.length > 0 || this.revisions.length > 1) this.choose(after);
    else this.notices.say('info', this.notices.text.comparison.nothingBefore);
  }

  async withPrevious(after: RevisionSummary): Promise<void> {
    const before = this.previousOf(after);
    if (before) await this.between(before, after);
  }

  async between(before: Earlier, after: RevisionSummary): Promise<void> {
    const reportId = this.review.snapshot?.report.id;
    if (reportId === undefined || this.running) return;
    this.running = true;
    const compared = await this.notices.attempt(() => this.ask(reportId, before, after));
    runInAction(() => {
      this.running = false;
      // A cancelled job answers with null; meanwhile the person may also have left the report.
      if (!compared.ok || !compared.value || this.review.snapshot?.report.id !== reportId) return;
      this.show({ before, after, comparison: compared.value });
    });
  }

  /** After a draft came in as the next revision of the report that is shown now. */
  showRevised(comparison: RevisionComparison): void {
    const after = this.revisions.find(({ id }) => id === this.review.snapshot?.revisionId);
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
    this.choosing = null;
    this.ui.closeDialog();
  }

  /** The report of the period before stands first, then others of the same kind. */
  async loadOthers(): Promise<readonly OtherReport[]> {
    const reportId = this.review.snapshot?.report.id;
    if (reportId === undefined) return [];
    const offered = await this.notices.attempt(() => this.bridge.references({ reportId }));
    if (!offered.ok) return this.others;
    const { previousReportId, reports } = offered.value;
    const first = reports.filter(({ id }) => id === previousReportId).map((one) => ({ ...one, alike: true }));
    const rest = reports.filter(({ id }) => id !== previousReportId);
    const others = [...first, ...rest]
      .slice(0, OFFERED)
      .map(({ id, title, alike }) => ({ reportId: id, title, alike }));
    runInAction(() => {
      this.others = others;
    });
    return others;
  }

  private ask(
    reportId: number,
    before: Earlier,
    after: RevisionSummary,
  ): Promise<Result<RevisionComparison>> {
    if (isOther(before)) {
      return this.bridge.compareReports({ reportId, revisionId: after.id, otherId: before.reportId });
    }
    return this.bridge.compareRevisions({ reportId, before: before.id, after: after.id });
  }

  private choose(after: RevisionSummary): void {
    this.choosing = after;
    this.ui.openDialog('comparison');
  }

  private show(shown: ShownComparison): void {
    this.shown = shown;
    this.choosing = null;
    const { text, figures } = shown.comparison;
    const figuresFirst = isOther(shown.before) || text.length === 0;
    this.tab = figuresFirst && figures.length > 0 ? 'figures' : 'text';
    this.ui.openDialog('comparison');
  }
}
