import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { applyEdits } from '../../src/main/checker/edits.ts';
import { checkText } from '../../src/main/checker/run.ts';
import type { Edit, Finding } from '../../src/shared/model/finding.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

/** A defect planted into a clean report: one row of `test/fixtures/planted/defects.tsv`. */
export interface PlantedDefect {
  /** Codes, any of which tells it; the first is the rule that it was planted for. */
  readonly codes: readonly string[];
  readonly file: string;
  readonly clean: string;
  readonly planted: string;
  /** What a right fix makes of it, where that is not the clean text. */
  readonly mended: string;
}

/** `missed`; `told`: found, without a fix; `restored` and `otherwise`: found, and what its fix makes of the text. */
export type PlantedOutcome = 'missed' | 'told' | 'restored' | 'otherwise';

const unescaped = (text: string): string => text.replaceAll('\\n', '\n');

export function plantedDefects(): readonly PlantedDefect[] {
  const [, ...lines] = readFileSync(join(FIXTURES, 'planted/defects.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [codes = '', file = '', clean = '', planted = '', mended = ''] = line.split('\t');
    return {
      codes: codes.split('|'),
      file,
      clean: unescaped(clean),
      planted: unescaped(planted),
      mended: unescaped(mended) || unescaped(clean),
    };
  });
}

/** Plants one defect and checks the report. Throws where the clean fragment does not stand there exactly once. */
export function tryPlanted(defect: PlantedDefect): PlantedOutcome {
  const text = cleanText(defect.file);
  const at = text.indexOf(defect.clean);
  if (at < 0 || text.indexOf(defect.clean, at + 1) >= 0) {
    throw new Error(`${defect.file} does not hold once: ${defect.clean}`);
  }
  const before = text.slice(0, at);
  const behind = text.slice(at + defect.clean.length);
  const damaged = before + defect.planted + behind;
  // What is told of the clean report has nothing to do with the defect.
  const told = checkText(damaged).findings.filter(
    (finding) => tells(finding, defect.codes) && !backgroundOf(defect.file).has(finding.fingerprint),
  );
  if (told.length === 0) return 'missed';
  const edits = withoutOverlap(told.flatMap(({ fixes }) => fixes[0]?.edits ?? []));
  if (edits.length === 0) return 'told';
  return applyEdits(damaged, edits) === before + defect.mended + behind ? 'restored' : 'otherwise';
}

const tells = ({ code, merged }: Finding, codes: readonly string[]): boolean =>
  codes.some((one) => one === code || merged.includes(one));

function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const last = kept.at(-1);
    if (!last || edit.range.start >= last.range.end) kept.push(edit);
  }
  return kept;
}

const backgrounds = new Map<string, ReadonlySet<string>>();

function backgroundOf(file: string): ReadonlySet<string> {
  const known = backgrounds.get(file);
  if (known) return known;
  const made = new Set(checkText(cleanText(file)).findings.map(({ fingerprint }) => fingerprint));
  backgrounds.set(file, made);
  return made;
}

const texts = new Map<string, string>();

function cleanText(file: string): string {
  const known = texts.get(file) ?? readFileSync(join(FIXTURES, `clean/${file}.md`), 'utf8');
  texts.set(file, known);
  return known;
}
