import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { KeyChoice, SealInput } from '../../shared/ipc/seal';
import type { Notices } from './notices';

/** What a seal is made with, for one seal. The passphrase lives here from the first keystroke to the answer, and no longer. */
export class SealStore {
  key: KeyChoice | null = null;
  /** Label or serial number of the token that was chosen. */
  device: string | null = null;
  passphrase = '';
  reason = '';
  visible = true;
  error: string | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
  ) {
    makeAutoObservable<SealStore, 'bridge' | 'notices'>(
      this,
      { bridge: false, notices: false, key: observableRef },
      { autoBind: true },
    );
  }

  forget(): void {
    this.key = null;
    this.device = null;
    this.passphrase = '';
    this.reason = '';
    this.error = null;
  }

  setDevice(device: string): void {
    this.device = device;
  }

  setPassphrase(passphrase: string): void {
    this.passphrase = passphrase;
  }

  setReason(reason: string): void {
    this.reason = reason;
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
  }

  chooseFile(): Promise<void> {
    return this.choose(() => this.bridge.chooseKey());
  }

  chooseLibrary(): Promise<void> {
    return this.choose(() => this.bridge.chooseKeyLibrary());
  }

  private async choose(ask: Bridge['chooseKey']): Promise<void> {
    this.error = null;
    const chosen = await this.notices.quietly(ask);
    runInAction(() => {
      if (!chosen.ok) this.error = this.notices.sentenceOf(chosen.error);
      else if (chosen.value) {
        this.key = chosen.value;
        const [first] = chosen.value.devices ?? [];
        this.device = first ? first.serial || first.label : null;
        this.passphrase = '';
      }
    });
  }

  /** The order for the main process; null when no key is chosen. */
  get order(): SealInput | null {
    const { key, device, passphrase, reason, visible } = this;
    return key && { token: key.token, device, passphrase, reason: reason.trim(), visible };
  }
}
