import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { Outputs, Settings } from '../../shared/ipc';
import { type Messages, messagesOf } from '../locales/index';

/** Language and theme: applied at once, saved by the main process. */
export class SettingsStore {
  current: Settings = {
    language: 'zh-CN',
    theme: 'system',
    fontSize: 100,
    signing: { organisation: '', signatory: '', place: '', contact: '', reason: '' },
  };
  info: Outputs['app:info'] | null = null;
  loaded = false;

  constructor(private readonly bridge: Bridge) {
    makeAutoObservable<SettingsStore, 'bridge'>(
      this,
      { bridge: false, current: observableRef, info: observableRef },
      { autoBind: true },
    );
  }

  get text(): Messages {
    return messagesOf(this.current.language);
  }

  /** 1 is the usual size of letters. */
  get typeScale(): number {
    return this.current.fontSize / 100;
  }

  async load(): Promise<void> {
    const [settings, info] = await Promise.allSettled([this.bridge.getSettings(), this.bridge.appInfo()]);
    runInAction(() => {
      // Without them the window opens all the same, on the defaults.
      if (settings.status === 'fulfilled' && settings.value.ok) this.current = settings.value.value;
      if (info.status === 'fulfilled' && info.value.ok) this.info = info.value.value;
      this.loaded = true;
    });
  }

  /** Applies a change and saves it. */
  async change(part: Partial<Settings>): Promise<boolean> {
    this.current = { ...this.current, ...part };
    const saved = await this.bridge.setSettings(this.current);
    return saved.ok;
  }
}
