import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateOf, certificatesOf, mayIssue } from '../../../src/main/seal/certificates';
import { openPdf } from '../../../src/main/seal/pdf-file';
import { writeUpdate } from '../../../src/main/seal/pdf-update';
import { openContainer } from '../../../src/main/seal/pkcs12';
import { sealPdf } from '../../../src/main/seal/sign';
import { verifyPdf } from '../../../src/main/seal/verify';
import { smallPdf } from '../../helpers/small-pdf';
import {
  bytesOf,
  keyFile,
  keyOf,
  PASSPHRASE,
  pdfOf,
  SIGNED_AT,
  seal,
  sealUnchecked,
  statusOf,
  textOf,
} from './helpers';

/** Appends an update that redefines objects, as any editor does. */
function updated(pdf: Uint8Array, objects: readonly (readonly [number, string])[]): Uint8Array {
  const update = writeUpdate(openPdf(pdf), new Map(objects));
  return new Uint8Array([...pdf, ...bytesOf(update)]);
}

describe('verifying', () => {
  it.each([
    ['gouji', 'self-signed'],
    ['ec', 'self-signed'],
    ['legacy', 'self-signed'],
    ['chain', 'unknown-issuer'],
    ['chain-without-root', 'unknown-issuer'],
  ])('a seal made with %s holds, over the whole document', async (name, trust) => {
    expect(await verifyPdf(await seal(name))).toMatchObject({
      status: 'valid',
      problems: [],
      signatures: [{ coversWholeDocument: true, integrity: true, trust, problems: [] }],
    });
  });

  it.each(['chain', 'chain-without-root'])('%s: trusts the authority that the person names', async (name) => {
    const report = await verifyPdf(await seal(name), { trust: [keyFile('ca.pem')] });
    expect(report).toMatchObject({ status: 'valid', signatures: [{ trust: 'trusted' }] });
  });

  it('trusts no other', async () => {
    const report = await verifyPdf(await seal('ec'), { trust: [keyFile('ca.pem')] });
    expect(report).toMatchObject({
      status: 'invalid',
      signatures: [{ integrity: true, trust: 'self-signed' }],
    });
    expect(report.signatures[0]?.problems).toEqual(['签章证书不是由所信任的机构颁发']);
    expect((await verifyPdf(await seal('chain'), { trust: [bytesOf('nothing')] })).status).toBe('invalid');
  });

  it('trusts no certificate that a mere signer has issued', async () => {
    const key = await keyOf('rogue');
    const { certificate: signer, chain } = await keyOf('chain');
    const trust = [signer.der, keyFile('ca.pem')];
    expect(key.chain).toEqual([]);
    expect(await verifyPdf(await seal('rogue'), { trust })).toMatchObject({
      status: 'invalid',
      signatures: [{ trust: 'unknown-issuer' }],
    });
    const forged = await sealUnchecked({ ...key, chain: [signer, ...chain] });
    for (const options of [{}, { trust }])
      expect(await verifyPdf(forged, options)).toMatchObject({
        status: 'invalid',
        signatures: [{ integrity: false, trust: 'unknown-issuer' }],
      });
  });

  it('takes no certificate along that has issued nothing, and none twice', async () => {
    const { certificate } = await keyOf('gouji');
    const key = await keyOf('chain');
    for (const chain of [
      [certificate],
      [...key.chain, certificate],
      [...key.chain, ...key.chain],
      [...key.chain].reverse(),
    ])
      expect(await statusOf(await sealUnchecked({ ...key, chain }))).toBe('invalid');
    expect(await statusOf(await sealUnchecked(key))).toBe('valid');
  });

  it('takes only authorities for authorities, and only so many below one', async () => {
    const [middle, root] = (await keyOf('chain')).chain;
    const [simple] = certificatesOf(keyFile('no-extensions.pem'));
    if (!middle || !root || !simple) throw new Error('no certificate');
    expect([mayIssue(root, 5), mayIssue(middle, 0), mayIssue(middle, 1), mayIssue(simple, 0)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('looks at the time of signing, or at the one given', async () => {
    const sealed = await seal('expired', smallPdf(), new Date('2025-01-01T12:00:00Z'));
    expect(await statusOf(sealed)).toBe('valid');
    expect(await verifyPdf(sealed, { at: new Date('2025-01-03T00:00:00Z') })).toMatchObject({
      status: 'invalid',
      signatures: [{ integrity: true, trust: 'expired', problems: ['签章时证书已过期'] }],
    });
    expect((await verifyPdf(sealed, { at: new Date('2024-01-03T00:00:00Z') })).signatures[0]?.trust).toBe(
      'not-yet-valid',
    );
  });

  it('refuses a certificate that is for something else', async () => {
    const container = openContainer(keyFile('encipherment'), PASSPHRASE);
    const certificate = container.ok
      ? certificateOf(container.value.certificates[0] ?? new Uint8Array())
      : null;
    const pkcs8 = container.ok ? container.value.privateKeys[0] : undefined;
    if (!certificate || !pkcs8) throw new Error('no key');
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const privateKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
    const valid = { notBefore: new Date(0), notAfter: new Date('2099-01-01T00:00:00Z') };
    const key = {
      ...valid,
      certificate,
      chain: [],
      sign: async (data: Uint8Array) =>
        new Uint8Array(await webcrypto.subtle.sign(algorithm.name, privateKey, data)),
      algorithm: 'RSA',
      name: 'ENCIPHERMENT TEST ONLY',
    } as const;
    const report = await verifyPdf(await sealPdf(smallPdf(), key, { signedAt: SIGNED_AT }));
    expect(report).toMatchObject({
      status: 'invalid',
      signatures: [{ problems: expect.arrayContaining(['证书的用途不包括签名']) }],
    });
  });

  it('a second signature leaves the first one as it is', async () => {
    const report = await verifyPdf(await seal('ec', await seal('gouji')));
    expect(report.status).toBe('valid');
    expect(report.signatures.map((one) => [one.algorithm, one.integrity, one.coversWholeDocument])).toEqual([
      ['RSA-SHA256', true, false],
      ['ECDSA-P256-SHA256', true, true],
    ]);
  });

  it('refuses a name that is not the certificate’s', async () => {
    const report = await verifyPdf(await sealUnchecked({ ...(await keyOf('ec')), name: '总经理' }));
    expect(report).toMatchObject({
      status: 'invalid',
      signatures: [{ problems: ['签章上的姓名与证书不符'] }],
    });
  });

  it('says unsigned for a PDF without a seal, also when its text speaks of one', async () => {
    expect(await statusOf(smallPdf())).toBe('unsigned');
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R /Note (/ByteRange [0 1 2 3]) >>',
      '<< /Kids [3 0 R] >>',
      '<< /Type /Page >>',
    ];
    expect(await statusOf(pdfOf(objects))).toBe('unsigned');
    expect(await statusOf(await seal('ec', pdfOf(objects)))).toBe('valid');
  });

  it('says unreadable for what is no PDF', async () => {
    for (const text of ['', 'word', '%PDF-1.7\n', '%PDF-1.7\nstartxref\n99999999\n%%EOF\n'])
      expect(await verifyPdf(bytesOf(text))).toMatchObject({ status: 'unreadable', signatures: [] });
  });
});

describe('known attacks', () => {
  const ANY_UPDATE = [[6, '<< /Title (other) >>']] as const;

  it('incremental saving: an update after the seal', async () => {
    const report = await verifyPdf(updated(await seal('ec'), ANY_UPDATE));
    expect(report.status).toBe('invalid');
    expect(report.problems).toEqual(['签章后又追加了内容，或签章没有覆盖全文']);
    expect(report.signatures).toMatchObject([{ integrity: true, coversWholeDocument: false }]);
  });

  it('an update between two seals, whoever signs it', async () => {
    const report = await verifyPdf(await seal('gouji', updated(await seal('ec'), ANY_UPDATE)));
    expect(report.status).toBe('invalid');
    expect(report.signatures[1]).toMatchObject({ integrity: true, problems: ['两次签章之间文件被改动'] });
  });

  it('a field taken out of the form, or given another value', async () => {
    const sealed = await seal('ec');
    const emptied = updated(sealed, [[9, '<< /Fields [] /SigFlags 3 >>']]);
    expect(await statusOf(emptied)).toBe('invalid');
    const resigned = await verifyPdf(await seal('gouji', emptied));
    expect(resigned.status).toBe('invalid');
    expect(resigned.problems).toContain('签章域与签章数据对不上，签章可能被移除或替换');
  });

  it('universal forgery: /ByteRange or /Contents missing, empty, odd', async () => {
    const text = textOf(await seal('ec'));
    const range = /\/ByteRange \[[^\]]*\]/.exec(text)?.[0] ?? '';
    const contents = /\/Contents <[0-9a-f]*>/.exec(text)?.[0] ?? '';
    const same = (written: string, like: string): string => written.padEnd(like.length);
    const forgeries = [
      [range, ''],
      [range, '/ByteRange null'],
      [range, '/ByteRange []'],
      [range, '/ByteRange [0 -1 0 -1]'],
      [range, '/ByteRange [0 10 20]'],
      [contents, ''],
      [contents, '/Contents null'],
      [contents, '/Contents <>'],
      [contents, '/Contents <00>'],
      [contents, '/Contents ()'],
    ] as const;
    for (const [was, becomes] of forgeries) {
      expect(await statusOf(bytesOf(text.replace(was, same(becomes, was))))).toBe('invalid');
      expect(await statusOf(bytesOf(text.replace(was, becomes)))).not.toBe('valid');
    }
  });

  it('wrapping: the signed bytes moved behind a new hole', async () => {
    const sealed = textOf(await seal('ec'));
    const [, from = 0, to = 0, rest = 0] = (/\/ByteRange \[0 (\d+) +(\d+) +(\d+)/.exec(sealed) ?? []).map(
      Number,
    );
    const range = /\/ByteRange \[[^\]]*\]/.exec(sealed)?.[0] ?? '';
    const evil = '6 0 obj\n<< /Title (other) >>\nendobj\n';
    const moved = `/ByteRange [0 ${from} ${to + evil.length} ${rest}`.padEnd(range.length - 1);
    const wrapped = `${sealed.slice(0, to)}${evil}${sealed.slice(to)}`.replace(range, `${moved}]`);
    expect(await statusOf(bytesOf(wrapped))).toBe('invalid');
  });

  it('a hole in the signed bytes that is not /Contents exactly, whoever signs', async () => {
    const key = await keyOf('ec');
    expect(await statusOf(await sealUnchecked(key, { hole: [0, 0] }))).toBe('valid');
    for (const hole of [
      [-1, 0],
      [1, 0],
      [0, 1],
      [0, 30],
      [0, -1],
      [-200, 0],
    ] as const)
      expect(await statusOf(await sealUnchecked(key, { hole })), String(hole)).toBe('invalid');
  });

  it('two /Contents, or two /ByteRange, in one dictionary', async () => {
    const sealed = textOf(await seal('ec'));
    for (const more of ['/Contents <00>', '/ByteRange [0 0 0 0]']) {
      const doubled = sealed.replace('/SubFilter', `${more} /SubFilter`);
      expect(await statusOf(bytesOf(doubled))).toBe('invalid');
    }
  });

  it('a signature of one file in another', async () => {
    const contents = /\/Contents <([0-9a-f]+)>/;
    const stolen = contents.exec(textOf(await seal('ec')))?.[0] ?? '';
    const other = textOf(await seal('ec', smallPdf('另一份')));
    expect(await statusOf(bytesOf(other.replace(contents, stolen)))).toBe('invalid');
  });
});
