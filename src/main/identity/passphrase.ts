import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How a passphrase is stretched, RFC 7914: 32 MB of memory, three times over. */
export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

export const COST: ScryptCost = { n: 2 ** 15, r: 8, p: 3 };
/** Beyond this a stored cost is a forgery that would stop the app. */
const MAX_MEMORY = 512 * 1024 * 1024;
const SALT_BYTES = 16;
const HALF = 32;

export const MIN_PASSPHRASE = 8;
export const MAX_PASSPHRASE = 256;

export interface Stretched {
  /** Kept, and compared with: tells nothing of the other half. */
  readonly verifier: Buffer;
  /** Never kept: opens the private key. */
  readonly key: Buffer;
}

export const newSalt = (): Buffer => randomBytes(SALT_BYTES);

/** Passphrase → verifier and key, off the main thread. Equal texts are equal however they were typed (NFKC). */
export function stretch(passphrase: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Stretched> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: MAX_MEMORY };
    scrypt(passphrase.normalize('NFKC'), salt, 2 * HALF, options, (error, bytes) => {
      if (error) reject(error);
      else resolve({ verifier: bytes.subarray(0, HALF), key: bytes.subarray(HALF) });
    });
  });
}

/** In a time that tells nothing of where they differ. */
export const sameVerifier = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);
