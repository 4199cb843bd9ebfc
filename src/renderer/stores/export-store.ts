import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Outputs } from '../../shared/ipc';
import type { Notices } from './notices';
import type { ReviewStore } from './review-store';

type Key = NonNullable<Outputs['key:choose']>;
type Exported = NonNullable<Outputs['report:export']>;

/** The export dialog. The passphrase lives here from the first keystroke to the answer, and no longer. */
export class ExportStore {
  draft = true;
  key: Key | null = null;
  passphrase = '';
  running = false;
  result: Exported | null = null;
  error: string | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly review: ReviewStore,
  ) {
    makeAutoObservable<ExportStore, 'bridge' | 'notices' | 'review'>(
      this,
      {
        bridge: false,
        notices: false,
        review: false,
        key: observableRef,
        result: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Codes of rules that did not finish: they too stand in the way of a final version. */
  get failedRules(): readonly string[] {
    const rules = this.review.snapshot?.analysis.rules ?? [];
    return rules.filter((rule) => rule.status === 'failed').map((rule) => rule.code);
  }

  get finalAllowed(): boolean {
    const released = this.review.snapshot?.signOff.state === 'released';
    return released && this.review.findings.openErrors.length === 0 && this.failedRules.length === 0;
  }

  /** As the dialog opens. */
  start(): void {
    this.draft = !this.finalAllowed;
    this.forget();
    this.result = null;
    this.error = null;
  }

  setDraft(draft: boolean): void {
    this.draft = draft || !this.finalAllowed;
  }

  setPassphrase(passphrase: string): void {
    this.passphrase = passphrase;
  }

  forget(): void {
    this.key = null;
    this.passphrase = '';
  }

  async chooseKey(): Promise<void> {
    this.error = null;
    const chosen = await this.notices.quietly(() => this.bridge.chooseKey());
    runInAction(() => {
      if (!chosen.ok) this.error = this.notices.sentenceOf(chosen.error);
      else if (chosen.value) {
        this.key = chosen.value;
        this.passphrase = '';
      }
    });
  }

  async run(): Promise<void> {
    const { target } = this.review;
    if (!target || this.running) return;
    this.running = true;
    this.error = null;
    const { key, passphrase, draft } = this;
    const seal = key ? { token: key.token, passphrase } : null;
    const exported = await this.notices.quietly(() => this.bridge.exportReport({ ...target, draft, seal }));
    runInAction(() => {
      this.running = false;
      this.passphrase = '';
      if (!exported.ok) this.error = this.notices.sentenceOf(exported.error);
      else if (exported.value) {
        this.result = exported.value;
        this.key = null;
      }
    });
    if (exported.ok && exported.value) await this.review.refresh();
  }
}
