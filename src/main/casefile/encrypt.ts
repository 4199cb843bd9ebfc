import { Decrypter, Encrypter } from 'age-encryption';
import { failure, type Result, success } from '../../shared/result';

const MAGIC = 'age-encryption.org/v1\n';
/** 2^16 rounds with 8 × 128 bytes: 64 MB, under a second here. The format's other programs read it as it stands in the file. */
const WORK_FACTOR = 16;

export const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC;

/** age (age-encryption.org/v1) with a passphrase: `age --decrypt` opens it too. */
export async function encrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  encrypter.setPassphrase(passphrase.normalize('NFKC'));
  return encrypter.encrypt(bytes);
}

/** Error: `wrong-passphrase`, for altered bytes too: the format cannot tell them apart. */
export async function decrypt(bytes: Uint8Array, passphrase: string): Promise<Result<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFKC'));
  try {
    return success(await decrypter.decrypt(bytes));
  } catch {
    return failure('case-passphrase', '口令不对，或者加密的案卷文件被改动过');
  }
}
