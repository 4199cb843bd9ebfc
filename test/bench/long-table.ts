import './sources.ts';
import { longTableReport } from '../helpers/long-table.ts';

/**
 * `node test/bench/long-table.ts [annexes]`: the check of one table (or several annexes) of 1,000, 10,000 and 100,000 rows in
 * five columns, part by part: seconds of processor time, and the exponent from 10,000 to 100,000 rows (1: ten times the rows
 * take ten times as long). Exits 1 when a part that takes over a second grows faster than rows to the power of 1.3.
 */

const { parseDocument } = await import('../../src/main/document/parse.ts');
const { extractQuantities } = await import('../../src/main/figures/quantities.ts');
const { extractFacts } = await import('../../src/main/figures/facts.ts');
const { evaluateTies } = await import('../../src/main/checker/ties/index.ts');
const { countTies } = await import('../../src/main/checker/ties/counts/index.ts');
const { sameTies } = await import('../../src/main/checker/ties/same/index.ts');
const { sumTies } = await import('../../src/main/checker/ties/sums/index.ts');
const { findCulprits } = await import('../../src/main/checker/ties/culprits.ts');
const { applyRule } = await import('../../src/main/checker/apply-rule.ts');
const { allRules } = await import('../../src/main/checker/rules/index.ts');
const { completed } = await import('../../src/shared/steps.ts');
const { DEFAULT_POLICY } = await import('../../src/main/policy/shipped.ts');

const SIZES = [1_000, 10_000, 100_000] as const;
const MOST_EXPONENT = 1.3;
const annexes = Number(process.argv[2] ?? 1);

const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds of each part of the check of so many rows. */
async function measure(rows: number): Promise<ReadonlyMap<string, number>> {
  const seconds = new Map<string, number>();
  const timed = <T>(name: string, run: () => T): T => {
    const before = spent();
    const value = run();
    seconds.set(name, spent() - before);
    return value;
  };
  const text = longTableReport({ rows, annexes });
  const document = timed('parse', () => parseDocument(text));
  const quantities = timed('quantities', () => extractQuantities(document));
  const facts = timed('facts', () => extractFacts(document, quantities));
  const input = { document, quantities, facts, references: [], alignments: [] };
  const count = timed('ties: counts', () => countTies(document, quantities));
  const same = timed('ties: one fact in several places', () => completed(sameTies(input)));
  timed('ties: sums', () => sumTies(document, quantities));
  const ties = timed('ties: all others', () => evaluateTies(input, () => ({ count, same })));
  const culprits = timed('culprits', () => findCulprits(ties, quantities));
  const report = { ...input, ties, broken: new Map(), culprits, marks: [], policy: DEFAULT_POLICY };
  for (const rule of allRules)
    timed(`${rule.code} ${rule.name}`, () => {
      applyRule(rule, report);
    });
  return seconds;
}

const measured: ReadonlyMap<string, number>[] = [];
await measure(500);
for (const rows of SIZES) measured.push(await measure(rows));
const [small, middle, large] = measured.map((one) =>
  [...one.values()].reduce((sum, value) => sum + value, 0),
);
const names = [...(measured[2]?.keys() ?? [])];
const at = (size: number, name: string): number => measured[size]?.get(name) ?? 0;
let missed = false;
const line = (name: string, times: readonly number[], exponent: number, isLate: boolean): void => {
  const shown = times.map((time) => time.toFixed(2).padStart(8)).join('');
  process.stdout.write(`${name.padEnd(36)}${shown}   ${exponent.toFixed(2)}${isLate ? '  MISSED' : ''}\n`);
};
process.stdout.write(
  `seconds of processor time${' '.repeat(11)}${SIZES.map((rows) => String(rows).padStart(8)).join('')}   exponent\n`,
);
for (const name of names.sort((a, b) => at(2, b) - at(2, a))) {
  if (at(2, name) < 0.1) continue;
  const exponent = Math.log10(at(2, name) / Math.max(0.001, at(1, name)));
  const isLate = at(2, name) > 1 && exponent > MOST_EXPONENT;
  missed ||= isLate;
  line(name, [at(0, name), at(1, name), at(2, name)], exponent, isLate);
}
line('together', [small ?? 0, middle ?? 0, large ?? 0], Math.log10((large ?? 0) / (middle ?? 1)), false);
process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB\n`);
process.exit(missed ? 1 : 0);
