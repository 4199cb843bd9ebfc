import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isMet, type Row } from './measured.ts';
import { installPeers, peersIn } from './peers.ts';

/**
 * `npm run bench [-- PART…]`: prints a table, writes `out/bench.json`, and exits 1 when a limit is missed. Parts: start, check (with
 * peers and scaling), recheck, library, and the benches that stand for themselves: ties, import, search, pdf, window. Without
 * names all but pdf and window, which take minutes. Every ratio is measured in the same run as what it is a ratio of.
 */

const ROOT = resolve(import.meta.dirname, '../..');
/** Scripts with limits and a table of their own. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ties: 'ties.ts',
  import: 'import.ts',
  search: 'library.ts',
  pdf: 'pdf.ts',
  window: 'window.ts',
};
const USUAL = ['start', 'check', 'recheck', 'library', 'ties', 'import', 'search'];

const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : USUAL;
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const rows: Row[] = [];

const show = (more: readonly Row[]): void => {
  for (const row of more) {
    rows.push(row);
    const digits = row.value < 10 ? 2 : row.value < 100 ? 1 : 0;
    const value = Number.isNaN(row.value) ? '–' : `${row.value.toFixed(digits)} ${row.unit}`;
    const ratio =
      row.ratio === undefined
        ? ''
        : `${row.ratio.toFixed(2)} ${row.against === 'exponent' ? '' : '× '}${row.against}`;
    const { limit } = row;
    const bound = limit ? (limit.most !== undefined ? `≤ ${limit.most}` : `≥ ${limit.least}`) : '';
    const wanted = limit?.of === 'ratio' ? `ratio ${bound}` : bound;
    process.stdout.write(
      `${row.group.padEnd(9)} ${row.name.padEnd(52)} ${value.padStart(10)}  ${ratio.padEnd(32)} ${wanted.padEnd(14)} ${isMet(row) === false ? 'MISSED' : ''}\n`,
    );
  }
};

async function perform(part: string): Promise<void> {
  if (part === 'start') show((await import('./parts/check.ts')).startRows(folder));
  else if (part === 'check') {
    const installed = installPeers();
    if (installed === null) process.stdout.write('peers: could not be installed, left out\n');
    show((await import('./parts/check.ts')).checkRows(folder, installed === null ? [] : peersIn(installed)));
  } else if (part === 'recheck') show((await import('./parts/recheck.ts')).recheckRows());
  else if (part === 'library') show((await import('./parts/store.ts')).storeRows(folder));
  else {
    const file = join(import.meta.dirname, SCRIPTS[part] ?? `${part}.ts`);
    if (!existsSync(file)) throw new Error(`there is no bench ${part}`);
    process.stdout.write(`${part}:\n`);
    const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
    show([
      {
        group: part,
        name: `limits missed (1) or not (0)`,
        value: status ?? 1,
        unit: '',
        limit: { of: 'value', most: 0 },
      },
    ]);
  }
}

for (const part of parts) await perform(part);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
process.exitCode = rows.some((row) => isMet(row) === false) ? 1 : 0;
