import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Bridge } from '../../shared/bridge';
import type { IdentityState } from '../../shared/ipc/identities';
import type { Identity } from '../../shared/model/identity';
import type { Person, Role } from '../../shared/model/sign-off';
import type { Result } from '../../shared/result';
import type { Notices } from './notices';

/** How often the main process hears that somebody is there. */
const TOUCH_MS = 20_000;

export interface NewPerson {
  readonly name: string;
  readonly roles: Role[];
  readonly passphrase: string;
  readonly adopt: string | null;
}

/** Who there is and who sits at the desk, as the main process says. Passphrases pass through and are not kept. */
export class IdentityStore {
  /** Who sat down last; still theirs while the desk is locked. */
  seat: string | null = null;
  state: IdentityState | null = null;
  busy = false;
  /** Why the last attempt was refused. */
  error: string | null = null;
  private touched = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly notices: Notices,
    /** When somebody else, or somebody again, sits at the desk. */
    private readonly onSeated: () => void,
  ) {
    makeAutoObservable<IdentityStore, 'bridge' | 'notices' | 'onSeated' | 'touched'>(
      this,
      { bridge: false, notices: false, onSeated: false, touched: false, state: observableRef },
      { autoBind: true },
    );
  }

  get current(): Person | null {
    return this.state?.current ?? null;
  }

  /** With a passphrase on this laptop. */
  get people(): readonly Identity[] {
    return this.all.filter(({ origin, disabledAt }) => origin === 'local' && disabledAt === null);
  }

  /** The reviewer whom the settings named before there were people. */
  get adoptable(): Identity | null {
    return this.all.find(({ origin, disabledAt }) => origin === 'adopted' && disabledAt === null) ?? null;
  }

  get all(): readonly Identity[] {
    return this.state?.identities ?? [];
  }

  holds(roles: readonly Role[]): boolean {
    return this.current?.roles.some((role) => roles.includes(role)) ?? false;
  }

  async load(): Promise<void> {
    const result = await this.notices.attempt(() => this.bridge.identityState());
    if (result.ok) this.receive(result.value);
  }

  /** Returns a function that stops listening. */
  listen(): () => void {
    const stop = this.bridge.on('session:changed', () => void this.load());
    const touch = (): void => this.touch();
    window.addEventListener('pointermove', touch, { passive: true });
    window.addEventListener('keydown', touch);
    return () => {
      stop();
      window.removeEventListener('pointermove', touch);
      window.removeEventListener('keydown', touch);
    };
  }

  unlock(id: string, passphrase: string): Promise<boolean> {
    return this.ask(() => this.bridge.unlockIdentity({ id, passphrase }));
  }

  create(person: NewPerson): Promise<boolean> {
    return this.ask(() => this.bridge.createIdentity(person));
  }

  changePassphrase(passphrase: string, next: string): Promise<boolean> {
    return this.ask(() => this.bridge.changePassphrase({ passphrase, next }));
  }

  setRoles(id: string, roles: Role[]): Promise<boolean> {
    return this.ask(() => this.bridge.setRoles({ id, roles }));
  }

  disable(id: string): Promise<boolean> {
    return this.ask(() => this.bridge.disableIdentity({ id }));
  }

  setIdle(minutes: number): Promise<boolean> {
    return this.ask(() => this.bridge.setIdleMinutes({ minutes }));
  }

  lock(): Promise<boolean> {
    return this.ask(() => this.bridge.lockDesk());
  }

  clearError(): void {
    this.error = null;
  }

  private touch(): void {
    const now = Date.now();
    if (!this.current || now - this.touched < TOUCH_MS) return;
    this.touched = now;
    void this.notices.quietly(() => this.bridge.touchDesk());
  }

  private async ask(send: () => Promise<Result<IdentityState>>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    const result = await this.notices.quietly(send);
    runInAction(() => {
      this.busy = false;
      if (result.ok) this.receive(result.value);
      else this.error = this.notices.sentenceOf(result.error);
    });
    return result.ok;
  }

  private receive(state: IdentityState): void {
    const before = this.current?.id;
    this.state = state;
    this.seat = state.current?.id ?? this.seat;
    if (state.current && state.current.id !== before) this.onSeated();
  }
}
