import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { largeReport } from '../../helpers/large-report.ts';
import { type Measured, medianOf, type Row, runNode, runOther } from '../measured.ts';
import { type Peer, works } from '../peers.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CLI = join(ROOT, 'out/main/cli.js');
const SAMPLE = join(ROOT, 'resources/samples/sample-report.md');
/** Reads the file, decodes it, and looks at each unit once. */
const FLOOR =
  'const t = new TextDecoder().decode(require("node:fs").readFileSync(process.argv[1])); let n = 0; for (let i = 0; i < t.length; i++) n += t.charCodeAt(i); if (n < 0) throw 0';

const SIZES = [0.1, 1, 10] as const;
const LIMITS: Readonly<Record<number, number>> = { 1: 0.7, 10: 5 };
const MOST_GROWTH = 11;
const MOST_MB = 600;

/** The sample report over and over, each copy told apart, so that repeats are not what is measured: 20 figures a kilobyte. */
function copies(bytes: number): string {
  const body = readFileSync(SAMPLE, 'utf8');
  const count = Math.ceil(bytes / Buffer.byteLength(body));
  return Array.from({ length: count }, (_, copy) => body.replace(/。/g, `（${copy}）。`)).join('\n');
}

const TEXTS: Readonly<Record<string, (megabytes: number) => string>> = {
  report: (megabytes) => largeReport(megabytes * 1_000_000, Math.round(megabytes * 5_000)),
  'figures and tables': (megabytes) => copies(megabytes * 1_000_000),
};

/** `gouji check` of texts of three sizes as a whole process, against peers and the floor. */
export function* checkRows(folder: string, peers: readonly Peer[]): Generator<Row> {
  const working = peers.filter((peer) => works(peer, folder));
  for (const { name } of peers.filter((peer) => !working.includes(peer)))
    yield failed('peers', `${name} does not work here`);
  for (const [kind, make] of Object.entries(TEXTS)) {
    const taken = new Map<number, Measured>();
    for (const size of SIZES) {
      const file = join(folder, `${kind} ${size}.md`.replaceAll(' ', '-'));
      writeFileSync(file, make(size));
      const own = measured(file, size);
      if (!own) {
        yield failed('check', `${kind}, ${size} MB: failed`);
        continue;
      }
      taken.set(size, own);
      yield* ownRows(`${kind}, ${size} MB`, own, size, file);
      for (const peer of kind === 'report' ? working : [])
        yield* peerRows(`${kind}, ${size} MB`, own, size, file, peer);
    }
    yield* growthRows(kind, taken);
  }
}

const failed = (group: string, name: string): Row => ({
  group,
  name,
  value: Number.NaN,
  unit: 's',
  limit: { of: 'value', most: 0 },
});

const measured = (file: string, size: number): Measured | null =>
  medianOf(size > 1 ? 3 : 5, () => runNode([CLI, 'check', file, '--format', 'json']));

function ownRows(name: string, own: Measured, size: number, file: string): Row[] {
  const floor = medianOf(3, () => runNode(['-e', FLOOR, file]));
  const most = LIMITS[size];
  const characters = Math.round(statSync(file).size / 1000);
  return [
    {
      group: 'check',
      name: `${name} (${characters} kB)`,
      value: own.wall,
      unit: 's',
      ...(floor ? { against: 'read + decode + one pass', ratio: own.wall / floor.wall } : {}),
      ...(most === undefined ? {} : { limit: { of: 'value' as const, most } }),
    },
    { group: 'check', name: `${name}, processor time`, value: own.cpu, unit: 's' },
    {
      group: 'check',
      name: `${name}, peak memory`,
      value: own.peak,
      unit: 'MB',
      ...(size === 10 ? { limit: { of: 'value' as const, most: MOST_MB } } : {}),
    },
  ];
}

function peerRows(name: string, own: Measured, size: number, file: string, peer: Peer): Row[] {
  if (size > peer.most) return [];
  const run = () => runOther(peer.args(basename(file)), { cwd: dirname(file) });
  const other = medianOf(size < 1 ? 3 : 1, run);
  if (!other) return [failed('peers', `${name}: ${peer.name} did not end`)];
  const ratio = (of: 'wall' | 'cpu') => ({
    value: other[of],
    unit: 's' as const,
    ratio: other[of] / own[of],
  });
  return [
    {
      group: 'peers',
      name: `${name}: ${peer.name}`,
      ...ratio('wall'),
      against: 'gouji check',
      ...(size === 1 && peer.faster !== undefined
        ? { limit: { of: 'ratio' as const, least: peer.faster } }
        : {}),
    },
    {
      group: 'peers',
      name: `${name}: ${peer.name}, processor time`,
      ...ratio('cpu'),
      against: 'gouji check',
    },
  ];
}

/** How much dearer ten times the text is; what the processor takes, for a start of the program weighs on small texts only. */
function growthRows(kind: string, taken: ReadonlyMap<number, Measured>): Row[] {
  const [small, middle, large] = SIZES.map((size) => taken.get(size)?.cpu);
  const row = (from: number | undefined, to: number | undefined, name: string): Row[] =>
    from === undefined || to === undefined
      ? []
      : [
          {
            group: 'scaling',
            name: `${kind}, ${name}`,
            value: to / from,
            unit: '×',
            against: 'exponent',
            ratio: Math.log10(to / from),
            limit: { of: 'value', most: MOST_GROWTH },
          },
        ];
  return [...row(small, middle, '0.1 to 1 MB'), ...row(middle, large, '1 to 10 MB')];
}

/** The start of the command line, and a report of ten pages. */
export function startRows(folder: string): Row[] {
  const file = join(folder, 'ten-pages.md');
  writeFileSync(file, largeReport(18_000, 90));
  const bare = medianOf(7, () => runNode(['-e', '0']));
  const help = medianOf(7, () => runNode([CLI, '--help']));
  const small = medianOf(7, () => runNode([CLI, 'check', file]));
  const row = (name: string, own: Measured | null, most: number): Row => ({
    group: 'start',
    name,
    value: (own?.wall ?? Number.NaN) * 1000,
    unit: 'ms',
    ...(bare && own ? { against: 'node alone', ratio: own.wall / bare.wall } : {}),
    limit: { of: 'value', most },
  });
  return [row('gouji --help', help, 80), row('gouji check, ten pages', small, 350)];
}
