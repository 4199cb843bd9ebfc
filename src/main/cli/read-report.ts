import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { MAX_IMPORT_BYTES } from '../../shared/limits';
import type { Analysis } from '../../shared/model/analysis';
import { type Result, success } from '../../shared/result';
import { checkText } from '../checker/run';
import { readFileBounded } from '../files';
import { importReport } from '../importer/import';

export interface CheckedFile {
  readonly analysis: Analysis;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
}

/** Reads, imports and checks a report file. */
export async function checkFile(file: string): Promise<Result<CheckedFile>> {
  const bytes = await readFileBounded(file, MAX_IMPORT_BYTES);
  if (!bytes.ok) return bytes;
  const imported = importReport(bytes.value, basename(file));
  if (!imported.ok) return imported;
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  return success({ analysis: checkText(imported.value.text), sha256 });
}
