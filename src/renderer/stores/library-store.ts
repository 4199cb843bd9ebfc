import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { ReportSummary, ReviewSnapshot } from '../../shared/model/review';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { UiStore } from './ui-store';

export const shelves = ['all', 'open', 'clean', 'archived'] as const;
/** `open`: with errors that nobody has dealt with; `clean`: without. */
export type Shelf = (typeof shelves)[number];
export const orders = ['title', 'open', 'coverage', 'opened', 'changed'] as const;
export type Order = (typeof orders)[number];

const comparers: Readonly<Record<Order, (a: ReportSummary, b: ReportSummary) => number>> = {
  title: (a, b) => a.title.localeCompare(b.title, 'zh-CN'),
  open: (a, b) => a.open.error - b.open.error || a.open.doubt - b.open.doubt || a.open.notice - b.open.notice,
  coverage: (a, b) => a.tied - b.tied,
  opened: (a, b) => compareText(a.openedAt ?? '', b.openedAt ?? ''),
  changed: (a, b) => compareText(a.changedAt, b.changedAt),
};
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The reports that there are, in the order and as far as the person wants them, and what is done with one. */
export class LibraryStore {
  reports: readonly ReportSummary[] = [];
  loaded = false;
  opening = false;
  running = false;
  /** Row that the keyboard is on, of those listed. */
  row = 0;
  shelf: Shelf = 'all';
  tag: string | null = null;
  order: Order = 'changed';
  descending = true;
  /** The report that a dialog is about. */
  asked: ReportSummary | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly show: (snapshot: ReviewSnapshot) => void,
  ) {
    makeAutoObservable<LibraryStore, 'bridge' | 'notices' | 'ui' | 'show'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        show: false,
        reports: observableRef,
        asked: observableRef,
      },
      { autoBind: true },
    );
  }

  get listed(): readonly ReportSummary[] {
    const sign = this.descending ? -1 : 1;
    const compare = comparers[this.order];
    return this.reports
      .filter((report) => this.isOnShelf(report) && (this.tag === null || report.tags.includes(this.tag)))
      .sort((a, b) => sign * compare(a, b));
  }

  /** Tags in use, by name. */
  get tags(): readonly string[] {
    const all = new Set(this.reports.flatMap(({ tags }) => tags));
    return [...all].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  }

  get current(): ReportSummary | null {
    return this.listed[this.row] ?? null;
  }

  async load(): Promise<void> {
    const listed = await this.notices.attempt(() => this.bridge.listReports());
    runInAction(() => {
      if (listed.ok) this.reports = listed.value;
      this.loaded = true;
      this.moveTo(this.row);
    });
  }

  moveTo(row: number): void {
    this.row = Math.max(0, Math.min(this.listed.length - 1, row));
  }

  showShelf(shelf: Shelf): void {
    this.shelf = shelf;
    this.row = 0;
  }

  showTag(tag: string | null): void {
    this.tag = tag;
    this.row = 0;
  }

  /** The same order a second time turns it round. */
  sortBy(order: Order): void {
    this.descending = order === this.order ? !this.descending : order !== 'title';
    this.order = order;
    this.row = 0;
  }

  /** False when it did not open. */
  async open(reportId: number): Promise<boolean> {
    if (this.opening) return false;
    this.opening = true;
    const opened = await this.notices.attempt(() => this.bridge.openReport({ reportId }));
    const snapshot = opened.ok ? opened.value : null;
    runInAction(() => {
      this.opening = false;
      if (snapshot) this.show(snapshot);
    });
    return snapshot !== null;
  }

  askTags(report: ReportSummary | null): void {
    this.asked = report;
    if (report) this.ui.openDialog('report-tags');
  }

  askRemove(report: ReportSummary | null): void {
    this.asked = report;
    if (report) this.ui.openDialog('report-remove');
  }

  setTags(tags: readonly string[]): Promise<void> {
    return this.keep((reportId) => this.bridge.tagReport({ reportId, tags: [...tags] }));
  }

  remove(): Promise<void> {
    return this.keep((reportId) => this.bridge.removeReport({ reportId }));
  }

  async archive(report: ReportSummary | null): Promise<void> {
    if (!report) return;
    this.asked = report;
    await this.keep((reportId) => this.bridge.archiveReport({ reportId, archived: !report.archived }));
  }

  private isOnShelf({ archived, open }: ReportSummary): boolean {
    if (this.shelf === 'archived') return archived;
    if (archived) return false;
    return this.shelf === 'all' || open.error > 0 === (this.shelf === 'open');
  }

  private async keep(send: (reportId: number) => Promise<Result<readonly ReportSummary[]>>): Promise<void> {
    const { asked } = this;
    if (!asked || this.running) return;
    this.running = true;
    const kept = await this.notices.attempt(() => send(asked.id));
    runInAction(() => {
      this.running = false;
      if (kept.ok) {
        this.reports = kept.value;
        this.asked = null;
        this.ui.closeDialog();
      }
      this.moveTo(this.row);
    });
  }
}
