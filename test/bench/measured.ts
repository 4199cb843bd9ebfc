import { spawnSync } from 'node:child_process';

/** What a whole process took: seconds on the clock, seconds of processor time (all its threads), peak memory in MB. */
export interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** Has a Node process say on exit what it took. */
const REPORT = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const r = process.resourceUsage(); process.stderr.write("\\n@" + JSON.stringify({ cpu: (r.userCPUTime + r.systemCPUTime) / 1e6, peak: r.maxRSS / 1024 })) })',
)}`;

export interface RunOptions {
  readonly cwd?: string;
  readonly timeoutSeconds?: number;
}

/** Runs Node once; null when it did not end in time or failed (exit statuses 0 and 1 are the linters' own). */
export function runNode(
  args: readonly string[],
  { cwd, timeoutSeconds = 120 }: RunOptions = {},
): Measured | null {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', REPORT, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: timeoutSeconds * 1000,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const wall = (performance.now() - start) / 1000;
  const told = /@(\{[^}]*\})\s*$/.exec(stderr)?.[1];
  if (told === undefined || status === null || status > 1) return null;
  const { cpu, peak } = JSON.parse(told) as { cpu: number; peak: number };
  return { wall, cpu, peak };
}

/** Prints what its command took when that has ended; some programs end without Node's own hooks. */
const TIMED = '"$@" >/dev/null 2>&1; status=$?; times; exit $status';

/** As `runNode`, of a program that need not let Node report: no peak, and without a POSIX shell no processor time. */
export function runOther(
  args: readonly string[],
  { cwd, timeoutSeconds = 240 }: RunOptions = {},
): Measured | null {
  const command =
    process.platform === 'win32'
      ? ([process.execPath, args] as const)
      : (['sh', ['-c', TIMED, 'sh', process.execPath, ...args]] as const);
  const start = performance.now();
  const { status, stdout } = spawnSync(command[0], command[1], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: timeoutSeconds * 1000,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const wall = (performance.now() - start) / 1000;
  if (status === null || status > 1) return null;
  // Its second line is of the processes that the shell began: user and system.
  const spent = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu =
    spent.length < 2 ? Number.NaN : spent.reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  return { wall, cpu, peak: Number.NaN };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** Medians of several runs; null when one failed. */
export function medianOf(runs: number, run: () => Measured | null): Measured | null {
  const all = Array.from({ length: runs }, run);
  const good = all.filter((one) => one !== null);
  if (good.length < all.length) return null;
  return {
    wall: median(good.map(({ wall }) => wall)),
    cpu: median(good.map(({ cpu }) => cpu)),
    peak: Math.max(...good.map(({ peak }) => peak)),
  };
}

/** One figure beside what it is held against. `ratio` is this over that, measured in the same run. */
export interface Row {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'MB' | '×' | 'kB' | '';
  readonly against?: string;
  readonly ratio?: number;
  /** What `value`, or where it says so the ratio, must not exceed or fall below. */
  readonly limit?: { readonly of: 'value' | 'ratio'; readonly most?: number; readonly least?: number };
}

export function isMet({ value, ratio, limit }: Row): boolean | null {
  if (!limit) return null;
  const own = limit.of === 'ratio' ? ratio : value;
  if (own === undefined || Number.isNaN(own)) return false;
  return own <= (limit.most ?? Number.POSITIVE_INFINITY) && own >= (limit.least ?? Number.NEGATIVE_INFINITY);
}
