import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Verified } from '../../shared/ipc/seal';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import { SealStore } from './seal-store';
import type { SettingsStore } from './settings-store';

type Asked = () => Promise<Result<Verified | null>>;

/** The seal that was checked last, and what can be done with that file. */
export class VerifyStore {
  outcome: Verified | null = null;
  running = false;
  adding = false;
  /** Why no signature was added. */
  error: string | null = null;
  readonly seal: SealStore;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    settings: SettingsStore,
    /** What to say when a time-stamp request has been written. */
    private readonly requested: (fileName: string) => string,
  ) {
    this.seal = new SealStore(bridge, notices, settings);
    makeAutoObservable<VerifyStore, 'bridge' | 'notices' | 'requested'>(
      this,
      { bridge: false, notices: false, requested: false, seal: false, outcome: observableRef },
      { autoBind: true },
    );
  }

  choose(): Promise<boolean> {
    return this.ask(() => this.bridge.verifySeal());
  }

  judgeBy(kind: 'trust' | 'revocation'): Promise<boolean> {
    return this.ask(() => this.bridge.judgeSealBy({ kind }));
  }

  judgeAnew(): Promise<boolean> {
    return this.ask(() => this.bridge.judgeSealAnew());
  }

  attachStamp(): Promise<boolean> {
    return this.ask(() => this.bridge.attachStamp());
  }

  async requestStamp(): Promise<void> {
    const made = await this.notices.attempt(() => this.bridge.requestStamp());
    if (made.ok && made.value) this.notices.say('info', this.requested(made.value.fileName));
  }

  openAdding(): void {
    this.seal.forget();
    this.error = null;
    this.adding = true;
  }

  closeAdding(): void {
    this.seal.forget();
    this.adding = false;
  }

  async addSeal(): Promise<void> {
    const { order } = this.seal;
    if (!order || this.running) return;
    this.running = true;
    this.error = null;
    const added = await this.notices.quietly(() => this.bridge.addSeal(order));
    runInAction(() => {
      this.running = false;
      this.seal.setPassphrase('');
      if (!added.ok) this.error = this.notices.sentenceOf(added.error);
      else if (added.value) {
        this.outcome = added.value;
        this.closeAdding();
      }
    });
  }

  /** True when there is a new outcome. */
  private async ask(asked: Asked): Promise<boolean> {
    if (this.running) return false;
    this.running = true;
    const verified = await this.notices.attempt(asked);
    runInAction(() => {
      this.running = false;
      if (verified.ok && verified.value) this.outcome = verified.value;
    });
    return verified.ok && verified.value !== null;
  }
}
