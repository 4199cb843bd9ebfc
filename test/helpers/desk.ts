import { resolve } from 'node:path';
import { openDatabase } from '../../src/main/db/open';
import type { Desk } from '../../src/main/desk/desk';
import { runTask } from '../../src/main/jobs/perform';
import type { TaskRequest } from '../../src/main/jobs/tasks';

export const RESOURCES = resolve(import.meta.dirname, '../../resources');

/** A desk with a real database, whose jobs run on this thread and whose clock ticks a second at each look. */
export function testDesk(file = ':memory:'): Desk {
  let seconds = 0;
  return {
    connection: openDatabase(file),
    jobs: {
      run: (task, _name, input) =>
        runTask({ job: 1, task, input } as TaskRequest, () => {}) as Promise<never>,
    },
    now: () => new Date(Date.UTC(2026, 0, 10, 9, 0, seconds++)),
    version: '0.0.0-test',
    fontsDirectory: resolve(RESOURCES, 'fonts'),
    reviewer: () => '审核人甲',
    analyses: new Map(),
    pendingImports: new Map(),
    pendingLedgers: new Map(),
  };
}
