import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isMet, type Row } from './measured.ts';
import { show } from './show.ts';

/**
 * `npm run bench [-- PART…]`: prints a table, writes `out/bench.json`, and exits 1 when a limit is missed. Parts: start, check
 * (with peers and scaling), stages, recheck, library, seal; and the benches that stand for themselves: ties, real, import,
 * search, pdf, window, typing. Without names all but real, pdf, window and typing, which take minutes or a browser. Every ratio is measured in the same run as what
 * it is a ratio of; every part in a process of its own.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const PARTS = ['start', 'check', 'stages', 'recheck', 'library', 'seal'];
/** Scripts with limits and a table of their own. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ties: 'ties.ts',
  real: 'real.ts',
  import: 'import.ts',
  search: 'library.ts',
  pdf: 'pdf.ts',
  window: 'window.ts',
  typing: 'typing.ts',
};
const USUAL = [...PARTS, 'ties', 'import', 'search'];

const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : USUAL;
for (const part of parts)
  if (!PARTS.includes(part) && !(part in SCRIPTS)) throw new Error(`there is no bench ${part}`);
const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const rows: Row[] = [];

for (const part of parts) rows.push(...(PARTS.includes(part) ? ownRows(part) : scriptRows(part)));
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
process.exitCode = rows.some((row) => isMet(row) === false) ? 1 : 0;

function ownRows(part: string): readonly Row[] {
  const file = join(folder, `${part}.json`);
  const script = join(import.meta.dirname, 'part.ts');
  const { status } = spawnSync(process.execPath, [script, part, folder, file], { stdio: 'inherit' });
  return status === 0 && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8'), (_, value) => value ?? Number.NaN) as Row[])
    : [ended(part, status)];
}

function scriptRows(part: string): readonly Row[] {
  process.stdout.write(`${part}:\n`);
  const script = join(import.meta.dirname, SCRIPTS[part] ?? '');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  return [ended(part, status)];
}

/** How a script ended, as a row. */
function ended(part: string, status: number | null): Row {
  const row: Row = {
    group: part,
    name: 'limits missed (1) or not (0)',
    value: status ?? 1,
    unit: '',
    limit: { of: 'value', most: 0 },
  };
  show(row);
  return row;
}
