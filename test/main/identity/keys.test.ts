import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  keyFingerprint,
  lockKey,
  newKeyPair,
  signWith,
  unlockKey,
  verifySignature,
} from '../../../src/main/identity/keys';
import { COST, newSalt, sameVerifier, stretch } from '../../../src/main/identity/passphrase';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a passphrase', () => {
  it('gives the same verifier and key again, and others with another salt, letter or cost', async () => {
    const salt = newSalt();
    const first = await stretch('correct horse 电池', salt, COST);
    const again = await stretch('correct horse 电池', salt, COST);
    expect(sameVerifier(first.verifier, again.verifier)).toBe(true);
    expect(first.key.equals(again.key)).toBe(true);
    expect(first.key.equals(first.verifier)).toBe(false);
    const others = await Promise.all([
      stretch('correct horse 电地', salt, COST),
      stretch('correct horse 电池', newSalt(), COST),
      stretch('correct horse 电池', salt, { ...COST, p: 1 }),
    ]);
    for (const other of others) expect(sameVerifier(first.verifier, other.verifier)).toBe(false);
  });

  it('is the same however it was typed, and no other length is equal', async () => {
    const salt = newSalt();
    const wide = await stretch('ＡＢＣ１２３４５', salt, COST);
    const narrow = await stretch('ABC12345', salt, COST);
    expect(sameVerifier(wide.verifier, narrow.verifier)).toBe(true);
    expect(sameVerifier(wide.verifier, wide.verifier.subarray(1))).toBe(false);
  });
});

describe('a signing key', () => {
  it('signs what its public half verifies, and nothing else', () => {
    const pair = newKeyPair();
    const signature = signWith(pair, bytes('案卷'));
    expect(verifySignature(pair.publicKey, bytes('案卷'), signature)).toBe(true);
    expect(verifySignature(pair.publicKey, bytes('案巻'), signature)).toBe(false);
    expect(verifySignature(newKeyPair().publicKey, bytes('案卷'), signature)).toBe(false);
    expect(verifySignature(pair.publicKey, bytes('案卷'), signature.subarray(1))).toBe(false);
    expect(verifySignature(bytes('no key'), bytes('案卷'), signature)).toBe(false);
    expect(keyFingerprint(pair.publicKey)).toMatch(/^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/);
  });

  it('opens only with its own key, and not when a bit of it was changed', () => {
    const pair = newKeyPair();
    const key = randomBytes(32);
    const locked = lockKey(pair.privateKey, key);
    const opened = unlockKey(locked, key);
    if (!opened) throw new Error('not opened');
    expect(verifySignature(pair.publicKey, bytes('x'), signWith({ privateKey: opened }, bytes('x')))).toBe(
      true,
    );
    expect(unlockKey(locked, randomBytes(32))).toBeNull();
    for (const at of [0, 12, locked.length - 1]) {
      const altered = Buffer.from(locked);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(unlockKey(altered, key)).toBeNull();
    }
    expect(unlockKey(locked.subarray(0, 10), key)).toBeNull();
  });
});
