import { addIdentity } from '../../../../src/main/db/identities';
import type { Desk } from '../../../../src/main/desk/desk';
import { newKeyPair } from '../../../../src/main/identity/keys';
import type { Person, Role } from '../../../../src/shared/model/sign-off';
import { testDesk } from '../../../helpers/desk';

const KEYS = newKeyPair();

const personOf = (n: number, name: string, roles: readonly Role[]): Person => ({
  id: `0000000${n}-0000-4000-a000-00000000000a`,
  name,
  roles,
});

/** Some with more roles than one, so that only four eyes keep them apart. */
export const people = {
  preparer: personOf(1, '编制甲', ['preparer', 'compliance']),
  compliance: personOf(2, '合规乙', ['compliance', 'legal']),
  legal: personOf(3, '法务丙', ['legal', 'releaser']),
  releaser: personOf(4, '发布丁', ['preparer', 'releaser']),
} as const;
export type Who = keyof typeof people;

export interface SharedDesk {
  readonly desk: Desk;
  /** The same desk with somebody at it. */
  as(who: Who): Desk;
}

/** A desk at which four people take turns. */
export function sharedDesk(base: Desk = testDesk()): SharedDesk {
  const { connection } = base;
  for (const person of Object.values(people)) {
    addIdentity(connection, {
      ...person,
      at: '2026-01-01T00:00:00.000Z',
      secret: null,
      publicKey: KEYS.publicKey,
    });
  }
  const as = (who: Who): Desk => ({
    ...base,
    person: () => people[who],
    signing: () => KEYS,
    reviewer: () => people[who].name,
  });
  return { desk: base, as };
}
