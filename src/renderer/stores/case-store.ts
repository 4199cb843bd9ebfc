import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Outputs } from '../../shared/ipc';
import type { CaseLocked, CaseReceived } from '../../shared/ipc/cases';
import type { CaseToSettle, MergeSide } from '../../shared/model/case';
import type { ReviewSnapshot } from '../../shared/model/review';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';
import type { UiStore } from './ui-store';

const SHORTEST = 8;

/** Case files: handing over and receiving. A passphrase lives here from the first keystroke to the answer, and no longer. */
export class CaseStore {
  encrypting = false;
  passphrase = '';
  again = '';
  handedOver: NonNullable<Outputs['case:hand-over']> | null = null;
  /** Name of the case file that was double-clicked and waits for an answer. */
  opened: string | null = null;
  locked: CaseLocked | null = null;
  unsettled: CaseToSettle | null = null;
  choices: ReadonlyMap<string, MergeSide> = new Map();
  running = false;
  error: string | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
    private readonly ui: UiStore,
    private readonly review: {
      readonly snapshot: ReviewSnapshot | null;
      open(shown: ReviewSnapshot): void;
      refresh(): Promise<void>;
    },
  ) {
    makeAutoObservable<CaseStore, 'bridge' | 'notices' | 'settings' | 'ui' | 'review'>(
      this,
      {
        bridge: false,
        notices: false,
        settings: false,
        ui: false,
        review: false,
        handedOver: observableRef,
        locked: observableRef,
        unsettled: observableRef,
        choices: observableRef,
      },
      { autoBind: true },
    );
  }

  /** As the dialog opens or closes. */
  forget(): void {
    this.encrypting = false;
    this.passphrase = '';
    this.again = '';
    this.handedOver = null;
    this.error = null;
  }

  openHandOver(): void {
    if (!this.review.snapshot) return;
    this.forget();
    this.ui.openDialog('hand-over');
  }

  setEncrypting(on: boolean): void {
    this.encrypting = on;
    this.passphrase = '';
    this.again = '';
  }

  setPassphrase(passphrase: string): void {
    this.passphrase = passphrase;
  }

  setAgain(again: string): void {
    this.again = again;
  }

  get ready(): boolean {
    return !this.encrypting || (this.passphrase.length >= SHORTEST && this.passphrase === this.again);
  }

  async handOver(): Promise<void> {
    const { snapshot } = this.review;
    if (!snapshot || this.running || !this.ready) return;
    const passphrase = this.encrypting ? this.passphrase : null;
    this.running = true;
    this.error = null;
    const made = await this.notices.quietly(() =>
      this.bridge.handOverCase({ reportId: snapshot.report.id, passphrase }),
    );
    runInAction(() => {
      this.running = false;
      if (!made.ok) this.error = this.notices.sentenceOf(made.error);
      else if (made.value) {
        this.forget();
        this.handedOver = made.value;
      }
    });
    if (made.ok && made.value) await this.review.refresh();
  }

  /** Returns a function that stops listening. */
  listen(): () => void {
    return this.bridge.on('case:opened', () => void this.lookForOpened());
  }

  /** Asks whether to receive the case file that was double-clicked, if one waits. A locked desk is not asked. */
  async lookForOpened(): Promise<void> {
    const waiting = await this.bridge.openedCase();
    if (!waiting.ok || waiting.value === null) return;
    const { fileName } = waiting.value;
    runInAction(() => {
      this.opened = fileName;
      this.ui.openDialog('case-opened');
    });
  }

  async answerOpened(receive: boolean): Promise<void> {
    this.opened = null;
    this.ui.closeDialog();
    await this.taking(() => this.bridge.answerOpenedCase({ receive }));
  }

  async exportRecord(format: 'pdf' | 'xlsx'): Promise<void> {
    const { snapshot } = this.review;
    if (!snapshot || this.running) return;
    this.running = true;
    const made = await this.notices.attempt(() =>
      this.bridge.exportRecord({ reportId: snapshot.report.id, format }),
    );
    runInAction(() => {
      this.running = false;
      if (made.ok && made.value)
        this.notices.say('info', this.settings.text.cases.recorded(made.value.fileName));
    });
    if (made.ok && made.value) await this.review.refresh();
  }

  receive(): Promise<void> {
    return this.taking(() => this.bridge.receiveCase());
  }

  drop(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.taking(() => this.bridge.dropCase({ name, bytes }));
  }

  async unlock(): Promise<void> {
    const { locked, passphrase } = this;
    if (!locked || passphrase === '') return;
    await this.taking(() => this.bridge.unlockCase({ token: locked.token, passphrase }), true);
    runInAction(() => {
      this.passphrase = '';
    });
  }

  choose(key: string, side: MergeSide): void {
    this.choices = new Map([...this.choices, [key, side]]);
  }

  get allChosen(): boolean {
    return this.unsettled?.conflicts.every(({ key }) => this.choices.has(key)) ?? false;
  }

  async settle(): Promise<void> {
    const { unsettled, choices } = this;
    if (!unsettled || !this.allChosen) return;
    const settled = [...choices].map(([key, side]) => ({ key, side }));
    await this.taking(() => this.bridge.settleCase({ token: unsettled.token, choices: settled }), true);
  }

  /** `inside`: a failure stands in the dialog that asked, not beside it. */
  private async taking(send: () => Promise<Result<CaseReceived | null>>, inside = false): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.error = null;
    const taken = await (inside ? this.notices.quietly(send) : this.notices.attempt(send));
    runInAction(() => {
      this.running = false;
      if (!taken.ok) this.error = inside ? this.notices.sentenceOf(taken.error) : null;
      else if (taken.value) this.show(taken.value);
    });
  }

  private show(received: CaseReceived): void {
    if (received.kind === 'locked') {
      this.forget();
      this.locked = received;
      this.ui.openDialog('case-unlock');
      return;
    }
    if (received.kind === 'conflicts') {
      this.unsettled = received;
      this.choices = new Map();
      this.ui.openDialog('case-settle');
      return;
    }
    this.locked = null;
    this.unsettled = null;
    this.ui.closeDialog();
    this.review.open(received.snapshot);
    this.notices.say('info', this.settings.text.cases.outcome[received.kind]);
  }
}
