import { AsyncLocalStorage } from 'node:async_hooks';
import type { Person } from '../../shared/model/sign-off';
import type { SigningSession } from './keys';

/** A person whose passphrase was right, with the key that it opened. */
export interface Seat extends SigningSession {
  readonly person: Person;
}

export interface SessionOptions {
  readonly now: () => Date;
  readonly idleMinutes: () => number;
  /** Told of every change of who sits at the desk. */
  readonly onChange: () => void;
}

/**
 * Who sits at the desk: one seat, in the main process only. An act belongs to whoever sat there when it was asked for,
 * however long it takes and whoever sits there when it ends.
 */
export class Session {
  private seat: Seat | null = null;
  private lastUse = 0;
  private readonly acting = new AsyncLocalStorage<Seat | null>();

  constructor(private readonly options: SessionOptions) {}

  /** At the desk now. */
  get seated(): Seat | null {
    return this.seat;
  }

  /** Who asked for the act that runs now. */
  get actor(): Seat | null {
    return this.acting.getStore() ?? null;
  }

  /** Runs an act as whoever sits at the desk now. */
  act<T>(run: () => T): T {
    return this.acting.run(this.seat, run);
  }

  open(seat: Seat): void {
    this.seat = seat;
    this.touch();
    this.options.onChange();
  }

  /** The same person with other roles. */
  rename(person: Person): void {
    if (this.seat?.person.id !== person.id) return;
    this.seat = { ...this.seat, person };
    this.options.onChange();
  }

  /** The key is forgotten; acts under way end as whose they are. */
  lock(): void {
    if (!this.seat) return;
    this.seat = null;
    this.options.onChange();
  }

  touch(): void {
    this.lastUse = this.options.now().getTime();
  }

  /** Locks when nobody has been at the desk for too long. To be called now and then. */
  lockWhenIdle(): void {
    const idle = this.options.now().getTime() - this.lastUse;
    if (idle >= this.options.idleMinutes() * 60_000) this.lock();
  }
}
