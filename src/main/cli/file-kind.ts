import { failure, type Result, success } from '../../shared/result';
import { readFileStart } from '../files';

export type FileKind = 'database' | 'case' | 'encrypted' | 'pdf' | 'other';

const KINDS: readonly (readonly [FileKind, string])[] = [
  ['database', 'SQLite format 3\0'],
  ['case', 'PK\x03\x04'],
  ['encrypted', 'age-encryption.org/v1\n'],
  ['pdf', '%PDF-'],
];

/** What a file is by its first bytes. */
export function kindOfBytes(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  return KINDS.find(([, magic]) => start.startsWith(magic))?.[0] ?? 'other';
}

/** Errors: those of reading. */
export async function kindOfFile(file: string): Promise<Result<FileKind>> {
  const start = await readFileStart(file, 32);
  return start.ok ? success(kindOfBytes(start.value)) : failure(start.error.code, start.error.message);
}

/** A workbook or CSV file, by its name. */
export const isLedgerName = (file: string): boolean => /\.(?:xlsx|xlsm|xls|et|csv|tsv)$/i.test(file);
