import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { RemovedReport } from '../../shared/model/library';
import type { LibraryStore } from './library-store';
import type { Notices } from './notices';
import type { UiStore } from './ui-store';

/** Reports that were removed: brought back, or deleted for good. */
export class RemovedStore {
  reports: readonly RemovedReport[] = [];
  loaded = false;
  running = false;
  row = 0;
  /** The report that the dialog asks about. */
  asked: RemovedReport | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly ui: UiStore,
    private readonly library: LibraryStore,
    /** What was typed about a report and is not in the library. */
    private readonly forget: (reportId: number) => void,
  ) {
    makeAutoObservable<RemovedStore, 'bridge' | 'notices' | 'ui' | 'library' | 'forget'>(
      this,
      {
        bridge: false,
        notices: false,
        ui: false,
        library: false,
        forget: false,
        reports: observableRef,
        asked: observableRef,
      },
      { autoBind: true },
    );
  }

  get current(): RemovedReport | null {
    return this.reports[this.row] ?? null;
  }

  async load(): Promise<void> {
    const listed = await this.notices.attempt(() => this.bridge.listRemoved());
    runInAction(() => {
      if (listed.ok) this.receive(listed.value);
      this.loaded = true;
    });
  }

  moveTo(row: number): void {
    this.row = Math.max(0, Math.min(this.reports.length - 1, row));
  }

  async bringBack(report: RemovedReport | null): Promise<void> {
    if (!report || this.running) return;
    this.running = true;
    const back = await this.notices.attempt(() => this.bridge.bringBackReport({ reportId: report.id }));
    runInAction(() => {
      this.running = false;
      if (!back.ok) return;
      this.receive(back.value.removed);
      this.library.receive(back.value.reports);
      this.notices.say('info', this.notices.text.library.broughtBack(report.title));
    });
  }

  ask(report: RemovedReport | null): void {
    this.asked = report;
    if (report) this.ui.openDialog('report-purge');
  }

  async purge(): Promise<void> {
    const { asked } = this;
    if (!asked || this.running) return;
    this.running = true;
    const purged = await this.notices.attempt(() => this.bridge.purgeReport({ reportId: asked.id }));
    runInAction(() => {
      this.running = false;
      this.asked = null;
      this.ui.closeDialog();
      if (!purged.ok) return;
      this.forget(asked.id);
      this.receive(purged.value);
    });
  }

  private receive(reports: readonly RemovedReport[]): void {
    this.reports = reports;
    this.moveTo(this.row);
  }
}
