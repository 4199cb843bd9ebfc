import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { largeReport } from '../../helpers/large-report.ts';
import { type Measured, medianOf, type Row, runNode } from '../measured.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CLI = join(ROOT, 'out/main/cli.js');
const KEYS = join(ROOT, 'test/fixtures/keys');
const RUNS = 3;

/** A report of ten pages as a PDF, sealed and verified: each as a whole process. */
export function* sealRows(folder: string): Generator<Row> {
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('ten-pages.md'), largeReport(18_000, 90));
  writeFileSync(path('passphrase'), 'gouji-test');
  const key = ['--p12', join(KEYS, 'TEST-ONLY-chain.p12'), '--passphrase-file', path('passphrase')];
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['export as PDF', ['export', path('ten-pages.md'), '--draft', '--out', path('plain.pdf')]],
    ['seal', ['seal', path('plain.pdf'), '--out', path('sealed.pdf'), ...key]],
    ['verify', ['verify', path('sealed.pdf'), '--trust', join(KEYS, 'TEST-ONLY-ca.pem')]],
  ];
  for (const [name, args] of steps) {
    const taken = medianOf(RUNS, () => runNode([CLI, ...args]));
    yield row(name, 's', taken, 'wall');
    yield row(`${name}, processor time`, 's', taken, 'cpu');
    yield row(`${name}, peak memory`, 'MB', taken, 'peak');
  }
}

const row = (name: string, unit: 's' | 'MB', taken: Measured | null, of: keyof Measured): Row => ({
  group: 'seal',
  name: `ten pages: ${name}`,
  value: taken?.[of] ?? Number.NaN,
  unit,
  // Only that it worked; no time is asked for.
  limit: { of: 'value', most: Number.MAX_VALUE },
});
