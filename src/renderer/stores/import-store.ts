import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { ImportOutcome } from '../../shared/model/review';
import type { Result } from '../../shared/result';
import type { CompareStore } from './compare-store';
import type { Notices } from './notices';
import type { ReviewStore, Target } from './review-store';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

export type Unproved = Extract<ImportOutcome, { kind: 'unproved' }>;

/** Drafts on their way into the library, as reports of their own or as the next revision of the one under review. */
export class ImportStore {
  running = false;
  /** Stopped because the working text is not the source; waits for the person. */
  unproved: Unproved | null = null;
  /** The person says that every difference was looked at. */
  checked = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly review: ReviewStore,
    private readonly compare: CompareStore,
  ) {
    makeAutoObservable<ImportStore, 'bridge' | 'notices' | 'settings' | 'ui' | 'review' | 'compare'>(
      this,
      {
        bridge: false,
        notices: false,
        settings: false,
        ui: false,
        review: false,
        compare: false,
        unproved: observableRef,
      },
      { autoBind: true },
    );
  }

  /** A report of its own, through the system's dialog. */
  async choose(): Promise<void> {
    await this.run(() => this.bridge.importReport({ into: null }));
  }

  /** The next revision of the report under review, through the system's dialog. */
  async chooseDraft(): Promise<void> {
    const cleared = this.review.cleared();
    if (cleared !== true && !(await cleared)) return;
    const into = this.review.target;
    if (into && !this.review.busy) await this.run(() => this.bridge.importReport({ into }));
  }

  async take(name: string, bytes: Uint8Array<ArrayBuffer>, into: Target | null): Promise<void> {
    await this.run(() => this.bridge.dropReport({ name, bytes, into }));
  }

  setChecked(checked: boolean): void {
    this.checked = checked;
  }

  /** Goes on with an import that was not proved lossless. */
  async accept(): Promise<void> {
    const token = this.unproved?.token;
    if (token !== undefined && this.checked) await this.run(() => this.bridge.acceptImport({ token }));
  }

  refuse(): void {
    this.settleUnproved();
  }

  private async run(send: () => Promise<Result<ImportOutcome | null>>): Promise<void> {
    if (this.running) return;
    this.running = true;
    const before = this.whereabouts;
    const result = await this.notices.attempt(send);
    if (!result.ok && result.error.code === 'stale') await this.review.refresh();
    runInAction(() => {
      this.running = false;
      const undisturbed = before === this.whereabouts;
      this.settleUnproved();
      if (result.ok && result.value) this.receive(result.value, undisturbed);
    });
  }

  private settleUnproved(): void {
    if (!this.unproved) return;
    this.unproved = null;
    this.checked = false;
    this.ui.closeDialog();
  }

  /** What the person has before them: an import that took long must not take it away. */
  private get whereabouts(): string {
    const { screen, dialog } = this.ui;
    // These two ask about an import themselves.
    const busy = dialog === 'drop' || dialog === 'unproved' ? '' : (dialog ?? '');
    return [screen, busy, this.review.snapshot?.report.id ?? '', this.review.waiving].join(' ');
  }

  private receive(outcome: ImportOutcome, undisturbed: boolean): void {
    const { text } = this.settings;
    if (!undisturbed && outcome.kind !== 'unproved') {
      this.notices.say('info', text.imports.done(outcome.snapshot.report.title));
      if (outcome.snapshot.report.id === this.review.snapshot?.report.id) void this.review.refresh();
      return;
    }
    switch (outcome.kind) {
      case 'opened':
        this.review.open(outcome.snapshot);
        if (outcome.known) this.notices.say('info', text.imports.known(outcome.snapshot.report.title));
        return;
      case 'revised':
        this.review.open(outcome.snapshot);
        this.compare.showRevised(outcome.comparison);
        return;
      case 'unproved':
        this.unproved = outcome;
        this.ui.openDialog('unproved');
    }
  }
}
