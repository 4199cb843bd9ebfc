import './sources.ts';
import type { LedgerFact } from '../../src/shared/model/ledger.ts';
import type { Reference } from '../../src/shared/model/reference.ts';
import { largeReport } from '../helpers/large-report.ts';

/**
 * `node test/bench/ties.ts`: figures, facts, ties and culprits of 1 MB of report text with 5,000 figures, each part and
 * their sum against the limit; then the same text against references of 20,000 figures. Exits 1 when a limit is missed.
 */

const { parseDocument } = await import('../../src/main/document/parse.ts');
const { extractQuantities } = await import('../../src/main/figures/quantities.ts');
const { extractFacts } = await import('../../src/main/figures/facts.ts');
const { alignFacts } = await import('../../src/main/checker/align/align.ts');
const { evaluateTies } = await import('../../src/main/checker/ties/index.ts');
const { findCulprits } = await import('../../src/main/checker/ties/culprits.ts');

const RUNS = 15;
const WARM_UP = 5;
const LIMIT = 300;
const REFERENCE_LIMIT = 1000;

const text = largeReport(1_000_000, 5_000);
let runs = 0;
const parts = ['quantities', 'facts', 'ties', 'culprits'] as const;

/** Processor time of this thread in milliseconds: other work on the machine does not count. */
function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of each part, and what was found. */
function measure(references: readonly Reference[]) {
  // Another text each time: what was found in a document is remembered.
  const document = parseDocument(text + ' '.repeat(++runs));
  const start = now();
  const quantities = extractQuantities(document);
  const afterQuantities = now();
  const facts = extractFacts(document, quantities);
  const afterFacts = now();
  const alignments = alignFacts(facts, quantities, references);
  const ties = evaluateTies({ document, quantities, facts, references, alignments });
  const afterTies = now();
  findCulprits(ties, quantities);
  const end = now();
  const times = {
    quantities: afterQuantities - start,
    facts: afterFacts - afterQuantities,
    ties: afterTies - afterFacts,
    culprits: end - afterTies,
  };
  return { times, total: end - start, quantities, facts, ties };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function report(name: string, references: readonly Reference[], limit: number): boolean {
  const runs = Array.from({ length: RUNS }, () => measure(references)).slice(WARM_UP);
  const total = median(runs.map((run) => run.total));
  const [first] = runs;
  const each = parts
    .map((part) => `${part} ${median(runs.map(({ times }) => times[part])).toFixed(0)}`)
    .join(', ');
  const missed = total > limit;
  process.stdout.write(
    `${name}: ${total.toFixed(0)} ms of ${limit} (${each}); ${first?.quantities.length} figures, ${first?.facts.length} facts, ${first?.ties.length} ties${missed ? ' MISSED' : ''}\n`,
  );
  return missed;
}

/** The report's own figures as a ledger would list them, some of them changed, in two copies of other scopes. */
function ledger(copies: number): Reference {
  const { quantities, facts } = measure([]);
  const own = facts.flatMap(({ concept, scope, period, quantity }, at): LedgerFact[] => {
    const found = quantities[quantity];
    if (!found) return [];
    const { value, unit, precision, raw } = found;
    return [
      {
        concept,
        scope,
        period,
        value: at % 50 === 0 ? `${value}1` : value,
        unit,
        precision,
        raw,
        place: `第${at + 1}行`,
      },
    ];
  });
  const all = Array.from({ length: copies }, (_, copy) =>
    own.map((fact) => ({ ...fact, scope: copy === 0 ? fact.scope : `${fact.scope} ${copy}期项目` })),
  );
  return { kind: 'ledger', name: '2025年业务台账', facts: all.flat() };
}

const kilobytes = Math.round(Buffer.byteLength(text) / 1024);
const source = ledger(4);
const missed = [
  report(`${kilobytes} kB alone`, [], LIMIT),
  report(`${kilobytes} kB beside ${source.facts.length} ledger facts`, [source], REFERENCE_LIMIT),
];
process.exitCode = missed.some(Boolean) ? 1 : 0;
