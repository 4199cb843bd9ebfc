import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import './sources.ts';
import type { Finding } from '../../src/shared/model/finding.ts';
import type { Range } from '../../src/shared/model/range.ts';

/**
 * `node test/bench/unseen.ts FOLDER`: what the rules make of reports that they were not written for. Of each NAME.md, which is
 * clean, every error and doubt (all false); of each row of NAME.tsv (kind, clean, planted, note) whether the planted defect is
 * told by a new error or doubt whose place or evidence lies in its lines, and whether the fixes restore the clean text.
 * `left-out.tsv` (NAME, planted or clean snippet, reason) names rows and reports' passages that are themselves wrong.
 */
const { checkText } = await import('../../src/main/checker/run.ts');
const { applyEdits } = await import('../../src/main/checker/edits.ts');

const folder = process.argv[2];
if (!folder) throw new Error('usage: node test/bench/unseen.ts FOLDER');

type Outcome = 'missed' | 'noticed' | 'told' | 'restored' | 'otherwise';
interface Row {
  readonly kind: string;
  readonly clean: string;
  readonly planted: string;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const short = (text: string): string => text.replaceAll('\n', '⏎').slice(0, 100);
const unescaped = (text: string): string => text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');

function rowsOf(path: string): readonly Row[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines
    .filter((line) => line.includes('\t') && !line.startsWith('kind\t') && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', clean = '', planted = ''] = line.split('\t').map(unescaped);
      return { kind, clean, planted };
    });
}

const leftOut = rowsOf(join(folder, 'left-out.tsv')).map(({ kind, clean }) => ({
  name: kind,
  snippet: clean,
}));
const isLeftOut = (report: string, ...texts: readonly string[]): boolean =>
  leftOut.some(({ name, snippet }) => name === report && texts.some((text) => text.includes(snippet)));

/** From the start of the first line to the end of the last. */
function linesAround(text: string, { start, end }: Range): Range {
  const behind = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: behind < 0 ? text.length : behind };
}

const touches = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

function restores(damaged: string, clean: string, told: readonly Finding[]): boolean | null {
  const fixes = told.flatMap(({ fixes: [first] }) => (first ? [first.edits] : []));
  return fixes.length === 0 ? null : fixes.some((edits) => applyEdits(damaged, edits) === clean);
}

function tryRow(
  text: string,
  at: number,
  { clean, planted }: Row,
  known: ReadonlySet<string>,
): [Outcome, string] {
  const damaged = text.slice(0, at) + planted + text.slice(at + clean.length);
  const lines = linesAround(damaged, { start: at, end: at + planted.length });
  const fresh = checkText(damaged).findings.filter(
    (one) =>
      !known.has(one.fingerprint) &&
      !known.has(one.code + one.message) &&
      [one, ...one.related].some(({ range }) => touches(range, lines)),
  );
  const told = fresh.filter(({ severity }) => severity !== 'notice');
  const by = (told.length > 0 ? told : fresh).map(({ code, message }) => `${code} ${message}`).join(' / ');
  if (told.length === 0) return [fresh.length > 0 ? 'noticed' : 'missed', by];
  const isRestored = restores(damaged, text, told);
  return [isRestored === null ? 'told' : isRestored ? 'restored' : 'otherwise', by];
}

const counts = new Map<string, Map<Outcome, number>>();
let [characters, alarms, notices, strange] = [0, 0, 0, 0];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()) {
  const name = file.slice(0, -'.md'.length);
  const text = readFileSync(join(folder, file), 'utf8');
  const { findings } = checkText(text);
  const known = new Set(findings.flatMap(({ fingerprint, code, message }) => [fingerprint, code + message]));
  characters += text.length;
  for (const { severity, code, message, range } of findings) {
    const excerpt = text.slice(Math.max(0, range.start - 10), range.end + 10);
    if (isLeftOut(name, excerpt)) continue;
    if (severity === 'notice') notices++;
    else alarms++;
    const line = text.slice(0, range.start).split('\n').length;
    if (severity !== 'notice' || process.env.NOTICES)
      print(`${severity} ${code} ${name}:${line} ${message} «${short(excerpt)}»`);
  }
  for (const row of rowsOf(join(folder, `${name}.tsv`))) {
    if (isLeftOut(name, row.planted)) continue;
    const at = text.indexOf(row.clean);
    if (at < 0 || text.indexOf(row.clean, at + 1) >= 0 || row.clean === row.planted) {
      strange++;
      print(`not planted: ${name} does not hold once: ${short(row.clean)}`);
      continue;
    }
    const [outcome, by] = tryRow(text, at, row, known);
    const own = counts.get(row.kind) ?? new Map<Outcome, number>();
    counts.set(row.kind, own.set(outcome, (own.get(outcome) ?? 0) + 1));
    if (outcome !== 'restored' || process.env.ALL)
      print(
        `${outcome} ${row.kind} ${name}: ${short(row.clean)} → ${short(row.planted)}${by && `\n    ${by}`}`,
      );
  }
}

const sum = (own: ReadonlyMap<Outcome, number>, ...of: readonly Outcome[]): number =>
  of.reduce((total, one) => total + (own.get(one) ?? 0), 0);
const all = new Map<Outcome, number>();
for (const own of counts.values()) for (const [one, count] of own) all.set(one, (all.get(one) ?? 0) + count);
for (const [kind, own] of [...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)), ['all', all] as const]) {
  const found = sum(own, 'told', 'restored', 'otherwise');
  const planted = found + sum(own, 'missed', 'noticed');
  const fixes = sum(own, 'restored', 'otherwise');
  print(
    `${kind}: found ${found}/${planted} (${((100 * found) / planted).toFixed(1)} %), by a notice only ${sum(own, 'noticed')}, fixes that restore ${sum(own, 'restored')}/${fixes}`,
  );
}
print(
  `${characters} characters, ${alarms} false errors and doubts (${((1e4 * alarms) / characters).toFixed(1)} in 10,000), ${notices} notices${strange > 0 ? `, ${strange} rows not planted` : ''}`,
);
