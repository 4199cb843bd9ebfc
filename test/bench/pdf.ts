import './sources.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `node test/bench/pdf.ts [pages rows]…`: makes the same report as a PDF with this program and with its peers, each in a process of its
 * own, and prints time and peak memory. Processor time is of the process alone; Chromium's helpers are left out of it, so
 * for Chromium only wall time counts. Exits 1 when a target of the PDF issue is missed at 250 pages, or cost is not linear to 1,000.
 */

/** Four times the pages may take little more than four times as long. */
const MOST_GROWTH = 4.4;

const [mode, name, pages, rows, out] = process.argv.slice(2);
if (mode === 'run') await run(name ?? '', Number(pages), Number(rows), out ?? '');
else compare(process.argv.slice(2).map(Number));

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly bytes: number;
}

async function run(peer: string, pageCount: number, rowCount: number, file: string): Promise<void> {
  const { PEERS } = await import('./pdf/peers.ts');
  const before = process.cpuUsage();
  const start = performance.now();
  const pdf = await PEERS[peer]?.(pageCount, rowCount);
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start) / 1000;
  if (!pdf) throw new Error(`no peer ${peer}`);
  writeFileSync(file, pdf);
  const measured: Measured = {
    wall,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    bytes: pdf.length,
  };
  process.stdout.write(JSON.stringify(measured));
}

function measure(
  peer: string,
  pageCount: number,
  rowCount: number,
  folder: string,
): Measured & { readonly pages: string } {
  const file = join(folder, 'out.pdf');
  // Some of the sources are more than types to strip.
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
  const args = [...flags, import.meta.filename, 'run', peer, String(pageCount), String(rowCount), file];
  const said = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (said.status !== 0) throw new Error(said.stderr);
  const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
  return { ...JSON.parse(said.stdout), pages: /Pages:\s+(\d+)/.exec(info)?.[1] ?? '?' };
}

function compare(given: readonly number[]): void {
  const sizes =
    given.length >= 2
      ? [given]
      : [
          [10, 80],
          [50, 400],
          [250, 2_000],
          [1_000, 8_000],
        ];
  const taken = new Map<number, number>();
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  process.stdout.write('peer                  pages  rows    cpu s   wall s  ratio   peak MB  kB\n');
  for (const [pageCount = 0, rowCount = 0] of sizes) {
    const own = measure('gouji', pageCount, rowCount, folder);
    show('gouji', rowCount, own, 1);
    taken.set(pageCount, own.cpu);
    // Of 1,000 pages Chromium takes minutes and gigabytes.
    const peers = pageCount > 500 ? ['raw pdfkit'] : ['pdfmake as it comes', 'raw pdfkit', 'chromium'];
    for (const peer of peers) {
      const other = measure(peer, pageCount, rowCount, folder);
      const ratio = peer === 'chromium' ? other.wall / own.wall : other.cpu / own.cpu;
      show(peer, rowCount, other, ratio);
      const wanted = { 'pdfmake as it comes': 2, chromium: 3 }[peer] ?? 0;
      if (pageCount === 250 && ratio < wanted) process.exitCode = 1;
    }
    if (pageCount === 250 && own.peak > 350) process.exitCode = 1;
  }
  const growth = (taken.get(1_000) ?? Number.NaN) / (taken.get(250) ?? Number.NaN);
  if (!Number.isNaN(growth)) {
    const isLinear = growth <= MOST_GROWTH;
    process.stdout.write(
      `1,000 pages to 250: ${growth.toFixed(2)} times the processor time${isLinear ? '' : ' MISSED'}\n`,
    );
    if (!isLinear) process.exitCode = 1;
  }
  rmSync(folder, { recursive: true, force: true });
}

function show(
  peer: string,
  rowCount: number,
  { wall, cpu, peak, bytes, pages: count }: ReturnType<typeof measure>,
  ratio: number,
): void {
  const cells = [
    count.padEnd(6),
    String(rowCount).padEnd(7),
    cpu.toFixed(2).padEnd(7),
    wall.toFixed(2).padEnd(7),
    ratio.toFixed(2).padEnd(7),
    peak.toFixed(0).padEnd(8),
    (bytes / 1024).toFixed(0),
  ];
  process.stdout.write(`${peer.padEnd(21)} ${cells.join(' ')}\n`);
}
