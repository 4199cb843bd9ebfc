import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { KeyChoice, RememberedKey, SealInput } from '../../shared/ipc/seal';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';
import type { SettingsStore } from './settings-store';

/** What a seal is made with, for one seal. The passphrase lives here from the first keystroke to the answer, and no longer. */
export class SealStore {
  key: KeyChoice | null = null;
  /** Label or serial number of the token that was chosen. */
  device: string | null = null;
  passphrase = '';
  reason = '';
  place = '';
  contact = '';
  visible = true;
  /** Offers this certificate first from now on. */
  remember = false;
  /** The one that was to be offered first. */
  remembered: RememberedKey | null = null;
  error: string | null = null;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    private readonly settings: SettingsStore,
  ) {
    makeAutoObservable<SealStore, 'bridge' | 'notices' | 'settings'>(
      this,
      { bridge: false, notices: false, settings: false, key: observableRef, remembered: observableRef },
      { autoBind: true },
    );
  }

  /** What was said for this seal goes; what the settings say is offered again. */
  forget(): void {
    const { reason, place, contact } = this.settings.current.signing;
    this.key = null;
    this.device = null;
    this.passphrase = '';
    this.reason = reason;
    this.place = place;
    this.contact = contact;
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

  setRemember(remember: boolean): void {
    this.remember = remember;
  }

  /** As a dialog with a seal opens. */
  async load(): Promise<void> {
    const found = await this.notices.quietly(() => this.bridge.rememberedKey());
    runInAction(() => {
      this.remembered = found.ok ? found.value : null;
      this.remember = this.remembered !== null;
    });
  }

  async recall(): Promise<void> {
    const device = this.remembered?.device ?? null;
    await this.choose(() => this.bridge.recallKey());
    runInAction(() => {
      const devices = this.key?.devices ?? [];
      if (devices.some(({ serial, label }) => (serial || label) === device)) this.device = device;
    });
  }

  async forgetRemembered(): Promise<void> {
    await this.notices.attempt(() => this.bridge.forgetKey());
    await this.load();
  }

  setPlace(place: string): void {
    this.place = place;
  }

  setContact(contact: string): void {
    this.contact = contact;
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

  private async choose(ask: () => Promise<Result<KeyChoice | null>>): Promise<void> {
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
    const { key, device, passphrase, reason, place, contact, visible, remember } = this;
    const says = { reason: reason.trim(), place: place.trim(), contact: contact.trim() };
    return key && { token: key.token, device, passphrase, ...says, visible, remember };
  }
}
