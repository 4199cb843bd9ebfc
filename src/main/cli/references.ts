import { basename } from 'node:path';
import type { Reference, ReferenceSummary } from '../../shared/model/reference';
import { failure, type Result, success } from '../../shared/result';
import { checkText } from '../checker/run';
import { factsOfReport } from '../figures/ledger/report';
import { isLedgerName } from './file-kind';
import { type ReadOptions, readReport } from './read-report';

/** The previous report and the ledgers named on the command line. Errors: those of reading, with the file's name. */
export async function readReferences(options: ReadOptions): Promise<Result<readonly Reference[]>> {
  const references: Reference[] = [];
  if (options.previous !== undefined) {
    const previous = await readPrevious(options.previous, options);
    if (!previous.ok) return named(previous, `上期报告 ${options.previous}`);
    references.push(previous.value);
  }
  for (const file of options.ledgers ?? []) {
    const ledger = await readLedgerReference(file);
    if (!ledger.ok) return named(ledger, `台账 ${file}`);
    references.push(ledger.value);
  }
  return success(references);
}

const named = ({ error }: { readonly error: { code: string; message: string } }, what: string) =>
  failure(error.code, `${what} 读不了：${error.message}`);

async function readPrevious(file: string, options: ReadOptions): Promise<Result<Reference>> {
  if (isLedgerName(file)) return failure('not-report', '这是表格文件，请用 --ledger 指定台账');
  const read = await readReport(file, options);
  if (!read.ok) return read;
  const { text, marks } = read.value.imported;
  const analysis = checkText(text, { marks, rules: [] });
  const facts = factsOfReport(analysis);
  return success({ kind: 'previous', name: analysis.document.title || basename(file), facts });
}

async function readLedgerReference(file: string): Promise<Result<Reference>> {
  if (!isLedgerName(file)) return failure('not-ledger', '台账应为 .xlsx 或 .csv 文件');
  const { readLedgerFile } = await import('./ledger');
  const read = await readLedgerFile(file);
  return read.ok ? success({ kind: 'ledger', name: basename(file), facts: read.value.facts }) : read;
}

/** `对照：上期报告《…》有数据 40 个，用到 12 个`. */
export const referenceLines = (references: readonly ReferenceSummary[]): readonly string[] =>
  references.map(
    ({ kind, name, facts, used }) =>
      `对照：${kind === 'previous' ? '上期报告' : '台账'}《${name}》有数据 ${facts} 个，用到 ${used} 个`,
  );
