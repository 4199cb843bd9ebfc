import { resolve } from 'node:path';
import { addIdentity, findIdentity } from '../../src/main/db/identities';
import { openDatabase } from '../../src/main/db/open';
import type { Desk } from '../../src/main/desk/desk';
import { newKeyPair } from '../../src/main/identity/keys';
import { runTask } from '../../src/main/jobs/perform';
import type { TaskRequest } from '../../src/main/jobs/tasks';
import type { Person } from '../../src/shared/model/sign-off';

/** Who sits at a test's desk. */
export const REVIEWER: Person = {
  id: '00000000-0000-4000-a000-000000000001',
  name: '审核人甲',
  roles: ['preparer', 'compliance'],
};

const KEYS = newKeyPair();

export const RESOURCES = resolve(import.meta.dirname, '../../resources');

/** A desk with a real database, whose jobs run on this thread and whose clock ticks a second at each look. */
export function testDesk(file = ':memory:'): Desk {
  let seconds = 0;
  const connection = openDatabase(file);
  if (!findIdentity(connection, REVIEWER.id))
    addIdentity(connection, { ...REVIEWER, at: '2026-01-10T08:00:00.000Z', secret: null });
  return {
    connection,
    jobs: {
      run: (task, _name, input) =>
        runTask({ job: 1, task, input } as TaskRequest, () => {}) as Promise<never>,
    },
    now: () => new Date(Date.UTC(2026, 0, 10, 9, 0, seconds++)),
    version: '0.0.0-test',
    fontsDirectory: resolve(RESOURCES, 'fonts'),
    person: () => REVIEWER,
    signing: () => KEYS,
    reviewer: () => REVIEWER.name,
    analyses: new Map(),
    pendingImports: new Map(),
    pendingLedgers: new Map(),
  };
}
