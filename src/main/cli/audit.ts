import { basename } from 'node:path';
import type { Anchor, AuditReport } from '../../shared/model/audit';
import { failure, type Result, success } from '../../shared/result';
import type { CaseReport } from '../casefile/read';
import { manifestOf } from '../db/backup-manifest';
import { auditDatabase } from '../db/inspect';
import { readFileBounded } from '../files';
import { anchorFault } from '../review/anchors';
import { readAnchors } from './anchors';
import { type FileKind, kindOfFile } from './file-kind';
import type { Outcome } from './main';
import { write } from './output';
import { readPassphrase } from './record';

const MAX_CASE_BYTES = 300 * 1024 * 1024;

export interface AuditArguments {
  readonly anchors: readonly string[];
  readonly format: string;
  readonly passphraseFile: string | undefined;
}

/** `gouji audit`: 0 for a log that holds, 1 for one that does not; fails for a file that has none. */
export async function audit(file: string, given: AuditArguments): Promise<Outcome> {
  const { format } = given;
  if (format !== 'text' && format !== 'json')
    return failure('bad-format', `--format 只能是 text 或 json，不能是 ${format}`);
  const anchors = await readAnchors(given.anchors);
  if (!anchors.ok) return anchors;
  const kind = await kindOfFile(file);
  if (!kind.ok) return kind;
  const name = basename(file);
  const report =
    kind.value === 'database'
      ? auditLibrary(file, anchors.value)
      : await auditCaseFile(file, kind.value, anchors.value, given.passphraseFile);
  if (!report.ok) return failure(report.error.code, `“${name}”：${report.error.message}`);
  await write(format === 'json' ? `${JSON.stringify(report.value, null, 2)}\n` : asText(report.value));
  return success(report.value.intact ? 0 : 1);
}

function auditLibrary(file: string, anchors: readonly Anchor[]): Result<AuditReport> {
  const manifest = manifestOf(file);
  const where = `${basename(file)}.json`;
  const own: readonly Anchor[] = manifest
    ? [{ where, hash: manifest.auditHead, sequence: manifest.auditEntries, chain: 'library' }]
    : [];
  return auditDatabase(file, manifest ? 'backup' : 'library', [...own, ...anchors]);
}

async function auditCaseFile(
  file: string,
  kind: FileKind,
  anchors: readonly Anchor[],
  passphraseFile: string | undefined,
): Promise<Result<AuditReport>> {
  if (kind !== 'case' && kind !== 'encrypted')
    return failure('not-library', '不是 Gouji 的资料库、备份或案卷');
  const bytes = await readFileBounded(file, MAX_CASE_BYTES);
  if (!bytes.ok) return bytes;
  const passphrase = await readPassphrase(passphraseFile);
  if (!passphrase.ok) return passphrase;
  const { auditCase } = await import('../jobs/cases');
  const report = await auditCase({ bytes: bytes.value, passphrase: passphrase.value });
  return report.ok ? success(withAnchors(report.value, anchors)) : report;
}

/** Heads of a library say nothing of a case; those of a case must be among its entries. */
function withAnchors(report: CaseReport, anchors: readonly Anchor[]): AuditReport {
  const against = anchors
    .filter(({ chain }) => chain !== 'library')
    .map((anchor) => anchorFault(report.links, anchor));
  const problems = [...report.problems, ...against.filter((one) => one !== null)];
  const agreed = against.filter((one) => one === null).length;
  const { links: _, ...rest } = report;
  return { ...rest, problems, intact: problems.length === 0, anchors: { compared: against.length, agreed } };
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
