import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { ReportSummary, ReviewSnapshot } from '../../shared/model/review';
import type { Notices } from './notices';

/** The reports that there are, and opening one. */
export class LibraryStore {
  reports: readonly ReportSummary[] = [];
  loaded = false;
  opening = false;
  /** Row that the keyboard is on. */
  row = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly show: (snapshot: ReviewSnapshot) => void,
  ) {
    makeAutoObservable<LibraryStore, 'bridge' | 'notices' | 'show'>(
      this,
      { bridge: false, notices: false, show: false, reports: observableRef },
      { autoBind: true },
    );
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
    this.row = Math.max(0, Math.min(this.reports.length - 1, row));
  }

  async open(reportId: number): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    const opened = await this.notices.attempt(() => this.bridge.openReport({ reportId }));
    runInAction(() => {
      this.opening = false;
      if (opened.ok && opened.value) this.show(opened.value);
    });
  }
}
