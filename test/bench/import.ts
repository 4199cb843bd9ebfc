import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { annualReport } from '../helpers/annual-report.ts';

/**
 * `npm run bench`, second part: `gouji text` of Word files as a whole process, lossless proof included: wall time and
 * peak memory against their limits. Exits 1 when a limit is missed.
 */

const CLI = resolve(import.meta.dirname, '../../out/main/cli.js');
const RUNS = 3;
const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("\\npeak-kb " + process.resourceUsage().maxRSS))',
)}`;

const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const cases = [
  {
    name: 'annual report',
    size: { characters: 96_000, tables: 219, controls: 2_784 },
    seconds: 5,
    megabytes: 500,
  },
  {
    name: 'ten times that',
    size: { characters: 960_000, tables: 2_190, controls: 27_840 },
    seconds: 50,
    megabytes: 1500,
  },
];

let missed = false;
process.stdout.write('case              s      limit s   MB     limit MB\n');
for (const { name, size, seconds, megabytes } of cases) {
  const file = join(folder, `${name}.docx`);
  writeFileSync(file, annualReport(size));
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', REPORT_MEMORY, CLI, 'text', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const peak = Number(/peak-kb (\d+)/.exec(stderr)?.[1]) / 1024;
    return { time: (performance.now() - start) / 1000, peak };
  });
  const time = Math.min(...runs.map((one) => one.time));
  const peak = Math.max(...runs.map((one) => one.peak));
  const late = time > seconds || peak > megabytes;
  missed ||= late;
  const row = [time.toFixed(2).padEnd(6), String(seconds).padEnd(9), peak.toFixed(0).padEnd(6), megabytes];
  process.stdout.write(`${name.padEnd(17)} ${row.join(' ')}${late ? ' MISSED' : ''}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = missed ? 1 : 0;
