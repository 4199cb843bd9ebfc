import packageJson from '../../../package.json';
import {
  type ErrorKind,
  isCaught,
  type PlantedError,
  type PowerReport,
  type PowerShare,
} from '../../shared/model/power';
import { failure, success } from '../../shared/result';
import { measurePower } from '../checker/power/power';
import { parseDocument } from '../document/parse';
import type { Outcome } from './main';
import { placeOf, write } from './output';
import { policyOf, type ReadFile, type ReadOptions, readReport } from './read-report';
import { readReferences } from './references';

const KINDS: Readonly<Record<ErrorKind, string>> = {
  digit: '数字写错',
  row: '表格行',
  count: '数目',
  total: '合计',
  reference: '引用',
  unit: '单位',
};
const SHOWN = 24;

/** `gouji power`: what share of planted errors the check catches on this very report. Always 0 when it ran. */
export async function power(file: string, format: string, options: ReadOptions): Promise<Outcome> {
  if (format !== 'text' && format !== 'json') {
    return failure('bad-format', `--format 只能是 text 或 json，不能是 ${format}`);
  }
  const read = await readReport(file, options);
  if (!read.ok) return read;
  const references = await readReferences(options);
  if (!references.ok) return references;
  const policy = await policyOf(options);
  if (!policy.ok) return policy;
  const { text, marks } = read.value.imported;
  const report = measurePower(text, { marks, references: references.value, policy: policy.value });
  await write(format === 'json' ? asJson(read.value, report) : asText(text, report));
  return success(0);
}

function asJson({ imported, sha256 }: ReadFile, report: PowerReport): string {
  const document = parseDocument(imported.text);
  const { planted, caught, kinds, sections, rules, errors, absent } = report;
  const shown = {
    tool: { name: 'gouji', version: packageJson.version },
    report: { title: document.title, sha256, characters: document.text.length },
    planted,
    caught,
    kinds,
    sections: sections.map(({ range, ...section }) => ({ ...section, ...placeOf(document, range) })),
    rules,
    errors: errors.map(({ range, ...error }) => ({
      ...error,
      caught: isCaught({ ...error, range }),
      ...placeOf(document, range),
    })),
    absent,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

function asText(text: string, report: PowerReport): string {
  const document = parseDocument(text);
  const { kinds, sections, rules, errors, absent } = report;
  const missed = errors.filter((error) => !isCaught(error));
  const lines = [
    `共植入差错 ${report.planted} 个，查出 ${report.caught} 个（${percent(report)}）`,
    '',
    '按种类：',
    ...kinds.map((one) => `  ${KINDS[one.kind]}  ${shareText(one)}`),
    ...absent.map((kind) => `  ${KINDS[kind]}  报告里没有可植入的地方`),
    '',
    '按章节：',
    ...sections.map((one) => `  ${one.section || '（首个标题之前）'}  ${shareText(one)}`),
    '',
    '查出差错的规则：',
    ...rules.map(({ code, rule, caught }) => `  ${code} ${rule}  ${caught} 个`),
    '',
    missed.length > 0 ? '没有查出的：' : '植入的差错全部查出',
    ...missed.map((error) => `  ${missedLine(placeOf(document, error.range).line, error)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const shareText = (share: PowerShare): string => `${share.caught}/${share.planted}（${percent(share)}）`;

const percent = ({ planted, caught }: PowerShare): string =>
  planted === 0 ? '—' : `${Math.round((caught * 100) / planted)}%`;

const missedLine = (line: number, { kind, before, after }: PlantedError): string =>
  `第 ${line} 行 ${KINDS[kind]}：${shorten(before)} → ${after === '' ? '（删去）' : shorten(after)}`;

function shorten(text: string): string {
  const flat = text.replace(/\n/g, ' ');
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN)}…` : flat;
}
