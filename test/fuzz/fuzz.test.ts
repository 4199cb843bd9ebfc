import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';
import { targets } from './targets.ts';
import { hunt } from './watch.ts';

/** `npm run fuzz` gives each target longer, and another seed each time. */
const SECONDS = 1;
const SEED = 20_261;
const CORPUS = resolve(import.meta.dirname, '../fixtures/fuzz');
const MOST_MEGABYTES = 512;

describe.each(targets.map((target) => [target.name, target] as const))('%s', (name, target) => {
  it(
    'takes whatever it is given: no crash, no hang, no heap beyond 512 MB',
    async () => {
      const { tried, megabytes, failures } = await hunt(name, SECONDS, SEED);
      expect(failures).toEqual([]);
      expect(tried).toBeGreaterThan(10);
      expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    },
    SECONDS * 1000 + 60_000,
  );

  const folder = join(CORPUS, name);
  if (!existsSync(folder)) return;
  it('takes what once went wrong', async () => {
    const seed = await target.prepare();
    for (const file of readdirSync(folder)) {
      await target.run(new Uint8Array(readFileSync(join(folder, file))), seed);
    }
  });
});

it('changes a seed in the same way each time, and each number differently', async () => {
  for (const target of targets) {
    const seed = await target.prepare();
    const twice = [1, 1, 2].map((at) => Buffer.from(target.change(seed, new Random(at))).toString('hex'));
    expect(twice[0]).toBe(twice[1]);
    expect(twice[0]).not.toBe(twice[2]);
  }
});
