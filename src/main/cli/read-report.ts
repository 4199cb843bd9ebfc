import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import type { Analysis } from '../../shared/model/analysis';
import type { Policy } from '../../shared/model/policy';
import type { LosslessProof } from '../../shared/model/source';
import { failure, type Result, success } from '../../shared/result';
import { checkText } from '../checker/run';
import { type Parse, parseOnce } from '../document/parse';
import { readFileBounded } from '../files';
import { type Imported, importReport } from '../importer/import';
import { DEFAULT_POLICY } from '../policy/shipped';

export interface ReadOptions {
  /** Go on although the working text is not the source. */
  readonly acceptDifferences?: boolean;
  /** Path of the previous report. */
  readonly previous?: string;
  /** Paths of ledgers. */
  readonly ledgers?: readonly string[];
  /** Name of a shipped policy or path of a policy file. */
  readonly policy?: string;
}

export interface ReadFile {
  readonly imported: Imported;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
}

export interface CheckedFile extends ReadFile {
  readonly analysis: Analysis;
  readonly policy: Policy;
}

/** Reads and imports a report file. Errors: those of reading and importing; `not-lossless`. */
export async function readReport(
  file: string,
  options: ReadOptions = {},
  parse: Parse = parseOnce(),
): Promise<Result<ReadFile>> {
  const bytes = await readFileBounded(file, MAX_IMPORT_BYTES);
  if (!bytes.ok) return bytes;
  const imported = await importReport(bytes.value, basename(file), () => {}, parse);
  if (!imported.ok) return imported;
  const { proof } = imported.value;
  if (proof.differenceCount > 0 && !options.acceptDifferences) {
    return failure('not-lossless', notLossless(proof));
  }
  return success({
    imported: imported.value,
    sha256: createHash('sha256').update(bytes.value).digest('hex'),
  });
}

/** Reads, imports and checks a report file, against the references that the options name. */
export async function checkFile(file: string, options: ReadOptions = {}): Promise<Result<CheckedFile>> {
  const parse = parseOnce();
  const read = await readReport(file, options, parse);
  if (!read.ok) return read;
  const { readReferences } = await import('./references');
  const references = await readReferences(options);
  if (!references.ok) return references;
  const policy = await policyOf(options);
  if (!policy.ok) return policy;
  const { text, marks } = read.value.imported;
  const checked = { document: parse(text), marks, references: references.value, policy: policy.value };
  return success({ ...read.value, policy: policy.value, analysis: checkText(text, checked) });
}

export async function policyOf({ policy }: ReadOptions): Promise<Result<Policy>> {
  return policy === undefined ? success(DEFAULT_POLICY) : (await import('./policy')).readPolicy(policy);
}

const LISTED = 3;

function notLossless({ differences, differenceCount }: LosslessProof): string {
  const places = differences.slice(0, LISTED).map(({ place, expected, actual }) => {
    if (actual === '') return `${place}的“${expected}”没有读到`;
    return expected === '' ? `${place}多出“${actual}”` : `${place}应为“${expected}”，读成“${actual}”`;
  });
  return `读入的文字与原件有 ${differenceCount} 处不一致，已停止（${places.join('；')}）；核对后可加 --accept-differences 继续`;
}
