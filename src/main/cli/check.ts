import { basename } from 'node:path';
import packageJson from '../../../package.json';
import type { Analysis } from '../../shared/model/analysis';
import type { Finding, Severity } from '../../shared/model/finding';
import type { LosslessProof } from '../../shared/model/source';
import { failure, success } from '../../shared/result';
import { jsonParts, lazy } from './json';
import type { Outcome } from './main';
import { endOf, placeOf, write } from './output';
import { type CheckedFile, checkFile, type ReadOptions } from './read-report';
import { referenceLines } from './references';
import { asSarif } from './sarif';
import { sourcePlace } from './source-place';

const EXCERPT_UNITS = 80;
const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', doubt: '疑问', notice: '提示' };

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What is written, in parts. */
const FORMATS: Readonly<
  Record<string, ((file: string, checked: CheckedFile) => Iterable<string>) | undefined>
> = {
  text: (file, checked) => [asText(file, checked)],
  json: (_, checked) => jsonParts(jsonFields(checked)),
  sarif: (file, checked) => [json(asSarif(basename(file), checked))],
};

/** `gouji check`: 1 when an error-level finding is open or a rule failed. */
export async function check(file: string, format: string, options: ReadOptions): Promise<Outcome> {
  const asFormat = FORMATS[format];
  if (!asFormat) return failure('bad-format', `--format 只能是 text、json 或 sarif，不能是 ${format}`);
  const checked = await checkFile(file, options);
  if (!checked.ok) return checked;
  const { analysis } = checked.value;
  for (const part of asFormat(file, checked.value)) await write(part);
  const errors = analysis.findings.some((finding) => finding.severity === 'error');
  const failed = analysis.rules.some((rule) => rule.status === 'failed');
  return success(errors || failed ? 1 : 0);
}

/** The JSON of design.md §5. Fields only ever get added. */
export function jsonFields({ analysis, sha256, imported }: CheckedFile) {
  const { document, ties, culprits, references, findings, rules, policy, coverage, quantities } = analysis;
  const { format, encoding, notes, marks, proof, map } = imported;
  return {
    tool: { name: 'gouji', version: packageJson.version, rules: rules.length },
    report: {
      title: document.title,
      sha256,
      characters: document.text.length,
      tables: document.blocks.filter((block) => block.kind === 'table').length,
      quantities: quantities.length,
      format,
      encoding,
    },
    import: {
      proof,
      notes,
      marks: marks.map(({ range, ...mark }) => ({ ...mark, ...placeOf(document, range) })),
    },
    coverage,
    findings: lazy(findings, (finding) => ({
      ...findingJson(analysis, finding),
      source: sourcePlace(map, finding.range),
    })),
    ties: lazy(ties, ({ terms, ...tie }) => ({
      ...tie,
      terms: terms.map(({ range, raw, role, quantity }) => ({
        ...placeOf(document, range),
        raw,
        role,
        quantity,
      })),
    })),
    culprits: lazy(culprits, ({ range, ...culprit }) => ({ ...placeOf(document, range), ...culprit })),
    references,
    rules,
    policy,
  };
}

function findingJson({ document }: Analysis, finding: Finding) {
  const { range, related, fixes, fingerprint, merged, ...rest } = finding;
  return {
    ...rest,
    ...placeOf(document, range),
    ...endOf(document, range),
    related: related.map((place) => ({
      ...placeOf(document, place.range),
      excerpt: document.text.slice(place.range.start, place.range.end).slice(0, EXCERPT_UNITS),
      note: place.note,
    })),
    fixes: fixes.map((fix) => ({
      title: fix.title,
      edits: fix.edits.map((edit) => ({
        offset: edit.range.start,
        length: edit.range.end - edit.range.start,
        text: edit.text,
      })),
    })),
    fingerprint,
    merged,
  };
}

function asText(file: string, { analysis, imported }: CheckedFile): string {
  const { document, findings, coverage, rules, culprits } = analysis;
  const lines = findings.flatMap((finding) => {
    const { line, column } = placeOf(document, finding.range);
    // Of a Markdown or text file the line says it all.
    const source = imported.format === 'markdown' ? '' : sourcePlace(imported.map, finding.range);
    const where = source ? `（${source}）` : '';
    const head = `${file}:${line}:${column} ${SEVERITIES[finding.severity]} ${finding.code} ${finding.message}${where}`;
    const related = finding.related.map(
      (place) => `    ↳ 第 ${placeOf(document, place.range).line} 行：${place.note}`,
    );
    return [head, ...related, ...finding.fixes.map((fix) => `    ✎ ${fix.title}`)];
  });
  const failed = rules
    .filter((rule) => rule.status === 'failed')
    .map((rule) => `规则 ${rule.code} 没有跑完：${rule.error}`);
  const { tied, conflicting, waived, single, unclear, exempt } = coverage;
  const figures = `数字 ${analysis.quantities.length} 个：勾稽相符 ${tied}，矛盾 ${conflicting}，豁免 ${waived}，孤立 ${single}，不明 ${unclear}，免检 ${exempt}`;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const sum = `问题 ${findings.length} 个：错误 ${count('error')}，疑问 ${count('doubt')}，提示 ${count('notice')}`;
  const notes = imported.notes.map((note) => `说明 ${note.message}`);
  const compared = referenceLines(analysis.references);
  const mends = culprits.map(({ range, message }) => `第 ${placeOf(document, range).line} 行 ${message}`);
  const followed = policyLines(analysis.policy, rules);
  const tail = [...mends, ...compared, ...followed, proofSentence(imported.proof), figures, sum];
  return `${[...lines, ...failed, ...notes, ...tail].join('\n')}\n`;
}

function proofSentence({ numbers, tables, cells, differenceCount }: LosslessProof): string {
  const compared = `与原件核对：数字 ${numbers} 个，表 ${tables} 张，单元格 ${cells} 格`;
  return differenceCount === 0 ? `${compared}，全部一致` : `${compared}，不一致 ${differenceCount} 处`;
}

/** `政策：监管报告`, and the rules that it has not run. */
function policyLines(
  { name }: { readonly name: string },
  rules: readonly { readonly code: string; readonly status: string }[],
): readonly string[] {
  const off = rules.filter(({ status }) => status === 'off').map(({ code }) => code);
  return [`政策：${name}${off.length === 0 ? '' : `，停用规则 ${off.length} 条：${off.join('、')}`}`];
}
