import { failure, type Result, success } from '../../shared/result';
import { readFileBounded } from '../files';
import type { KeySource, SealOrder } from '../seal/source';
import { fontsDirectory } from './resources';

/** The options that say with which key to seal, and how. */
export interface SealArguments {
  readonly p12: string | undefined;
  readonly passphraseFile: string | undefined;
  /** Path of a token's PKCS #11 library. */
  readonly pkcs11: string | undefined;
  /** The token's label or serial number. */
  readonly token: string | undefined;
  readonly pinFile: string | undefined;
  readonly reason: string | undefined;
  readonly place: string | undefined;
  readonly contact: string | undefined;
  /** A visible stamp on the closing page. */
  readonly stamp: boolean;
}

const MAX_KEY_BYTES = 1024 * 1024;
const MAX_REASON = 200;
const MAX_PLACE = 100;

export const SEAL_OPTIONS = {
  p12: { type: 'string' },
  'passphrase-file': { type: 'string' },
  pkcs11: { type: 'string' },
  token: { type: 'string' },
  'pin-file': { type: 'string' },
  reason: { type: 'string' },
  place: { type: 'string' },
  contact: { type: 'string' },
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
    pkcs11: text('pkcs11'),
    token: text('token'),
    pinFile: text('pin-file'),
    reason: text('reason'),
    place: text('place'),
    contact: text('contact'),
    stamp: values['stamp'] === true,
  };
}

/** The seal that the options order; null when they name no key. */
export async function readSealOrder(given: SealArguments): Promise<Result<SealOrder | null>> {
  const { reason = '', place = '', contact = '' } = given;
  if (reason.length > MAX_REASON) return failure('bad-reason', `--reason 最多 ${MAX_REASON} 字`);
  for (const [name, text] of Object.entries({ place, contact })) {
    if (text.length > MAX_PLACE) return failure('bad-place', `--${name} 最多 ${MAX_PLACE} 字`);
  }
  const source = await readSource(given);
  if (!source.ok || !source.value) return source as Result<null>;
  const stamp = given.stamp ? { stampFonts: await fontsDirectory() } : {};
  return success({ source: source.value, signedAt: new Date(), reason, place, contact, ...stamp });
}

async function readSource(given: SealArguments): Promise<Result<KeySource | null>> {
  const { p12: keyFile, passphraseFile, pkcs11: library, token, pinFile } = given;
  const [fromFile, fromToken] = [keyFile ?? passphraseFile, library ?? token ?? pinFile];
  if (fromFile === undefined && fromToken === undefined) return success(null);
  if (fromFile !== undefined && fromToken !== undefined)
    return failure('bad-key', '签章用证书文件（--p12）或令牌（--pkcs11），不能两样都给');
  if (fromToken !== undefined) {
    if (!library || !pinFile) return failure('bad-key', '用令牌签章需要同时给出 --pkcs11 和 --pin-file');
    const pin = await readSecret(pinFile);
    return pin.ok ? success({ kind: 'token', library, token: token ?? null, pin: pin.value }) : pin;
  }
  if (!keyFile || !passphraseFile) return failure('bad-key', '签章需要同时给出 --p12 和 --passphrase-file');
  const p12 = await readFileBounded(keyFile, MAX_KEY_BYTES);
  if (!p12.ok) return p12;
  const passphrase = await readSecret(passphraseFile);
  return passphrase.ok ? success({ kind: 'file', p12: p12.value, passphrase: passphrase.value }) : passphrase;
}

/** Editors end a file with a line break, which is no part of the passphrase. */
async function readSecret(file: string): Promise<Result<string>> {
  const bytes = await readFileBounded(file, MAX_KEY_BYTES);
  return bytes.ok ? success(new TextDecoder().decode(bytes.value).replace(/\r?\n$/, '')) : bytes;
}
