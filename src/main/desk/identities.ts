import { randomUUID } from 'node:crypto';
import type { IdentityState } from '../../shared/ipc/identities';
import type { Identity } from '../../shared/model/identity';
import type { Role } from '../../shared/model/sign-off';
import { failure, type Result, success } from '../../shared/result';
import { appendAudit } from '../db/audit-log';
import {
  addIdentity,
  countFailure,
  disableIdentity,
  endRole,
  findIdentity,
  findSecret,
  forgetFailures,
  giveRole,
  type IdentityRow,
  type IdentitySecret,
  listIdentities,
  setSecret,
} from '../db/identities';
import { readSetting, writeSetting } from '../db/settings';
import { secondsToWait } from '../identity/attempts';
import { keyFingerprint, lockKey, newKeyPair, type SigningSession, unlockKey } from '../identity/keys';
import { COST, newSalt, sameVerifier, stretch } from '../identity/passphrase';
import type { Session } from '../identity/session';
import type { Desk } from './desk';

/** The desk, and who sits at it. */
export interface Seated {
  readonly desk: Desk;
  readonly session: Session;
}

const IDLE_SETTING = 'idle-minutes';
const IDLE_MINUTES = 10;

export function idleMinutes(desk: Pick<Desk, 'connection'>): number {
  const stored = Number(readSetting(desk.connection, IDLE_SETTING) ?? IDLE_MINUTES);
  return stored >= 1 && stored <= 120 ? stored : IDLE_MINUTES;
}

export const identityState = ({ desk, session }: Seated): IdentityState => ({
  identities: listIdentities(desk.connection).map(shownOf),
  current: session.seated?.person ?? null,
  idleMinutes: idleMinutes(desk),
});

const shownOf = ({ id, name, roles, origin, createdAt, disabledAt, publicKey }: IdentityRow): Identity => ({
  id,
  name,
  roles,
  origin,
  createdAt,
  disabledAt,
  keyFingerprint: publicKey ? keyFingerprint(publicKey) : null,
});

export interface NewIdentity {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
  /** Whom the settings named before there were people. */
  readonly adopt: string | null;
}

const isAtWork = ({ origin, disabledAt }: IdentityRow): boolean => origin === 'local' && disabledAt === null;

/**
 * A new person. The first of a library makes themself; later ones are made beside an unlocked person, and the record says
 * whose. Errors: `locked`, `same-person`, `no-person`.
 */
export async function createIdentity(
  { desk, session }: Seated,
  order: NewIdentity,
): Promise<Result<IdentityState>> {
  const { connection } = desk;
  const refusal = refusalToCreate({ desk, session }, order);
  if (refusal) return refusal;
  const made = await newSecret(order.passphrase);
  // The stretching took a moment: another may have come first.
  const still = refusalToCreate({ desk, session }, order);
  if (still) return still;
  const first = !listIdentities(connection).some(isAtWork);
  const adopted = order.adopt === null ? null : findIdentity(connection, order.adopt);
  const id = adopted?.id ?? randomUUID();
  const name = adopted?.name ?? order.name;
  connection.transaction(() => {
    const at = desk.now().toISOString();
    if (adopted) {
      setSecret(connection, id, made.secret);
      replaceRoles(desk, id, order.roles, at);
    } else {
      addIdentity(connection, { id, name, roles: order.roles, at, secret: made.secret });
    }
    record(desk, first ? name : desk.reviewer(), 'identity.created', `新增人员“${name}”`, {
      identity: id,
      name,
      roles: order.roles,
      key: keyFingerprint(made.secret.publicKey),
    });
  })();
  if (first) session.open({ person: { id, name, roles: order.roles }, privateKey: made.privateKey });
  return success(identityState({ desk, session }));
}

function refusalToCreate({ desk, session }: Seated, { name, adopt }: NewIdentity) {
  const people = listIdentities(desk.connection);
  if (people.some(isAtWork) && !session.seated) return failure('locked', '请先选择身份并输入口令');
  if (adopt !== null) {
    const known = people.find((one) => one.id === adopt);
    return known?.origin === 'adopted' ? null : failure('no-person', '没有这个人员');
  }
  const taken = people.some(
    (one) => one.name === name && one.origin !== 'foreign' && one.disabledAt === null,
  );
  return taken ? failure('same-person', `已有名为“${name}”的人员，请加以区别`) : null;
}

async function newSecret(passphrase: string): Promise<SigningSession & { readonly secret: IdentitySecret }> {
  const { publicKey, privateKey } = newKeyPair();
  return { secret: await secretOf(passphrase, publicKey, { privateKey }), privateKey };
}

async function secretOf(
  passphrase: string,
  publicKey: Uint8Array,
  { privateKey }: SigningSession,
): Promise<IdentitySecret> {
  const salt = newSalt();
  const { verifier, key } = await stretch(passphrase, salt, COST);
  return { salt, verifier, ...COST, publicKey, privateKey: lockKey(privateKey, key) };
}

/** Opens a person's session. Errors: `no-person`, `wait`, `wrong-person-passphrase`. */
export async function unlockIdentity(
  { desk, session }: Seated,
  order: { readonly id: string; readonly passphrase: string },
): Promise<Result<IdentityState>> {
  const opened = await openKey(desk, order.id, order.passphrase);
  if (!opened.ok) return opened;
  const person = findIdentity(desk.connection, order.id);
  if (!person || person.disabledAt !== null) return failure('no-person', '没有这个人员');
  const { id, name, roles } = person;
  session.open({ person: { id, name, roles }, ...opened.value });
  return success(identityState({ desk, session }));
}

/** The key that a passphrase opens. Every attempt counts as failed until it is known to be right. */
async function openKey(desk: Desk, id: string, passphrase: string): Promise<Result<SigningSession>> {
  const { connection } = desk;
  const person = findIdentity(connection, id);
  const secret = findSecret(connection, id);
  if (!person || !secret || person.disabledAt !== null) return failure('no-person', '没有这个人员');
  const wait = secondsToWait(person.failures, person.failedAt, desk.now());
  if (wait > 0) return failure('wait', `口令多次输错，请过 ${wait} 秒再试`);
  countFailure(connection, id, desk.now().toISOString());
  const { verifier, key } = await stretch(passphrase, secret.salt, secret);
  const privateKey = sameVerifier(verifier, secret.verifier) ? unlockKey(secret.privateKey, key) : null;
  if (!privateKey) return failure('wrong-person-passphrase', '口令不对');
  forgetFailures(connection, id);
  return success({ privateKey });
}

export function lockDesk({ desk, session }: Seated): Result<IdentityState> {
  session.lock();
  return success(identityState({ desk, session }));
}

/** The same key under another passphrase. Errors: `wrong-person-passphrase`, `wait`, `locked`. */
export async function changePassphrase(
  { desk, session }: Seated,
  order: { readonly passphrase: string; readonly next: string },
): Promise<Result<IdentityState>> {
  const person = desk.person();
  const { connection } = desk;
  const publicKey = person && findIdentity(connection, person.id)?.publicKey;
  if (!person || !publicKey) return failure('locked', '请先选择身份并输入口令');
  const opened = await openKey(desk, person.id, order.passphrase);
  if (!opened.ok) return opened;
  const secret = await secretOf(order.next, publicKey, opened.value);
  connection.transaction(() => {
    setSecret(connection, person.id, secret);
    record(desk, person.name, 'identity.passphrase', '更换口令', { identity: person.id });
  })();
  return success(identityState({ desk, session }));
}

/** Another's roles: nobody gives themself any, unless nobody else is there. Errors: `no-person`, `own-roles`. */
export function setRoles(
  { desk, session }: Seated,
  order: { readonly id: string; readonly roles: readonly Role[] },
): Result<IdentityState> {
  const { connection } = desk;
  const person = findIdentity(connection, order.id);
  if (!person || !isAtWork(person)) return failure('no-person', '没有这个人员');
  const others = listIdentities(connection).filter((one) => isAtWork(one) && one.id !== order.id);
  if (desk.person()?.id === order.id && others.length > 0) {
    return failure('own-roles', '自己的角色由其他人员设定');
  }
  connection.transaction(() => {
    replaceRoles(desk, order.id, order.roles, desk.now().toISOString());
    record(desk, desk.reviewer(), 'identity.roles', `设定“${person.name}”的角色`, {
      identity: order.id,
      name: person.name,
      before: person.roles,
      after: order.roles,
    });
  })();
  session.rename({ id: person.id, name: person.name, roles: order.roles });
  return success(identityState({ desk, session }));
}

function replaceRoles({ connection }: Desk, id: string, wanted: readonly Role[], at: string): void {
  for (const role of findIdentity(connection, id)?.roles ?? []) {
    if (!wanted.includes(role)) endRole(connection, id, role, at);
  }
  for (const role of wanted) giveRole(connection, id, role);
}

/** Takes a person out of the list for good; the record keeps them. Errors: `no-person`, `last-person`. */
export function disablePerson({ desk, session }: Seated, id: string): Result<IdentityState> {
  const { connection } = desk;
  const person = findIdentity(connection, id);
  if (!person || person.origin === 'foreign' || person.disabledAt !== null) {
    return failure('no-person', '没有这个人员');
  }
  const others = listIdentities(connection).filter((one) => isAtWork(one) && one.id !== id);
  if (others.length === 0) return failure('last-person', '这是最后一个人员，不能停用');
  connection.transaction(() => {
    disableIdentity(connection, id, desk.now().toISOString());
    record(desk, desk.reviewer(), 'identity.disabled', `停用人员“${person.name}”`, {
      identity: id,
      name: person.name,
    });
  })();
  if (session.seated?.person.id === id) session.lock();
  return success(identityState({ desk, session }));
}

export function setIdleMinutes({ desk, session }: Seated, minutes: number): Result<IdentityState> {
  writeSetting(desk.connection, IDLE_SETTING, String(minutes));
  return success(identityState({ desk, session }));
}

function record(desk: Desk, actor: string, action: string, summary: string, detail: unknown): void {
  const at = desk.now().toISOString();
  appendAudit(desk.connection, { reportId: null, at, actor, action, summary, detail });
}
