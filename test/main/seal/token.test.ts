import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeal } from '../../../src/main/jobs/sealing';
import { openToken, tokensOf } from '../../../src/main/seal/pkcs11/token-key';
import { sealPdf } from '../../../src/main/seal/sign';
import { verifyPdf } from '../../../src/main/seal/verify';
import { identity } from '../../helpers/pki';
import { smallPdf } from '../../helpers/small-pdf';
import { PIN, SOFT_TOKEN, type SoftToken, softToken } from '../../helpers/soft-token';
import { has, SIGNED_AT, seal } from './helpers';

describe.skipIf(!SOFT_TOKEN || !has('softhsm2-util', '--version'))('a PKCS #11 token', () => {
  let soft: SoftToken;
  beforeAll(async () => {
    soft = softToken();
    const root = await identity({ name: '测试根 TEST ONLY', authority: true });
    const encryption = await identity({ name: '加密证书 TEST ONLY', issuer: root, usage: 0x20 });
    const rsa = await identity({ name: '某公司合规部 TEST ONLY', issuer: root, kind: 'RSA-3072' });
    await soft.add('合规令牌', [encryption, rsa]);
    await soft.add('ec', [await identity({ name: '法务 TEST ONLY', issuer: root })]);
    await soft.add('weak', [await identity({ name: '弱 TEST ONLY', kind: 'RSA-2048' })]);
    await soft.add('no certificate', [await identity({ name: 'x' })], false);
    await soft.add('only encryption', [encryption]);
    await soft.add('empty', []);
  }, 60_000);
  afterAll(() => soft.remove());

  const source = (token: string | null, pin = PIN) =>
    ({ kind: 'token', library: soft.library, token, pin }) as const;

  it('lists the tokens', () => {
    const listed = tokensOf(soft.library);
    expect(listed.ok && listed.value.map((one) => one.label).sort()).toEqual([
      'ec',
      'empty',
      'no certificate',
      'only encryption',
      'weak',
      '合规令牌',
    ]);
  });

  it.each([
    ['合规令牌', '某公司合规部 TEST ONLY', 'RSA-SHA256'],
    ['ec', '法务 TEST ONLY', 'ECDSA-P256-SHA256'],
  ])('%s seals, and the seal holds', async (label, signer, algorithm) => {
    const opened = await openToken(source(label));
    if (!opened.ok) throw new Error(opened.error.message);
    const sealed = await sealPdf(smallPdf(), opened.value, { signedAt: SIGNED_AT });
    opened.value.close?.();
    const report = await verifyPdf(sealed);
    expect(report).toMatchObject({ status: 'valid', signatures: [{ signer, algorithm, problems: [] }] });
    const file = join(tmpdir(), `gouji-token-${process.pid}.pdf`);
    writeFileSync(file, sealed);
    const said = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    rmSync(file);
    if (!said.error) expect(said.stdout).toContain('Signature is Valid');
  });

  it('adds a second seal beside one from a file', async () => {
    const both = await addSeal(await seal('gouji'), { source: source('ec'), signedAt: SIGNED_AT });
    expect(both.ok && (await verifyPdf(both.value)).signatures).toHaveLength(2);
    expect(both.ok && (await verifyPdf(both.value)).status).toBe('valid');
  });

  it.each([
    ['a wrong PIN', 'ec', '654321', 'wrong-passphrase', /PIN）不对/],
    ['a PIN too short', 'ec', '1', 'wrong-passphrase', /PIN/],
    ['no such token', 'other', PIN, 'token-missing', /没有找到令牌“other”/],
    ['several tokens and no word on which', null, PIN, 'token-missing', /有 6 个令牌/],
    ['a weak key', 'weak', PIN, 'unsupported-algorithm', /2048 位，强度不足/],
    ['a key without certificate', 'no certificate', PIN, 'no-private-key', /没有私钥或证书/],
    ['an encryption certificate', 'only encryption', PIN, 'not-for-signing', /用途不包括签名/],
    ['an empty token', 'empty', PIN, 'no-private-key', /没有私钥或证书/],
  ])('refuses %s', async (_, label, pin, code, message) => {
    for (const round of [1, 2])
      expect(await openToken(source(label, pin)), String(round)).toMatchObject({
        ok: false,
        error: { code, message: expect.stringMatching(message) },
      });
  });

  it('survives the garbage collector between any two calls', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let round = 0; round < 4; round++) {
      const opened = await openToken(source('ec'));
      if (!opened.ok) throw new Error(opened.error.message);
      for (const _ of [1, 2]) {
        collect();
        // Memory that was given back is used again.
        Array.from({ length: 200 }, (_, size) => new ArrayBuffer(size * 16));
        await new Promise((done) => setImmediate(done));
      }
      expect(await opened.value.sign(new Uint8Array(round))).toHaveLength(64);
      collect();
      opened.value.close?.();
      collect();
    }
  });

  it('says of other files that they are no library', async () => {
    for (const library of ['/etc/hostname', '/nowhere/none.so', '/usr/lib/x86_64-linux-gnu/libz.so.1'])
      expect(await openToken({ ...source('ec'), library })).toMatchObject({
        error: { code: 'not-a-library' },
      });
  });
});
