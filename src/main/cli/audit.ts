import { basename } from 'node:path';
import type { Anchor, AuditReport } from '../../shared/model/audit';
import { failure, success } from '../../shared/result';
import { manifestOf } from '../db/backup-manifest';
import { auditDatabase } from '../db/inspect';
import { readAnchors } from './anchors';
import { kindOfFile } from './file-kind';
import type { Outcome } from './main';
import { write } from './output';

export interface AuditArguments {
  readonly anchors: readonly string[];
  readonly format: string;
}

/** `gouji audit`: 0 for a log that holds, 1 for one that does not; fails for a file that has none. */
export async function audit(file: string, { anchors: given, format }: AuditArguments): Promise<Outcome> {
  if (format !== 'text' && format !== 'json')
    return failure('bad-format', `--format 只能是 text 或 json，不能是 ${format}`);
  const anchors = await readAnchors(given);
  if (!anchors.ok) return anchors;
  const kind = await kindOfFile(file);
  if (!kind.ok) return kind;
  const name = basename(file);
  if (kind.value !== 'database') return failure('not-library', `“${name}”不是 Gouji 的资料库或备份`);
  const manifest = manifestOf(file);
  const own: readonly Anchor[] = manifest
    ? [{ where: `${name}.json`, hash: manifest.auditHead, sequence: manifest.auditEntries, chain: 'library' }]
    : [];
  const report = auditDatabase(file, manifest ? 'backup' : 'library', [...own, ...anchors.value]);
  if (!report.ok) return failure(report.error.code, `“${name}”：${report.error.message}`);
  await write(format === 'json' ? `${JSON.stringify(report.value, null, 2)}\n` : asText(report.value));
  return success(report.value.intact ? 0 : 1);
}

const KINDS: Readonly<Record<AuditReport['kind'], string>> = {
  library: '资料库',
  backup: '备份',
  case: '案卷',
};

function asText(report: AuditReport): string {
  const { kind, intact, entries, head, from, to, cases, anchors, problems } = report;
  const verdict = intact ? '审计日志完整，没有改动的痕迹' : '审计日志或资料被改动过';
  const span = from && to ? `，${from} 至 ${to}` : '';
  return `${[
    `${KINDS[kind]}：${verdict}`,
    `日志 ${entries} 条${span}；链头 ${head || '（空）'}`,
    ...cases.map((one) => `案卷《${one.title}》：${one.entries} 条，链头 ${one.head}`),
    `对照日志外留存的链头 ${anchors.compared} 个，相符 ${anchors.agreed} 个`,
    ...problems.map((problem) => `✗ ${problem.message}`),
  ].join('\n')}\n`;
}
