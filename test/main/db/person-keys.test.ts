import { describe, expect, it } from 'vitest';
import { addIdentity } from '../../../src/main/db/identities';
import { openDatabase } from '../../../src/main/db/open';
import { forgetPersonKey, keepPersonKey, type PersonKey, personKey } from '../../../src/main/db/person-keys';

const AT = '2026-01-10T08:00:00.000Z';
const KEY: PersonKey = {
  kind: 'file',
  path: '/keys/甲.p12',
  device: null,
  signer: '甲',
  issuer: '某CA',
  serial: '01',
  notAfter: '2030-01-01T00:00:00.000Z',
};

describe('the certificate that a person seals with', () => {
  it('is one per person, replaced and forgotten, and nothing secret is among what is kept', () => {
    const connection = openDatabase(':memory:');
    const ids = [1, 2].map((n) => `00000000-0000-4000-a000-00000000000${n}`);
    for (const id of ids) addIdentity(connection, { id, name: id, roles: ['legal'], at: AT, secret: null });
    const [first = '', second = ''] = ids;
    keepPersonKey(connection, first, KEY, AT);
    keepPersonKey(connection, first, { ...KEY, kind: 'token', path: '/lib/token.so', device: '0002' }, AT);
    keepPersonKey(connection, second, KEY, AT);
    expect(personKey(connection, first)).toMatchObject({ kind: 'token', device: '0002', signer: '甲' });
    forgetPersonKey(connection, first);
    expect([personKey(connection, first), personKey(connection, second)]).toEqual([null, KEY]);
    const columns = connection.pragma('table_info(person_key)') as { name: string }[];
    expect(columns.map(({ name }) => name).filter((name) => /pass|pin|secret|private/.test(name))).toEqual(
      [],
    );
    expect(() => keepPersonKey(connection, 'nobody', KEY, AT)).toThrow(/FOREIGN KEY/);
  });
});
