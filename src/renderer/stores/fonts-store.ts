import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { FontsState } from '../../shared/ipc/fonts';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';

/** The company's own fonts that PDFs are set in. */
export class FontsStore {
  state: FontsState | null = null;
  running = false;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<FontsStore, 'bridge' | 'notices'>(
      this,
      { bridge: false, notices: false, state: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    return this.take(() => this.bridge.fontsState());
  }

  choose(): Promise<void> {
    return this.take(() => this.bridge.chooseFonts());
  }

  clear(): Promise<void> {
    return this.take(() => this.bridge.clearFonts());
  }

  private async take(send: () => Promise<Result<FontsState | null>>): Promise<void> {
    this.running = true;
    const answer = await this.notices.attempt(send);
    runInAction(() => {
      this.running = false;
      if (answer.ok && answer.value) this.state = answer.value;
    });
  }
}
