import type { RememberedKey } from '../../shared/ipc/seal';
import type { Connection } from './open';

/** Where a person's key is found, and the public part of its certificate. */
export interface PersonKey extends Omit<RememberedKey, 'fileName'> {
  readonly kind: 'file' | 'token';
  readonly path: string;
}

export function personKey(connection: Connection, person: string): PersonKey | null {
  const sql = `SELECT kind, path, device, signer, issuer, serial, not_after AS notAfter
    FROM person_key WHERE identity_id = ?`;
  return (connection.prepare(sql).get(person) as PersonKey | undefined) ?? null;
}

export function keepPersonKey(connection: Connection, person: string, key: PersonKey, at: string): void {
  connection
    .prepare(
      `INSERT OR REPLACE INTO person_key VALUES (@person, @kind, @path, @device, @signer, @issuer, @serial, @notAfter, @at)`,
    )
    .run({ ...key, person, at });
}

export const forgetPersonKey = (connection: Connection, person: string): void =>
  void connection.prepare('DELETE FROM person_key WHERE identity_id = ?').run(person);
