import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * `npm run bench`: wall time of `gouji check` as a whole process, against its limits and against the floor
 * (a process that only reads and decodes the file), all in one run. Exits 1 when a limit is missed.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'out/main/cli.js');
const RUNS = 7;
const FLOOR = 'new TextDecoder().decode(require("node:fs").readFileSync(process.argv[1]))';

function median(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
}

const node = (...args: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
};

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const sample = join(ROOT, 'resources/samples/sample-report.md');
const reference = resolve(ROOT, '../shared/reports/tenpay-2025.md');
const large = join(folder, 'large.md');
const body = readFileSync(sample, 'utf8');
// Numbered so that no two copies are the same text: repeated text is a defect of its own.
writeFileSync(
  large,
  Array.from({ length: Math.ceil(1_000_000 / Buffer.byteLength(body)) }, (_, copy) =>
    body.replace(/。/g, `（${copy}）。`),
  ).join('\n'),
);

const cases: readonly (readonly [string, string, number])[] = [
  ['sample report', sample, 0.6],
  ...(existsSync(reference) ? [['reference report', reference, 0.6] as const] : []),
  ['1 MB', large, 3],
];

let missed = false;
process.stdout.write('case              kB     check s   floor s   ratio   limit s\n');
for (const [name, file, limit] of cases) {
  const check = median(() => node(CLI, 'check', file, '--format', 'json'));
  const floor = median(() => node('-e', FLOOR, file));
  missed ||= check > limit;
  const kilobytes = Math.round(statSync(file).size / 1024);
  const row = [check.toFixed(3), floor.toFixed(3), (check / floor).toFixed(1), limit.toFixed(1)];
  process.stdout.write(
    `${name.padEnd(17)} ${String(kilobytes).padEnd(6)} ${row.map((cell) => cell.padEnd(9)).join(' ')}${check > limit ? ' MISSED' : ''}\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = missed ? 1 : 0;
