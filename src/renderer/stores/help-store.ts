import { makeAutoObservable, observable, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Notices } from './notices';

/** Help pages of rules, fetched once each. */
export class HelpStore {
  private readonly pages = observable.map<string, string | null>();

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<HelpStore, 'bridge' | 'notices' | 'pages'>(
      this,
      { bridge: false, notices: false, pages: false },
      { autoBind: true },
    );
  }

  /** Markdown; `null` when there is no page, `undefined` until it is here. */
  page(rule: string): string | null | undefined {
    return this.pages.get(rule);
  }

  async load(rule: string): Promise<void> {
    if (this.pages.has(rule)) return;
    const page = await this.notices.quietly(() => this.bridge.ruleHelp({ rule }));
    runInAction(() => this.pages.set(rule, page.ok ? page.value : null));
  }
}
