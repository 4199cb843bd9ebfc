import { failure, type Result } from '../../shared/result';
import { decrypt, encrypt, isEncrypted } from '../casefile/encrypt';
import {
  type CaseReport,
  caseReport,
  type ReadCase,
  readCase,
  unreadableCase,
  verifyCase,
} from '../casefile/read';
import type { Tasks } from './tasks';

/** Errors: `case-locked` for an encrypted one without its passphrase, `case-passphrase`, `broken-case`. */
export async function openCase({
  bytes,
  passphrase,
}: Tasks['open-case']['input']): Promise<Result<ReadCase>> {
  const plain = await plainCase(bytes, passphrase);
  return plain.ok ? readCase(plain.value) : plain;
}

export const encryptCase = ({ bytes, passphrase }: Tasks['encrypt-case']['input']): Promise<Uint8Array> =>
  encrypt(bytes, passphrase);

/** A case file's report; one that cannot be read is a finding. Errors: `case-locked`, `case-passphrase`. */
export async function auditCase({
  bytes,
  passphrase,
}: Tasks['audit-case']['input']): Promise<Result<CaseReport>> {
  const plain = await plainCase(bytes, passphrase);
  if (plain.ok) return { ok: true, value: caseReport(verifyCase(plain.value)) };
  return plain.error.code === 'broken-case'
    ? { ok: true, value: caseReport(unreadableCase(plain.error)) }
    : plain;
}

async function plainCase(bytes: Uint8Array, passphrase: string | null): Promise<Result<Uint8Array>> {
  if (!isEncrypted(bytes)) return { ok: true, value: bytes };
  if (passphrase === null) return failure('case-locked', '案卷是加密的，请给出口令');
  return decrypt(bytes, passphrase);
}

/** The review record as PDF or workbook. */
export const writeRecord = async (input: Tasks['write-record']['input']): Promise<Uint8Array> =>
  (await import('../exporter/record/write')).writeRecord(input);
