import { readFileSync } from 'node:fs';
import './sources.ts';
import { measureFacts } from '../helpers/measure-facts.ts';

/**
 * `node test/bench/facts.ts FILE.md FACTS.tsv`: how much of an expert's list of figures is read, with its value, unit,
 * concept, scope and period, and what share of the claims that are read has the listed value. Prints every miss with
 * both readings.
 */

const [report, list] = process.argv.slice(2);
if (!report || !list) {
  process.stderr.write('usage: node test/bench/facts.ts FILE.md FACTS.tsv\n');
  process.exit(2);
}
const { parseDocument } = await import('../../src/main/document/parse.ts');
const { extractQuantities } = await import('../../src/main/figures/quantities.ts');
const { extractFacts } = await import('../../src/main/figures/facts.ts');

const text = readFileSync(report, 'utf8');
const document = parseDocument(text);
const quantities = extractQuantities(document);
const facts = extractFacts(document, quantities);
const measured = measureFacts({ document, quantities, facts }, readFileSync(list, 'utf8'));

const share = (name: string, hits: number, of: number): string =>
  `${name.padEnd(18)} ${hits}/${of}  ${((100 * hits) / of).toFixed(1)} %\n`;
process.stdout.write(share('value and unit', measured.found, measured.listed));
process.stdout.write(share('dates', measured.dates, measured.listedDates));
process.stdout.write(share('concept', measured.concept, measured.listed));
process.stdout.write(share('scope', measured.scope, measured.listed));
process.stdout.write(share('period', measured.period, measured.listed));
process.stdout.write(share('all three', measured.all, measured.listed));
process.stdout.write(share('comparisons', measured.comparisons, measured.listedComparisons));
process.stdout.write(share('precision', measured.right, measured.claims));
for (const miss of measured.misses) process.stdout.write(`${miss}\n`);

for (const copies of [1]) {
  const large = Array.from(
    { length: Math.ceil(1_000_000 / Buffer.byteLength(text)) * copies },
    () => text,
  ).join('\n\n');
  const parsed = parseDocument(large);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const found = extractQuantities(parsed);
    const middle = performance.now();
    extractFacts(parsed, found);
    return [middle - start, performance.now() - middle, found.length] as const;
  });
  const median = (at: 0 | 1): number => times.map((time) => time[at]).sort((a, b) => a - b)[2] ?? Number.NaN;
  process.stdout.write(
    `1 MB, ${times[0]?.[2]} quantities: quantities ${median(0).toFixed(0)} ms, facts ${median(1).toFixed(0)} ms (median of 5)\n`,
  );
}
