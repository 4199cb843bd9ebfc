import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { LedgerFile } from '../../shared/ipc';
import type { ColumnMapping, ColumnRole, LedgerFacts, LedgerTable } from '../../shared/model/ledger';
import type { Result } from '../../shared/result';
import type { LedgerStore } from './ledger-store';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

/** A pause in typing, after which the preview is made anew. */
const PREVIEW_AFTER_MS = 250;

/** One table of the file: whether it is taken, and what its columns mean. */
export interface MappedTable {
  readonly table: LedgerTable;
  readonly taken: boolean;
  readonly mapping: readonly ColumnMapping[];
}

/** A workbook or CSV file whose columns are being mapped. */
export class MappingStore {
  file: LedgerFile | null = null;
  tables: readonly MappedTable[] = [];
  /** The table that is shown. */
  index = 0;
  /** What the first rows of the shown table yield; null until it is known. */
  preview: LedgerFacts | null = null;
  error: string | null = null;
  opening = false;
  saving = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastPreview = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly ledgers: LedgerStore,
  ) {
    makeAutoObservable<
      MappingStore,
      'bridge' | 'notices' | 'settings' | 'ui' | 'ledgers' | 'timer' | 'lastPreview'
    >(
      this,
      {
        bridge: false,
        notices: false,
        settings: false,
        ui: false,
        ledgers: false,
        timer: false,
        lastPreview: false,
        file: observableRef,
        tables: observableRef,
        preview: observableRef,
      },
      { autoBind: true },
    );
  }

  get shown(): MappedTable | null {
    return this.tables[this.index] ?? null;
  }

  get taken(): readonly MappedTable[] {
    return this.tables.filter((one) => one.taken);
  }

  /** Every table that is taken says which of its columns holds the values. */
  get ready(): boolean {
    return !this.saving && this.taken.length > 0 && this.taken.every(({ mapping }) => hasValues(mapping));
  }

  /** Whether a column of the shown table tells that of each fact. */
  tells(role: ColumnRole): boolean {
    return this.shown?.mapping.some((own) => own.role === role) ?? false;
  }

  /** Through the system's dialog. */
  async choose(): Promise<void> {
    await this.open(() => this.bridge.chooseLedger());
  }

  async take(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.open(() => this.bridge.dropLedger({ name, bytes }));
  }

  show(index: number): void {
    this.index = index;
    this.preview = null;
    void this.loadPreview();
  }

  setTaken(index: number, taken: boolean): void {
    this.tables = this.tables.map((one, at) => (at === index ? { ...one, taken } : one));
  }

  /** Changes what a column of the shown table means. */
  change(column: number, part: Partial<ColumnMapping>): void {
    this.error = null;
    this.tables = this.tables.map((one, at) => {
      if (at !== this.index) return one;
      const mapping = one.mapping.map((own, index) => (index === column ? { ...own, ...part } : own));
      return { ...one, mapping };
    });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.loadPreview(), PREVIEW_AFTER_MS);
  }

  async save(): Promise<void> {
    const { file } = this;
    if (!file || !this.ready) return;
    this.saving = true;
    this.error = null;
    const tables = this.tables.flatMap(({ taken, mapping }, table) =>
      taken ? [{ table, mapping: [...mapping] }] : [],
    );
    const saved = await this.notices.quietly(() => this.bridge.saveLedger({ token: file.token, tables }));
    runInAction(() => {
      this.saving = false;
      if (!saved.ok) {
        this.error = this.notices.sentenceOf(saved.error);
        return;
      }
      // A cancelled job answers with null: the columns stay as they are mapped.
      if (!saved.value) return;
      this.close();
      // Under review a reviewer goes on with the report; elsewhere the new ledger is what comes next.
      if (this.ui.screen !== 'review') this.ui.go('ledgers');
      this.ledgers.receive(saved.value, true);
      this.notices.say('info', this.settings.text.ledgers.saved(file.fileName));
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.lastPreview++;
    this.file = null;
    this.tables = [];
    this.preview = null;
    this.error = null;
    this.ui.closeDialog();
  }

  private async open(send: () => Promise<Result<LedgerFile | null>>): Promise<void> {
    if (this.opening || this.file) return;
    this.opening = true;
    const opened = await this.notices.attempt(send);
    runInAction(() => {
      this.opening = false;
      if (opened.ok && opened.value) this.start(opened.value);
    });
  }

  private start(file: LedgerFile): void {
    this.file = file;
    this.tables = file.tables.map((table) => ({
      table,
      taken: hasValues(table.mapping),
      mapping: table.mapping,
    }));
    this.index = Math.max(
      0,
      this.tables.findIndex((one) => one.taken),
    );
    this.error = null;
    this.ui.openDialog('mapping');
    this.show(this.index);
  }

  /** A late answer to an earlier question is not taken. */
  private async loadPreview(): Promise<void> {
    const { file, shown, index } = this;
    if (!file || !shown) return;
    const question = ++this.lastPreview;
    const mapping = [...shown.mapping];
    const made = await this.notices.quietly(() =>
      this.bridge.previewLedger({ token: file.token, table: index, mapping }),
    );
    runInAction(() => {
      if (question !== this.lastPreview) return;
      if (made.ok) this.preview = made.value;
      else this.error = this.notices.sentenceOf(made.error);
    });
  }
}

const hasValues = (mapping: readonly ColumnMapping[]): boolean =>
  mapping.some(({ role }) => role === 'value');
