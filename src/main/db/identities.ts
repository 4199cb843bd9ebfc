import type { IdentityOrigin } from '../../shared/model/identity';
import { type Person, type Role, roles } from '../../shared/model/sign-off';
import type { Connection } from './open';

/** What proves a person: the stretched passphrase, and the key pair whose private half it opens. */
export interface IdentitySecret {
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export interface IdentityRow extends Person {
  readonly origin: IdentityOrigin;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly publicKey: Uint8Array | null;
  /** Wrong passphrases in a row, and the time of the last. */
  readonly failures: number;
  readonly failedAt: string | null;
}

const SELECT = `SELECT id, name, origin, created_at AS createdAt, disabled_at AS disabledAt, public_key AS publicKey, failures,
  failed_at AS failedAt FROM identity`;

type Row = Omit<IdentityRow, 'roles'>;

/** All of them, the oldest first; disabled and foreign ones too. */
export function listIdentities(connection: Connection): readonly IdentityRow[] {
  const rows = connection.prepare(`${SELECT} ORDER BY created_at, id`).all() as Row[];
  return rows.map((row) => ({ ...row, roles: rolesOf(connection, row.id) }));
}

export function findIdentity(connection: Connection, id: string): IdentityRow | null {
  const row = connection.prepare(`${SELECT} WHERE id = ?`).get(id) as Row | undefined;
  return row ? { ...row, roles: rolesOf(connection, id) } : null;
}

function rolesOf(connection: Connection, id: string): readonly Role[] {
  const sql = 'SELECT role FROM identity_role WHERE identity_id = ? AND ended_at IS NULL';
  const held = new Set(connection.prepare(sql).pluck().all(id));
  return roles.filter((role) => held.has(role));
}

/**
 * Adds a person: with a secret one of this laptop, without one of another (`publicKey`, when it is known, tells their
 * signatures). Call inside a transaction.
 */
export function addIdentity(
  connection: Connection,
  identity: Person & {
    readonly at: string;
    readonly secret: IdentitySecret | null;
    readonly publicKey?: Uint8Array;
  },
): void {
  const { id, name, at, secret } = identity;
  const publicKey = secret?.publicKey ?? identity.publicKey;
  connection
    .prepare(
      `INSERT INTO identity (id, name, origin, salt, verifier, scrypt_n, scrypt_r, scrypt_p, public_key, private_key, created_at)
       VALUES (@id, @name, @origin, @salt, @verifier, @n, @r, @p, @publicKey, @privateKey, @at)`,
    )
    .run({
      id,
      name,
      at,
      origin: secret ? 'local' : 'foreign',
      ...secretColumns(secret),
      publicKey: bytes(publicKey),
    });
  for (const role of identity.roles) giveRole(connection, id, role);
}

/** A new secret for a person of this laptop; an adopted one becomes local by it. */
export function setSecret(connection: Connection, id: string, secret: IdentitySecret): void {
  connection
    .prepare(
      `UPDATE identity SET origin = 'local', salt = @salt, verifier = @verifier, scrypt_n = @n, scrypt_r = @r, scrypt_p = @p,
         public_key = @publicKey, private_key = @privateKey, failures = 0, failed_at = NULL WHERE id = @id`,
    )
    .run({ id, ...secretColumns(secret) });
}

const bytes = (value: Uint8Array | null | undefined): Buffer | null => (value ? Buffer.from(value) : null);

const secretColumns = (secret: IdentitySecret | null) => ({
  salt: bytes(secret?.salt),
  verifier: bytes(secret?.verifier),
  n: secret?.n ?? null,
  r: secret?.r ?? null,
  p: secret?.p ?? null,
  publicKey: bytes(secret?.publicKey),
  privateKey: bytes(secret?.privateKey),
});

/** Null for one that has no passphrase on this laptop. */
export function findSecret(connection: Connection, id: string): IdentitySecret | null {
  const sql = `SELECT salt, verifier, scrypt_n AS n, scrypt_r AS r, scrypt_p AS p, public_key AS publicKey,
    private_key AS privateKey FROM identity WHERE id = ? AND origin = 'local'`;
  return (connection.prepare(sql).get(id) as IdentitySecret | undefined) ?? null;
}

export function giveRole(connection: Connection, id: string, role: Role): void {
  connection
    .prepare(
      `INSERT INTO identity_role (identity_id, role) VALUES (?, ?)
       ON CONFLICT (identity_id, role) DO UPDATE SET ended_at = NULL`,
    )
    .run(id, role);
}

/** The role stays in the record: what was done in it was done in it. */
export function endRole(connection: Connection, id: string, role: Role, at: string): void {
  connection
    .prepare('UPDATE identity_role SET ended_at = ? WHERE identity_id = ? AND role = ? AND ended_at IS NULL')
    .run(at, id, role);
}

export function disableIdentity(connection: Connection, id: string, at: string): void {
  connection.prepare('UPDATE identity SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL').run(at, id);
}

/** Counts an attempt as failed before it is known to be right, so that two at once cannot both be free. */
export function countFailure(connection: Connection, id: string, at: string): void {
  connection.prepare('UPDATE identity SET failures = failures + 1, failed_at = ? WHERE id = ?').run(at, id);
}

export function forgetFailures(connection: Connection, id: string): void {
  connection.prepare('UPDATE identity SET failures = 0, failed_at = NULL WHERE id = ?').run(id);
}
