import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Outputs } from '../../shared/ipc';
import type { Notices } from './notices';

type Verified = NonNullable<Outputs['seal:verify']>;

/** The seal that was checked last. */
export class VerifyStore {
  outcome: Verified | null = null;
  running = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<VerifyStore, 'bridge' | 'notices'>(
      this,
      { bridge: false, notices: false, outcome: observableRef },
      { autoBind: true },
    );
  }

  async choose(): Promise<void> {
    if (this.running) return;
    this.running = true;
    const verified = await this.notices.attempt(() => this.bridge.verifySeal());
    runInAction(() => {
      this.running = false;
      if (verified.ok && verified.value) this.outcome = verified.value;
    });
  }
}
