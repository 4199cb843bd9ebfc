import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import type { ReportSummary, ReviewSnapshot } from '../../shared/model/review';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';

/** A file as the browser hands it over on a drop. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The reports and how they come in. */
export class LibraryStore {
  reports: readonly ReportSummary[] = [];
  loaded = false;
  importing = false;
  /** Row that the keyboard is on. */
  row = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly show: (snapshot: ReviewSnapshot) => void,
  ) {
    makeAutoObservable<LibraryStore, 'bridge' | 'notices' | 'settings' | 'show'>(
      this,
      { bridge: false, notices: false, settings: false, show: false, reports: observableRef },
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
    await this.receive(() => this.bridge.openReport({ reportId }));
  }

  /** Through the system's dialog. */
  async importReport(): Promise<void> {
    await this.receive(() => this.bridge.importReport());
  }

  /** Files dropped on the window, one after the other; the last one that came in is shown. */
  async drop(files: readonly DroppedFile[]): Promise<void> {
    for (const file of files) await this.dropOne(file);
  }

  private async dropOne(file: DroppedFile): Promise<void> {
    const { app } = this.settings.text;
    if (file.size > MAX_IMPORT_BYTES) return this.notices.say('error', app.tooLarge(file.name));
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return this.notices.say('error', app.unreadableDrop(file.name));
    }
    await this.receive(() => this.bridge.dropReport({ name: file.name, bytes }));
  }

  private async receive(send: () => Promise<Result<ReviewSnapshot | null>>): Promise<void> {
    if (this.importing) return;
    this.importing = true;
    const result = await this.notices.attempt(send);
    runInAction(() => {
      this.importing = false;
    });
    if (result.ok && result.value) this.show(result.value);
  }
}
