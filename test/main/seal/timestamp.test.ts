import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificatesOf } from '../../../src/main/seal/certificates';
import { attachTimestamp, requestFor } from '../../../src/main/seal/timestamp/attach';
import { verifyPdf } from '../../../src/main/seal/verify';
import { type Identity, identity, pem, privateKeyPem, TIMESTAMPING } from '../../helpers/pki';
import { smallPdf } from '../../helpers/small-pdf';
import { bytesOf, has, keyFile, keyOf, seal, statusOf, textOf } from './helpers';

const folder = mkdtempSync(join(tmpdir(), 'gouji-timestamp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf8' });

/** What `openssl ts` says to a request, as an authority. */
async function reply(
  authority: Identity,
  chain: readonly Identity[],
  request: Uint8Array,
  more: readonly string[] = [],
): Promise<Uint8Array> {
  writeFileSync(file('tsa.key'), await privateKeyPem(authority));
  writeFileSync(file('tsa.pem'), pem('CERTIFICATE', authority.der));
  writeFileSync(file('chain.pem'), chain.map((one) => pem('CERTIFICATE', one.der)).join(''));
  writeFileSync(file('serial'), '01\n');
  writeFileSync(file('request.tsq'), request);
  const settings = [
    'serial = serial',
    'default_policy = 1.2.3.4',
    'digests = sha256',
    'signer_digest = sha256',
  ];
  const configuration = ['[tsa]', 'default_tsa = one', '[one]', `dir = ${folder}`, ...settings, ...more];
  writeFileSync(
    file('tsa.cnf'),
    configuration.join('\n').replace('serial = serial', `serial = ${file('serial')}`),
  );
  const args = ['-config', file('tsa.cnf'), '-queryfile', file('request.tsq'), '-inkey', file('tsa.key')];
  const certificates = [
    '-signer',
    file('tsa.pem'),
    ...(chain.length > 0 ? ['-chain', file('chain.pem')] : []),
  ];
  const made = openssl('ts', '-reply', ...args, ...certificates, '-out', file('reply.tsr'));
  if (made.status !== 0) throw new Error(made.stderr);
  return new Uint8Array(readFileSync(file('reply.tsr')));
}

const ok = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe.skipIf(!has('openssl', 'version'))('a time-stamp from another machine', () => {
  let root: Identity;
  let middle: Identity;
  let authority: Identity;
  let sealed: Uint8Array;
  let stamped: Uint8Array;
  beforeAll(async () => {
    root = await identity({ name: '时间戳根 TEST ONLY', authority: true });
    middle = await identity({ name: '时间戳中级 TEST ONLY', authority: true, issuer: root });
    authority = await identity({ name: '时间戳机构 TEST ONLY', issuer: middle, ...TIMESTAMPING });
    sealed = await seal('ec');
    stamped = ok(
      await attachTimestamp(sealed, await reply(authority, [middle, root], ok(requestFor(sealed)))),
    );
  });

  it('is a request that OpenSSL reads', () => {
    writeFileSync(file('q.tsq'), ok(requestFor(sealed)));
    const said = openssl('ts', '-query', '-in', file('q.tsq'), '-text').stdout;
    expect(said).toContain('Hash Algorithm: sha256');
    expect(said).toContain('Certificate required: yes');
  });

  it('goes into the seal without changing the file’s length, and proves the time once the authority is trusted', async () => {
    expect(stamped.length).toBe(sealed.length);
    const plain = await verifyPdf(stamped);
    expect(plain).toMatchObject({ status: 'valid', signatures: [{ timeBasis: 'claimed', problems: [] }] });
    expect(plain.signatures[0]?.timestamp).toMatchObject({
      authority: '时间戳机构 TEST ONLY',
      integrity: true,
      trust: 'unknown-issuer',
    });
    const trust = [root.der, keyFile('ca.pem')];
    const chained = await seal('chain');
    const both = ok(
      await attachTimestamp(chained, await reply(authority, [middle, root], ok(requestFor(chained)))),
    );
    const report = await verifyPdf(both, { trust });
    expect(report.signatures[0]).toMatchObject({ timeBasis: 'timestamp', timestamp: { trust: 'trusted' } });
    expect((await verifyPdf(sealed)).signatures[0]?.timestamp).toBe(null);
  });

  it('other programs accept the stamped seal, and OpenSSL the token', async () => {
    const text = textOf(stamped);
    const [, from = 0, to = 0] = (/\/ByteRange \[0 (\d+) +(\d+)/.exec(text) ?? []).map(Number);
    writeFileSync(file('content.bin'), Buffer.concat([stamped.subarray(0, from), stamped.subarray(to)]));
    writeFileSync(file('cms.der'), Buffer.from(text.slice(from + 1, to - 1), 'hex'));
    const where = ['-inform', 'DER', '-in', file('cms.der'), '-content', file('content.bin'), '-binary'];
    writeFileSync(file('root.pem'), pem('CERTIFICATE', (await keyOf('ec')).certificate.der));
    const trust = ['-purpose', 'any', '-CAfile', file('root.pem'), '-out', file('out.bin')];
    const checked = openssl('cms', '-verify', '-cades', ...where, ...trust);
    expect(checked.stderr).toMatch(/verification successful/i);
    const printed = openssl('cms', '-cmsout', '-print', '-inform', 'DER', '-in', file('cms.der')).stdout;
    expect(printed).toContain('id-smime-aa-timeStampToken');
    if (!has('pdfsig', '-v')) return;
    writeFileSync(file('stamped.pdf'), stamped);
    const said = spawnSync('pdfsig', ['-nocert', file('stamped.pdf')], { encoding: 'utf8' }).stdout;
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
  });

  it('no byte of the token can be changed', async () => {
    const text = textOf(stamped);
    const [, from = 0, to = 0] = (/\/ByteRange \[0 (\d+) +(\d+)/.exec(text) ?? []).map(Number);
    const start = text.indexOf('060b2a864886f70d010910020e', from);
    const end = from + text.slice(from, to).search(/0{200,}/);
    expect(end - start).toBeGreaterThan(2000);
    const survivors: number[] = [];
    for (let at = start; at < end; at += 5) {
      const digits = '0123456789abcdef';
      const other = digits[digits.indexOf(text[at] ?? '0') ^ 1] ?? '0';
      const changed = Buffer.from(stamped);
      changed.write(other, at, 'latin1');
      if ((await verifyPdf(changed, { sealOnly: true })).status === 'valid') survivors.push(at);
    }
    expect(survivors).toEqual([]);
  }, 60_000);

  it('stays whole under a second seal, which gets its own', async () => {
    const second = await seal('gouji', stamped);
    expect(await statusOf(second)).toBe('valid');
    const both = ok(
      await attachTimestamp(second, await reply(authority, [middle, root], ok(requestFor(second)))),
    );
    const report = await verifyPdf(both);
    expect(report.status).toBe('valid');
    expect(report.signatures.map((one) => one.timestamp?.integrity)).toEqual([true, true]);
    expect(requestFor(both)).toMatchObject({ error: { code: 'has-timestamp' } });
  });

  it('certificates that nothing vouches for are left out, unless the person has their issuer', async () => {
    const request = ok(requestFor(sealed));
    const answer = await reply(authority, [middle], request);
    const without = ok(await attachTimestamp(sealed, answer));
    expect(await statusOf(without)).toBe('valid');
    const completed = ok(await attachTimestamp(sealed, answer, certificatesOf(root.der)));
    expect(Buffer.from(completed).equals(Buffer.from(stamped)) || completed.length === stamped.length).toBe(
      true,
    );
    const trusted = await verifyPdf(completed, { trust: [root.der] });
    expect(trusted.signatures[0]?.timestamp?.trust).toBe('trusted');
  });

  it('RSA authorities too', async () => {
    const rsa = await identity({ name: 'RSA 时间戳 TEST ONLY', kind: 'RSA-2048', ...TIMESTAMPING });
    const made = ok(await attachTimestamp(sealed, await reply(rsa, [], ok(requestFor(sealed)))));
    expect((await verifyPdf(made)).signatures[0]?.timestamp).toMatchObject({
      integrity: true,
      trust: 'self-signed',
    });
    expect(await statusOf(made)).toBe('valid');
  });

  it('refuses what does not belong there', async () => {
    const request = ok(requestFor(sealed));
    const good = await reply(authority, [middle, root], request);
    const other = ok(requestFor(await seal('ec', smallPdf('另一份'))));
    const foreign = await reply(authority, [middle, root], other);
    const cases: readonly (readonly [Uint8Array, Uint8Array, string])[] = [
      [sealed, bytesOf('nothing'), 'not-a-timestamp'],
      [sealed, good.subarray(0, 100), 'not-a-timestamp'],
      [sealed, foreign, 'wrong-timestamp'],
      [sealed, Uint8Array.of(0x30, 5, 0x30, 3, 2, 1, 2), 'timestamp-refused'],
      [smallPdf(), good, 'no-seal'],
      [bytesOf('word'), good, 'not-pdf'],
      [stamped, good, 'has-timestamp'],
      [bytesOf(`${textOf(sealed)} `), good, 'no-seal'],
    ];
    for (const [pdf, token, code] of cases)
      expect(await attachTimestamp(pdf, token), code).toMatchObject({ ok: false, error: { code } });
  });

  it('an authority whose certificate is for something else proves nothing', async () => {
    const plain = await identity({
      name: '不是时间戳 TEST ONLY',
      usage: 0xc0,
      purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'],
    });
    const made = await reply(plain, [], ok(requestFor(sealed))).catch(() => null);
    if (made)
      expect(await attachTimestamp(sealed, made)).toMatchObject({ error: { code: 'wrong-timestamp' } });
    expect(made === null || made.length > 0).toBe(true);
  });
});
