import type { IdentityState } from '../../src/shared/ipc/identities';
import type { Identity } from '../../src/shared/model/identity';
import type { Role } from '../../src/shared/model/sign-off';
import { failure, type Result, success } from '../../src/shared/result';

const AT = '2026-01-05T08:00:00.000Z';

/** The people of a laptop, with their passphrases. */
export class FakePeople {
  private readonly people: (Identity & { readonly passphrase: string })[] = [];
  private current: string | null = null;
  private idle = 10;

  state(): IdentityState {
    const identities = this.people.map(({ passphrase: _, ...identity }) => identity);
    const current = identities.find(({ id }) => id === this.current);
    const { id = '', name = '', roles = [] } = current ?? {};
    return { identities, current: current ? { id, name, roles } : null, idleMinutes: this.idle };
  }

  create(name: string, roles: readonly Role[], passphrase: string): Result<IdentityState> {
    if (this.people.some((one) => one.name === name)) return failure('same-person', '已有');
    const id = `00000000-0000-4000-a000-00000000000${this.people.length + 1}`;
    const shown = { id, name, roles, createdAt: AT, disabledAt: null, keyFingerprint: '0123 4567 89ab cdef' };
    this.people.push({ ...shown, origin: 'local', passphrase });
    this.current ??= id;
    return success(this.state());
  }

  unlock(id: string, passphrase: string): Result<IdentityState> {
    const person = this.people.find((one) => one.id === id);
    if (person?.passphrase !== passphrase) return failure('wrong-person-passphrase', '口令不对');
    this.current = id;
    return success(this.state());
  }

  lock(): Result<IdentityState> {
    this.current = null;
    return success(this.state());
  }

  change(id: string, change: Partial<Identity & { readonly passphrase: string }>): Result<IdentityState> {
    const at = this.people.findIndex((one) => one.id === id);
    const person = this.people[at];
    if (!person) return failure('no-person', '没有这个人员');
    this.people[at] = { ...person, ...change };
    return success(this.state());
  }

  changeOwn(passphrase: string, next: string): Result<IdentityState> {
    const person = this.people.find((one) => one.id === this.current);
    if (person?.passphrase !== passphrase) return failure('wrong-person-passphrase', '口令不对');
    return this.change(person.id, { passphrase: next });
  }

  setIdle(minutes: number): Result<IdentityState> {
    this.idle = minutes;
    return success(this.state());
  }
}
