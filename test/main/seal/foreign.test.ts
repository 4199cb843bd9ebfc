import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/main/seal/pdf-file';
import { writeUpdate } from '../../../src/main/seal/pdf-update';
import { sealUpdate } from '../../../src/main/seal/seal-update';
import { verifyPdf } from '../../../src/main/seal/verify';
import { type Identity, identity, pem, privateKeyPem } from '../../helpers/pki';
import { smallPdf } from '../../helpers/small-pdf';
import { bytesOf, has, keyFile, SIGNED_AT, seal, textOf } from './helpers';

const folder = mkdtempSync(join(tmpdir(), 'gouji-foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

/** A PDF signed with a CMS that OpenSSL makes. */
async function signedByOpenssl(
  signer: Identity,
  chain: readonly Identity[],
  ...more: string[]
): Promise<Uint8Array> {
  const text = {
    name: signer.name,
    signedAt: SIGNED_AT,
    reason: '',
    place: '',
    contact: '',
    certifies: false,
    stamp: null,
  };
  const update = sealUpdate(openPdf(smallPdf()), text, 6000);
  // As many programs call it; of the same length, so that nothing moves.
  const written = update.text.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached');
  const pdf = Buffer.concat([smallPdf(), bytesOf(written)]);
  writeFileSync(file('content'), Buffer.concat([pdf.subarray(0, update.from), pdf.subarray(update.to)]));
  writeFileSync(file('key.pem'), await privateKeyPem(signer));
  writeFileSync(file('own.pem'), pem('CERTIFICATE', signer.der));
  writeFileSync(file('chain.pem'), chain.map((one) => pem('CERTIFICATE', one.der)).join(''));
  const made = spawnSync('openssl', [
    ...[
      'cms',
      '-sign',
      '-binary',
      '-in',
      file('content'),
      '-signer',
      file('own.pem'),
      '-inkey',
      file('key.pem'),
    ],
    ...(chain.length > 0 ? ['-certfile', file('chain.pem')] : []),
    ...['-outform', 'DER', '-out', file('cms'), ...more],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  pdf.write(readFileSync(file('cms')).toString('hex'), update.from + 1, 'latin1');
  return new Uint8Array(pdf);
}

describe.skipIf(!has('openssl', 'version'))('a signature by another program', () => {
  let root: Identity;
  let signer: Identity;
  let signed: Uint8Array;
  beforeAll(async () => {
    root = await identity({ name: '别家根证书 TEST ONLY', authority: true });
    signer = await identity({ name: '别家签署人 TEST ONLY', issuer: root, kind: 'RSA-3072' });
    signed = await signedByOpenssl(signer, [root]);
  });

  it('is read, told from ours, and never called valid', async () => {
    const report = await verifyPdf(signed);
    expect(report).toMatchObject({ status: 'invalid', foreign: 'intact', problems: [] });
    expect(report.signatures).toMatchObject([
      {
        form: 'foreign',
        signer: '别家签署人 TEST ONLY',
        integrity: true,
        coversWholeDocument: true,
        trust: 'unknown-issuer',
        revocation: 'not-checked',
        algorithm: 'RSA-SHA256',
        problems: [],
      },
    ]);
    const trusted = await verifyPdf(signed, { trust: [root.der] });
    expect(trusted).toMatchObject({ status: 'invalid', signatures: [{ trust: 'trusted', problems: [] }] });
  });

  it('of ECDSA, CAdES and larger hashes too', async () => {
    const ec = await identity({ name: 'EC TEST ONLY', issuer: root });
    for (const more of [['-cades'], ['-md', 'sha512'], ['-nosmimecap']])
      expect((await verifyPdf(await signedByOpenssl(ec, [], ...more))).foreign, more.join(' ')).toBe(
        'intact',
      );
  });

  it('changed, cut, or followed by something', async () => {
    const text = textOf(signed);
    const cases: readonly (readonly [string, Uint8Array, string | null])[] = [
      ['content', bytesOf(text.replace('(Gouji) Tj', '(Goujo) Tj')), 'broken'],
      [
        'signature',
        bytesOf(text.replace(/(\/Contents <[0-9a-f]*?)[0-9a-f]{20}(0{100,})/, `$1${'ab'.repeat(10)}$2`)),
        'broken',
      ],
      ['an update', bytesOf(text + writeUpdate(openPdf(signed), new Map([[6, '<< /Title (x) >>']]))), null],
      ['a tail', bytesOf(`${text} `), null],
    ];
    for (const [name, pdf, foreign] of cases) {
      const report = await verifyPdf(pdf);
      expect(report.status, name).toBe('invalid');
      if (foreign) expect(report.foreign, name).toBe(foreign);
      else expect(report.foreign, name).not.toBe('intact');
    }
  });

  it('with a weak hash or a hole that is too large is not intact', async () => {
    const weak = await signedByOpenssl(signer, [root], '-md', 'sha1');
    expect(await verifyPdf(weak)).toMatchObject({ foreign: 'broken', signatures: [{ integrity: false }] });
    const range = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/.exec(textOf(signed)) ?? [];
    const [, from = 0, to = 0, rest = 0] = range.map(Number);
    const wider = `/ByteRange [0 ${from} ${to + 9} ${rest - 9}`.padEnd((range[0]?.length ?? 1) - 1);
    expect((await verifyPdf(bytesOf(textOf(signed).replace(range[0] ?? '', `${wider}]`)))).foreign).not.toBe(
      'intact',
    );
  });

  it('before or behind one of ours makes the file no valid one', async () => {
    const both = await verifyPdf(await seal('ec', signed));
    expect(both).toMatchObject({ status: 'invalid', foreign: null });
    expect(both.signatures.map((one) => [one.form, one.integrity])).toEqual([
      ['foreign', true],
      ['own', true],
    ]);
  });

  it.skipIf(!has('pk12util', '-h') || !has('pdfsig', '-v'))(
    'as poppler makes it with NSS',
    { timeout: 30_000 },
    async () => {
      mkdirSync(file('nss'));
      writeFileSync(file('key.p12'), keyFile('chain'));
      const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });
      run('certutil', '-N', '-d', `sql:${file('nss')}`, '--empty-password');
      run('pk12util', '-i', file('key.p12'), '-d', `sql:${file('nss')}`, '-W', 'gouji-test', '-K', '');
      writeFileSync(file('plain.pdf'), smallPdf());
      const nick = ['-add-signature', '-nssdir', `sql:${file('nss')}`, '-nick', '测试签署人 TEST ONLY'];
      run('pdfsig', ...nick, file('plain.pdf'), file('poppler.pdf'));
      const report = await verifyPdf(new Uint8Array(readFileSync(file('poppler.pdf'))), {
        trust: [keyFile('ca.pem')],
      });
      expect(report).toMatchObject({
        status: 'invalid',
        foreign: 'intact',
        signatures: [{ form: 'foreign', signer: '测试签署人 TEST ONLY', trust: 'trusted', problems: [] }],
      });
    },
  );
});
