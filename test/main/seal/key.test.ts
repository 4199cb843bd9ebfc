import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKey } from '../../../src/main/seal/key';
import { keyFile, keyOf, PASSPHRASE } from './helpers';

describe('opening a key', () => {
  it.each([
    ['gouji', 'RSA', '勾稽测试签章（仅供测试 TEST ONLY）'],
    ['legacy', 'RSA', '勾稽测试签章（仅供测试 TEST ONLY）'],
    ['ec', 'ECDSA', '测试椭圆曲线章 TEST ONLY'],
    ['ec-legacy', 'ECDSA', '测试椭圆曲线章 TEST ONLY'],
    ['chain', 'RSA', '测试签署人 TEST ONLY'],
    ['expired', 'RSA', 'EXPIRED TEST ONLY'],
  ])('%s', async (name, algorithm, subject) => {
    expect(await keyOf(name)).toMatchObject({ algorithm, name: subject });
  });

  it('takes the chain along in its order, and never a readable private key', async () => {
    const chained = await keyOf('chain');
    const names = chained.chain.map((one) => one.parsed.subject.typesAndValues[0]?.value.valueBlock.value);
    expect(names).toEqual(['测试中级证书 TEST ONLY', '测试根证书 TEST ONLY']);
    expect((await keyOf('chain-without-root')).chain).toHaveLength(1);
    expect(Object.values(chained).some((value) => value instanceof CryptoKey)).toBe(false);
  });

  it('says when the certificate is valid', async () => {
    expect(await keyOf('gouji')).toMatchObject({
      notBefore: new Date('2025-01-01T00:00:00Z'),
      notAfter: new Date('2045-01-01T00:00:00Z'),
    });
  });

  it.each(['han-passphrase', 'han-passphrase-legacy'])(
    '%s: a passphrase of Chinese characters',
    async (name) => {
      expect((await openKey(keyFile(name), '勾稽口令')).ok).toBe(true);
      expect(await openKey(keyFile(name), '勾稽口语')).toMatchObject({ error: { code: 'wrong-passphrase' } });
    },
  );

  it.each(['gouji', 'legacy', 'ec'])('%s with a wrong passphrase', async (name) => {
    for (const wrong of ['', 'gouji-tesT', `${PASSPHRASE} `, '口令'])
      expect(await openKey(keyFile(name), wrong)).toMatchObject({
        ok: false,
        error: { code: 'wrong-passphrase', message: '证书口令不对' },
      });
  });

  it.each([
    ['weak', 'unsupported-algorithm', /1024 位，强度不足，至少需要 3072 位/],
    ['rsa-2048', 'unsupported-algorithm', /2048 位，强度不足/],
    ['p384', 'unsupported-algorithm', /P-256/],
    ['sm2', 'unsupported-algorithm', /国密 SM2/],
    ['certificate-only', 'no-private-key', /没有私钥/],
    ['encipherment', 'not-for-signing', /用途不包括签名/],
    ['ca.pem', 'not-a-key', /不是 PKCS#12/],
  ])('refuses %s', async (name, code, message) => {
    expect(await openKey(keyFile(name), PASSPHRASE)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) },
    });
  });

  it('never throws on anything that is no key', async () => {
    const good = keyFile('ec-legacy');
    const mutated = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const copy = new Uint8Array(good);
      copy[at] = (copy[at] ?? 0) ^ by;
      return copy;
    });
    const cut = fc.nat(good.length - 1).map((length) => good.subarray(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated, cut), async (bytes) => {
        const opened = await openKey(bytes, PASSPHRASE);
        if (!opened.ok) expect(opened.error.message).toMatch(/^\p{Script=Han}[^\n]+$/u);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
