import { readFileSync } from 'node:fs';
import './sources.ts';

/**
 * `node test/bench/gold.ts FILE.md GOLD.tsv`: how much of an expert's list of defects is found, per class, and which
 * findings of severity error or doubt match none of its rows, with any of their places. The list has columns id, line, fragment, class, severity,
 * explanation, proposed_correction, confidence, group, col_start, col_end; columns count UTF-16 units from 1.
 */

const [report, list] = process.argv.slice(2);
if (!report || !list) {
  process.stderr.write('usage: node test/bench/gold.ts FILE.md GOLD.tsv\n');
  process.exit(2);
}
const { checkText } = await import('../../src/main/checker/run.ts');

interface GoldRow {
  readonly id: string;
  readonly line: number;
  readonly fragment: string;
  readonly kind: string;
  readonly confidence: string;
  readonly start: number;
  readonly end: number;
}

const text = readFileSync(report, 'utf8');
const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
const [, ...lines] = readFileSync(list, 'utf8').trimEnd().split('\n');
const gold = lines.map((line): GoldRow => {
  const [id = '', at = '', fragment = '', kind = '', , , , confidence = '', , from = '', to = ''] =
    line.split('\t');
  const start = lineStarts[Number(at) - 1] ?? 0;
  const next = lineStarts[Number(at)] ?? text.length;
  return {
    id,
    line: Number(at),
    fragment,
    kind,
    confidence,
    start: from === '' ? start : start + Number(from) - 1,
    end: to === '' ? next : start + Number(to) - 1,
  };
});
const { findings } = checkText(text);
const places = findings.map(({ range, related }) => [range, ...related.map((one) => one.range)]);
const touches = (row: GoldRow, { start, end }: { start: number; end: number }): boolean =>
  start < Math.max(row.end, row.start + 1) && row.start < Math.max(end, start + 1);

const kinds = new Map<string, { found: number; all: number; missed: string[] }>();
for (const row of gold) {
  if (row.confidence !== 'certain' && row.confidence !== 'likely') continue;
  const kind = kinds.get(row.kind) ?? { found: 0, all: 0, missed: [] };
  kinds.set(row.kind, kind);
  kind.all++;
  if (places.some((ranges) => ranges.some((range) => touches(row, range)))) kind.found++;
  else kind.missed.push(`${row.id} ${row.line}: ${row.fragment}`);
}
for (const [name, { found, all, missed }] of [...kinds].sort()) {
  process.stdout.write(`${name.padEnd(22)} ${found}/${all}  ${((100 * found) / all).toFixed(0)} %\n`);
  for (const one of missed) process.stdout.write(`    missed ${one}\n`);
}
const alarms = findings.filter(
  ({ severity }, at) =>
    severity !== 'notice' && !gold.some((row) => places[at]?.some((range) => touches(row, range))),
);
process.stdout.write(
  `${findings.length} findings, ${alarms.length} of severity error or doubt match no row\n`,
);
for (const { code, range, message } of alarms) {
  const line = lineStarts.findLastIndex((start) => start <= range.start) + 1;
  process.stdout.write(`    ${code} ${line}: ${message}\n`);
}
