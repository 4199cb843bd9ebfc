import { failure, type Result, success } from '../../shared/result';
import { readFileBounded } from '../files';
import type { SealOrder } from '../seal/source';
import { fontsDirectory } from './resources';

/** The options that say with which key to seal, and how. */
export interface SealArguments {
  readonly p12: string | undefined;
  readonly passphraseFile: string | undefined;
  readonly reason: string | undefined;
  /** A visible stamp on the closing page. */
  readonly stamp: boolean;
}

const MAX_KEY_BYTES = 1024 * 1024;
const MAX_REASON = 200;

export const SEAL_OPTIONS = {
  p12: { type: 'string' },
  'passphrase-file': { type: 'string' },
  reason: { type: 'string' },
  stamp: { type: 'boolean', default: false },
} as const;

/** The values that the command line gave for `SEAL_OPTIONS`. */
export function sealArguments(values: Readonly<Record<string, unknown>>): SealArguments {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    p12: text('p12'),
    passphraseFile: text('passphrase-file'),
    reason: text('reason'),
    stamp: values['stamp'] === true,
  };
}

/** The seal that the options order; null when they name no key. */
export async function readSealOrder(given: SealArguments): Promise<Result<SealOrder | null>> {
  const { p12: keyFile, passphraseFile, reason = '' } = given;
  if (!keyFile && !passphraseFile) return success(null);
  if (!keyFile || !passphraseFile) return failure('bad-key', '签章需要同时给出 --p12 和 --passphrase-file');
  if (reason.length > MAX_REASON) return failure('bad-reason', `--reason 最多 ${MAX_REASON} 字`);
  const p12 = await readFileBounded(keyFile, MAX_KEY_BYTES);
  if (!p12.ok) return p12;
  const passphrase = await readSecret(passphraseFile);
  if (!passphrase.ok) return passphrase;
  const source = { kind: 'file', p12: p12.value, passphrase: passphrase.value } as const;
  const stamp = given.stamp ? { stampFonts: await fontsDirectory() } : {};
  return success({ source, signedAt: new Date(), reason, ...stamp });
}

/** Editors end a file with a line break, which is no part of the passphrase. */
async function readSecret(file: string): Promise<Result<string>> {
  const bytes = await readFileBounded(file, MAX_KEY_BYTES);
  return bytes.ok ? success(new TextDecoder().decode(bytes.value).replace(/\r?\n$/, '')) : bytes;
}
