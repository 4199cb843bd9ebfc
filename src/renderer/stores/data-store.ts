import { makeAutoObservable, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { DataTable } from '../../shared/ipc';
import type { Range } from '../../shared/model/range';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

export type TableFormat = 'xlsx' | 'csv';

/** What is done with the data tables: going to places, choosing figures, writing a table into a file. */
export class DataStore {
  exporting = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<DataStore, 'bridge' | 'notices' | 'settings' | 'ui' | 'review'>(
      this,
      { bridge: false, notices: false, settings: false, ui: false, review: false },
      { autoBind: true },
    );
  }

  /** From the tables to the place in the document. */
  goTo(range: Range): void {
    this.ui.showView('document');
    this.review.jump(range);
  }

  /** From a figure in the document to what is known of it. */
  selectFigure(index: number): void {
    const { figures } = this.review.data;
    figures.choose(index);
    const row = figures.current;
    if (!row) return;
    this.ui.showTab('figures');
    this.review.jump(row.quantity.range);
  }

  /** From anywhere to a figure's row. */
  showFigure(index: number): void {
    this.review.data.revealFigure(index);
    this.ui.showView('data');
  }

  showTies(ties: readonly number[]): void {
    this.review.data.showTies(ties);
    this.ui.showView('data');
  }

  /** Writes what is shown, in the order shown. The main process asks where to. */
  async export(table: DataTable, format: TableFormat): Promise<void> {
    const { target } = this.review;
    if (!target || this.exporting) return;
    const rows = [...this.review.data[table].listed];
    this.exporting = true;
    const written = await this.notices.attempt(() =>
      this.bridge.exportTable({ ...target, table, format, rows }),
    );
    runInAction(() => {
      this.exporting = false;
    });
    if (!written.ok || !written.value) return;
    const words = this.settings.text.data;
    this.notices.say('info', words.exported(written.value.fileName, rows.length));
    await this.review.refresh();
  }
}
