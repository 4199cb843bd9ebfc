import '../sources.ts';
import { largeReport } from '../../helpers/large-report.ts';
import { median, type Row } from '../measured.ts';

const { parseDocument } = await import('../../../src/main/document/parse.ts');
const { extractQuantities } = await import('../../../src/main/figures/quantities.ts');
const { extractFacts } = await import('../../../src/main/figures/facts.ts');
const { evaluateTies } = await import('../../../src/main/checker/ties/index.ts');
const { checkText } = await import('../../../src/main/checker/run.ts');

const SIZES = [0.1, 1, 10] as const;
const STAGES = ['parse', 'quantities', 'facts', 'ties', 'rules and the rest'] as const;
const MOST_GROWTH = 11;

/** Processor time of each stage of a check, in a process that has warmed up; and how much dearer ten times the text is. */
export function* stageRows(): Generator<Row> {
  const taken = new Map<string, number>();
  for (const size of SIZES) {
    const text = largeReport(size * 1_000_000, Math.round(size * 5_000));
    const runs = Array.from({ length: size > 1 ? 3 : 7 }, (_, run) => timesOf(text + ' '.repeat(run + 1)));
    for (const [at, stage] of STAGES.entries()) {
      const value = median(runs.map((run) => run[at] ?? Number.NaN));
      taken.set(`${stage} ${size}`, value);
      yield { group: 'stages', name: `${size} MB: ${stage}`, value, unit: 'ms' };
    }
  }
  for (const stage of STAGES) {
    const ratio = (taken.get(`${stage} 10`) ?? 0) / (taken.get(`${stage} 1`) ?? 0);
    yield {
      ...{ group: 'scaling', name: `${stage}, 1 to 10 MB`, value: ratio, unit: '×', against: 'exponent' },
      ...{ ratio: Math.log10(ratio), limit: { of: 'value', most: MOST_GROWTH } },
    };
  }
}

/** Milliseconds of each stage. */
function timesOf(text: string): readonly number[] {
  const marks = [now()];
  const mark = <T>(made: T): T => {
    marks.push(now());
    return made;
  };
  const document = mark(parseDocument(text));
  const quantities = mark(extractQuantities(document));
  const facts = mark(extractFacts(document, quantities));
  mark(evaluateTies({ document, quantities, facts, references: [], alignments: [] }));
  // What is known of the document is not worked out again: what is left are culprits and rules, and far ties once more.
  mark(checkText(text, { document }));
  return marks.slice(1).map((time, at) => time - (marks[at] ?? 0));
}

function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
