import { makeAutoObservable, observableRef, reaction, runInAction } from 'mobx';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import type { CaseStore } from './case-store';
import type { ImportStore } from './import-store';
import type { MappingStore } from './mapping-store';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';
import type { SettingsStore } from './settings-store';
import type { Screen, UiStore } from './ui-store';

/** A file as the browser hands it over on a drop. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface Waiting {
  readonly file: DroppedFile;
  /** Where it was dropped: what comes of the files before it may show another screen. */
  readonly on: Screen;
}

interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|csv|tsv)$/i;

const CASE = /\.gouji$/i;

/** Files dropped on the window: read one after the other, each settled before the next one is taken up. */
export class DropStore {
  waiting: readonly Waiting[] = [];
  reading = false;
  /** Dropped on a report under review: a new draft of it, or a report of its own? */
  asking: ReadFile | null = null;

  constructor(
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
    private readonly imports: ImportStore,
    private readonly mapping: MappingStore,
    private readonly cases: CaseStore,
  ) {
    makeAutoObservable<DropStore, 'notices' | 'settings' | 'ui' | 'review' | 'imports' | 'mapping' | 'cases'>(
      this,
      {
        notices: false,
        settings: false,
        ui: false,
        review: false,
        imports: false,
        mapping: false,
        cases: false,
        waiting: observableRef,
        asking: observableRef,
      },
      { autoBind: true },
    );
  }

  private get free(): boolean {
    const working = this.reading || this.imports.running || this.mapping.opening || this.cases.running;
    return !working && this.ui.dialog === null;
  }

  /** Takes up the next file whenever nothing stands in its way. Returns a function that stops that. */
  listen(): () => void {
    return reaction(
      () => (this.free ? (this.waiting[0] ?? null) : null),
      (next) => {
        if (next) void this.read(next);
      },
      { fireImmediately: true },
    );
  }

  take(files: readonly DroppedFile[]): void {
    const { screen } = this.ui;
    this.waiting = [...this.waiting, ...files.map((file) => ({ file, on: screen }))];
  }

  /** The answer: the dropped file is the next revision of the report under review, or another report. */
  settle(asDraft: boolean): void {
    const { asking, review } = this;
    this.cancel();
    if (asking) void this.imports.take(asking.name, asking.bytes, asDraft ? review.target : null);
  }

  cancel(): void {
    this.asking = null;
    this.ui.closeDialog();
  }

  private async read({ file, on }: Waiting): Promise<void> {
    this.waiting = this.waiting.slice(1);
    const { app } = this.settings.text;
    if (file.size > MAX_IMPORT_BYTES) return this.notices.say('error', app.tooLarge(file.name));
    this.reading = true;
    let bytes: Uint8Array<ArrayBuffer> | null = null;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      this.notices.say('error', app.unreadableDrop(file.name));
    }
    runInAction(() => {
      this.reading = false;
      if (bytes) this.pass({ name: file.name, bytes }, on);
    });
  }

  private pass(read: ReadFile, on: Screen): void {
    if (CASE.test(read.name)) {
      void this.cases.drop(read.name, read.bytes);
    } else if (on === 'ledgers' || WORKBOOK.test(read.name)) {
      void this.mapping.take(read.name, read.bytes);
    } else if (on === 'review' && this.review.target) {
      this.asking = read;
      this.ui.openDialog('drop');
    } else {
      void this.imports.take(read.name, read.bytes, null);
    }
  }
}
