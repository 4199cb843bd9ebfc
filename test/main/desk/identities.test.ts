import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/main/db/audit-log';
import { findIdentity } from '../../../src/main/db/identities';
import type { Desk } from '../../../src/main/desk/desk';
import {
  changePassphrase,
  createIdentity,
  disablePerson,
  type Seated,
  setRoles,
  unlockIdentity,
} from '../../../src/main/desk/identities';
import { delayAfter, secondsToWait } from '../../../src/main/identity/attempts';
import { signWith, verifySignature } from '../../../src/main/identity/keys';
import { Session } from '../../../src/main/identity/session';
import { sessionGate } from '../../../src/main/ipc/gate';
import { success } from '../../../src/shared/result';
import { testDesk } from '../../helpers/desk';

const PASS = '够长的一句口令';
const bytes = new TextEncoder().encode('案卷');

describe('people at the desk', () => {
  let seated: Seated;
  let desk: Desk;
  let session: Session;
  let time: number;
  beforeEach(() => {
    const base = testDesk();
    time = Date.UTC(2026, 0, 10, 9);
    const now = () => new Date(time);
    session = new Session({ now, idleMinutes: () => 10, onChange: () => {} });
    const name = () => session.actor?.person.name ?? 'Gouji';
    desk = { ...base, now, person: () => session.actor?.person ?? null, reviewer: name };
    seated = { desk, session };
  });
  afterEach(() => desk.connection.close());

  const create = (name: string, roles: ('preparer' | 'legal')[] = ['preparer']) =>
    session.act(() => createIdentity(seated, { name, roles, passphrase: PASS, adopt: null }));
  const idOf = (name: string): string => {
    const id = desk.connection.prepare('SELECT id FROM identity WHERE name = ?').pluck().get(name);
    return String(id);
  };
  const code = (result: { ok: boolean }) =>
    'error' in result ? (result.error as { code: string }).code : 'ok';

  it('begin with one who makes themself; nobody else can do so beside a locked desk', async () => {
    expect(code(await create('甲'))).toBe('ok');
    expect(session.seated?.person.name).toBe('甲');
    expect(code(await create('甲'))).toBe('same-person');
    expect(code(await create('乙', ['legal']))).toBe('ok');
    expect(session.seated?.person.name).toBe('甲');
    session.lock();
    expect(code(await create('丙'))).toBe('locked');
    expect(code(await session.act(() => unlockIdentity(seated, { id: idOf('乙'), passphrase: PASS })))).toBe(
      'ok',
    );
    expect(session.seated?.person).toMatchObject({ name: '乙', roles: ['legal'] });
    expect(verifyAudit(desk.connection)).toBeNull();
    const actors = desk.connection.prepare('SELECT actor FROM audit_log ORDER BY sequence').pluck().all();
    expect(actors).toEqual(['甲', '甲']);
  });

  it('are kept out by wrong passphrases, for longer and longer', async () => {
    await create('甲');
    session.lock();
    const attempt = (passphrase: string) => unlockIdentity(seated, { id: idOf('甲'), passphrase });
    for (let n = 0; n < 3; n++) expect(code(await attempt('错'))).toBe('wrong-person-passphrase');
    expect(code(await attempt(PASS))).toBe('wait');
    time += 2_000;
    expect(code(await attempt(PASS))).toBe('ok');
    expect(findIdentity(desk.connection, idOf('甲'))?.failures).toBe(0);
  });

  it('cannot try two passphrases at once for the price of one', async () => {
    await create('甲');
    const attempts = ['错一', '错二', '错三', PASS].map((passphrase) =>
      unlockIdentity(seated, { id: idOf('甲'), passphrase }),
    );
    expect((await Promise.all(attempts)).map(code)).toEqual([
      'wrong-person-passphrase',
      'wrong-person-passphrase',
      'wrong-person-passphrase',
      'wait',
    ]);
  });

  it('keep their key under another passphrase, and sign with it', async () => {
    await create('甲');
    const before = findIdentity(desk.connection, idOf('甲'))?.publicKey ?? new Uint8Array();
    const next = '换成另一句口令';
    expect(code(await session.act(() => changePassphrase(seated, { passphrase: PASS, next })))).toBe('ok');
    session.lock();
    expect(code(await unlockIdentity(seated, { id: idOf('甲'), passphrase: PASS }))).toBe(
      'wrong-person-passphrase',
    );
    expect(code(await unlockIdentity(seated, { id: idOf('甲'), passphrase: next }))).toBe('ok');
    const seat = session.seated;
    if (!seat) throw new Error('nobody there');
    expect(verifySignature(before, bytes, signWith(seat, bytes))).toBe(true);
  });

  it('give others roles, not themselves; the last cannot be disabled', async () => {
    await create('甲');
    expect(code(disablePerson(seated, idOf('甲')))).toBe('last-person');
    await create('乙', ['legal']);
    const roles = (name: string) =>
      session.act(() => setRoles(seated, { id: idOf(name), roles: ['releaser'] }));
    expect(code(roles('甲'))).toBe('own-roles');
    expect(code(roles('乙'))).toBe('ok');
    expect(findIdentity(desk.connection, idOf('乙'))?.roles).toEqual(['releaser']);
    expect(code(disablePerson(seated, idOf('甲')))).toBe('ok');
    expect(session.seated).toBeNull();
    expect(code(await unlockIdentity(seated, { id: idOf('甲'), passphrase: PASS }))).toBe('no-person');
  });

  it('lock when idle; what was asked for before ends as theirs', async () => {
    await create('甲');
    const gate = sessionGate(session);
    let go = (): void => {};
    const slow = gate('report:list', async () => {
      await new Promise<void>((done) => {
        go = done;
      });
      return success(desk.reviewer());
    });
    await Promise.resolve();
    time += 10 * 60_000;
    expect(await gate('report:list', async () => success('shown'))).toMatchObject({
      error: { code: 'locked' },
    });
    expect(await gate('identity:state', async () => success('open'))).toMatchObject({ value: 'open' });
    go();
    expect(await slow).toMatchObject({ value: '甲' });
  });

  it('cannot be made from one whose case file came along', async () => {
    await create('甲');
    const foreign = '00000000-0000-4000-a000-000000000001';
    expect(findIdentity(desk.connection, foreign)?.origin).toBe('foreign');
    expect(code(await unlockIdentity(seated, { id: foreign, passphrase: PASS }))).toBe('no-person');
    const order = { name: 'x', roles: ['preparer' as const], passphrase: PASS, adopt: foreign };
    expect(code(await createIdentity(seated, order))).toBe('no-person');
  });
});

describe('the wait after wrong passphrases', () => {
  it('doubles from the fourth on, up to five minutes, and no clock set back shortens it', () => {
    expect([0, 1, 2, 3, 4, 5, 12, 99].map(delayAfter)).toEqual([0, 0, 0, 2, 4, 8, 300, 300]);
    const at = '2026-01-10T00:00:00.000Z';
    expect(secondsToWait(4, at, new Date('2026-01-10T00:00:01.000Z'))).toBe(3);
    expect(secondsToWait(4, at, new Date('2026-01-10T00:01:00.000Z'))).toBe(0);
    expect(secondsToWait(4, at, new Date('2026-01-09T00:00:00.000Z'))).toBe(4);
  });
});
