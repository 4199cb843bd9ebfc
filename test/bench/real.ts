import './sources.ts';
import type { Steps } from '../../src/shared/steps.ts';
import { realReports } from '../helpers/real-report.ts';

/**
 * `node test/bench/real.ts`: the check of 1 MB put together from reports by different hands, part by part: milliseconds of
 * processor time of ten texts of 0.1 MB, three of 0.3 MB and the one of 1 MB, all of the same reports. What grows as the text
 * takes the same for all three; the exponent is that of the step from the tenths to the whole (1: as the text). Least of some
 * runs in a process that has warmed up. Exits 1 when a part that takes over 50 ms grows faster than text to the power of 1.25.
 */

const { parseDocument } = await import('../../src/main/document/parse.ts');
const { extractQuantities } = await import('../../src/main/figures/quantities.ts');
const { extractFacts } = await import('../../src/main/figures/facts.ts');
const { evaluateTies } = await import('../../src/main/checker/ties/index.ts');
const { columnTies } = await import('../../src/main/checker/ties/relations/index.ts');
const { countTies } = await import('../../src/main/checker/ties/counts/index.ts');
const { proseTies } = await import('../../src/main/checker/ties/prose/index.ts');
const { sameTies } = await import('../../src/main/checker/ties/same/index.ts');
const { sumTies } = await import('../../src/main/checker/ties/sums/index.ts');
const { tableGrowthTies } = await import('../../src/main/checker/ties/growth/index.ts');
const { tableShareTies } = await import('../../src/main/checker/ties/shares/index.ts');
const { findCulprits } = await import('../../src/main/checker/ties/culprits.ts');
const { applyRule } = await import('../../src/main/checker/apply-rule.ts');
const { allRules } = await import('../../src/main/checker/rules/index.ts');
const { DEFAULT_POLICY } = await import('../../src/main/policy/shipped.ts');

const PARTS = [10, 3, 1] as const;
const RUNS = Number(process.env['RUNS'] ?? 5);
const WARM_UP = 2;
const MOST_EXPONENT = 1.25;
const TELLING = 50;
const SHOWN = 8;
/** What the steps of `sameTies` do. */
const SAME = [
  'figures that may be told twice',
  'groups of them',
  'pairs of a group',
  'pointed',
  'rows',
  'beside',
];

let runs = 0;

const now = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of each part of the check of these texts together. */
function measure(texts: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  const timed = <T>(name: string, run: () => T): T => {
    const before = now();
    const value = run();
    taken.set(name, (taken.get(name) ?? 0) + now() - before);
    return value;
  };
  for (const text of texts) measureOne(text + ' '.repeat(++runs), timed);
  return taken;
}

function measureOne(text: string, timed: <T>(name: string, run: () => T) => T): void {
  const document = timed('parse', () => parseDocument(text));
  const quantities = timed('quantities', () => extractQuantities(document));
  const facts = timed('facts', () => extractFacts(document, quantities));
  const input = { document, quantities, facts, references: [], alignments: [] };
  const count = timed('ties: counts', () => countTies(document, quantities));
  const same = stepped(sameTies(input), timed);
  timed('ties: sentences', () => proseTies(input));
  timed('ties: sums', () => sumTies(document, quantities));
  timed('ties: shares of tables', () => tableShareTies(input));
  timed('ties: changes of tables', () => tableGrowthTies(input));
  timed('ties: columns', () => columnTies(input));
  const ties = timed('ties: all put together', () => evaluateTies(input, () => ({ count, same })));
  const culprits = timed('culprits', () => findCulprits(ties, quantities));
  const report = { ...input, ties, broken: new Map(), culprits, marks: [], policy: DEFAULT_POLICY };
  for (const rule of allRules) timed(`${rule.code} ${rule.name}`, () => applyRule(rule, report));
}

/** Does all steps, each timed by its name. */
function stepped<T>(steps: Steps<T>, timed: <R>(name: string, run: () => R) => R): T {
  for (let at = 0; ; at++) {
    const { done, value } = timed(`ties: same, ${SAME[at] ?? 'more'}`, () => steps.next());
    if (done) return value;
  }
}

/** The least of some runs; the texts of one size are measured in turn with those of the others. */
const texts = PARTS.map((parts) => realReports(parts));
const least = PARTS.map(() => new Map<string, number>());
for (let run = 0; run < WARM_UP + RUNS; run++)
  texts.forEach((own, size) => {
    for (const [name, time] of measure(own)) {
      if (run >= WARM_UP)
        least[size]?.set(name, Math.min(time, least[size]?.get(name) ?? Number.POSITIVE_INFINITY));
    }
  });

const at = (size: number, name: string): number => least[size]?.get(name) ?? 0;
const [tenths = [], , whole = []] = texts;
let missed = false;
const show = (name: string, times: readonly number[]): void => {
  const [few = 0, , all = 0] = times;
  const growth = Math.log(10 * (all / Math.max(0.1, few))) / Math.log(10);
  const isLate = all > TELLING && growth > MOST_EXPONENT;
  missed ||= isLate;
  const shown = times.map((time) => time.toFixed(1).padStart(10)).join('');
  process.stdout.write(
    `${name.padEnd(44)}${shown}${growth.toFixed(2).padStart(10)}${isLate ? '  MISSED' : ''}\n`,
  );
};
process.stdout.write(
  `${'milliseconds of processor time'.padEnd(44)}  10 × 0.1   3 × 0.3  1 × 1 MB  exponent\n`,
);
const names = [...(least[2]?.keys() ?? [])].sort((a, b) => at(2, b) - at(2, a));
for (const name of names)
  if (at(2, name) >= SHOWN)
    show(
      name,
      PARTS.map((_, size) => at(size, name)),
    );
const all = (size: number, of: (name: string) => boolean): number =>
  names.filter(of).reduce((sum, name) => sum + at(size, name), 0);
show(
  'all ties',
  PARTS.map((_, size) => all(size, (name) => name.startsWith('ties:'))),
);
show(
  'all rules',
  PARTS.map((_, size) => all(size, (name) => /^[A-Z]\d/.test(name))),
);
show(
  'together',
  PARTS.map((_, size) => all(size, () => true)),
);
process.stdout.write(
  `${(Buffer.byteLength(whole.join('')) / 1000).toFixed(0)} kB, ${tenths.length} tenths; peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`,
);
process.exitCode = missed ? 1 : 0;
