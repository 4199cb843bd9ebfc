import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

export interface KeyPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

/** A person's own key, Ed25519 (RFC 8032). */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }), privateKey };
}

/** The private key under a 256-bit key: nonce, tag, ciphertext of its PKCS#8 (AES-256-GCM, NIST SP 800-38D). */
export function lockKey(privateKey: KeyObject, key: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const body = Buffer.concat([
    cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })),
    cipher.final(),
  ]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Null when the key is another or the bytes were altered. */
export function unlockKey(locked: Uint8Array, key: Uint8Array): KeyObject | null {
  try {
    const nonce = locked.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, key, nonce);
    decipher.setAuthTag(locked.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const der = Buffer.concat([decipher.update(locked.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  } catch {
    return null;
  }
}

/** An unlocked person's key. It lives in the main process only and is forgotten when the session is locked. */
export interface SigningSession {
  readonly privateKey: KeyObject;
}

/** Ed25519 signature, 64 bytes. */
export const signWith = ({ privateKey }: SigningSession, bytes: Uint8Array): Buffer =>
  sign(null, bytes, privateKey);

/** False for a wrong signature and for a key that is none. `publicKey`: SubjectPublicKeyInfo, DER. */
export function verifySignature(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/** What people compare by eye: `3f2a 91c0 …`, the first 16 hex digits of the key's SHA-256. */
export const keyFingerprint = (publicKey: Uint8Array): string =>
  (createHash('sha256').update(publicKey).digest('hex').slice(0, 16).match(/.{4}/g) ?? []).join(' ');
