import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrayOf, dictionaryOf, openPdf } from '../../../src/main/seal/pdf-file';
import { UnsupportedPdf } from '../../../src/main/seal/pdf-syntax';
import { SealRefused, sealPdf } from '../../../src/main/seal/sign';
import { verifyPdf } from '../../../src/main/seal/verify';
import { smallPdf } from '../../helpers/small-pdf';
import {
  bytesOf,
  has,
  hybridPdf,
  keyOf,
  packedPdf,
  pdfOf,
  SIGNED_AT,
  seal,
  statusOf,
  textOf,
} from './helpers';

const PAGES = '<< /Type /Pages /Kids 4 0 R /Count 1 >>';
const page = (rest = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> ${rest}>>`;
const BASES: Readonly<Record<string, () => Uint8Array>> = {
  'a classic table': smallPdf,
  'packed objects and a cross-reference stream': packedPdf,
  'a table and a stream, one in place of the other': hybridPdf,
  'no line end behind %%EOF': () => bytesOf(textOf(smallPdf()).trimEnd()),
  'a form in the catalog, a field in it, arrays apart': () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 5 0 R /DA (/Helv 0 Tf 0 g \\) ) >> >>',
      PAGES,
      page('/Annots 6 0 R '),
      '[3 0 R]',
      '[7 0 R]',
      '[7 0 R]',
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /P 3 0 R /Contents <feff0041> >>',
    ]),
  'a note in the page, comments, odd names, an identifier': () =>
    pdfOf(
      [
        '<< /Type /Catalog % the root\n /P#61ges 2 0 R /Odd#20Name (/AcroForm 9 0 R) >>',
        PAGES,
        page('/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents <feff0041> >>] '),
        '[3 0 R]',
      ],
      '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ',
    ),
};

const folder = mkdtempSync(join(tmpdir(), 'gouji-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const run = (command: string, ...args: string[]): string => {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

describe('sealing', () => {
  it.each(Object.keys(BASES))('%s: once and twice', async (name) => {
    const base = BASES[name]?.() ?? smallPdf();
    const once = await seal('ec', base);
    expect(await statusOf(once)).toBe('valid');
    expect(Buffer.from(once.subarray(0, base.length)).equals(base)).toBe(true);
    const twice = await seal('ec', once);
    expect(await verifyPdf(twice)).toMatchObject({ status: 'valid', problems: [] });
    expect(openPdf(twice).kind).toBe(openPdf(base).kind);
  });

  it('keeps what the form and the page had', async () => {
    const base = BASES['a form in the catalog, a field in it, arrays apart']?.() ?? smallPdf();
    const sealed = openPdf(await seal('ec', base));
    expect(arrayOf(sealed, '5 0 R')).toEqual(['7 0 R', '9 0 R']);
    expect(arrayOf(sealed, '6 0 R')).toEqual(['7 0 R', '9 0 R']);
    const form = dictionaryOf(sealed, 10);
    expect(form.get('DA')).toBe('(/Helv 0 Tf 0 g \\) )');
    expect(form.get('SigFlags')).toBe('3');
  });

  it('writes /Size, /Prev and a new second identifier', async () => {
    const base = BASES['a note in the page, comments, odd names, an identifier']?.() ?? smallPdf();
    const { trailer } = openPdf(await seal('ec', base));
    expect(trailer.get('Size')).toBe('8');
    expect(trailer.get('Prev')).toBe(String(openPdf(base).startXref));
    expect(trailer.get('ID')).toMatch(/^\[<00112233445566778899aabbccddeeff> <(?!0011)[0-9a-f]{32}>\]$/);
  });

  it('says where, and how the signer is reached; a second seal follows on, a changed place does not hold', async () => {
    const says = { signedAt: SIGNED_AT, place: '演示市高新区', contact: '张三 010-00000000' };
    const once = await sealPdf(smallPdf(), await keyOf('gouji'), says);
    const twice = await sealPdf(once, await keyOf('ec'), { ...says, reason: '会签', contact: '' });
    const report = await verifyPdf(twice);
    expect(report.problems).toEqual([]);
    expect(report.signatures).toMatchObject([
      { integrity: true, reason: '', place: '演示市高新区', contact: '张三 010-00000000' },
      { integrity: true, reason: '会签', place: '演示市高新区', contact: '' },
    ]);
    const moved = Buffer.from(twice);
    moved.write('0', moved.lastIndexOf('/Location <feff') + '/Location <feff'.length, 'latin1');
    expect((await verifyPdf(moved)).signatures.at(-1)?.integrity).toBe(false);
  });

  it('says who, when and why', async () => {
    const sealed = await sealPdf(smallPdf(), await keyOf('gouji'), {
      signedAt: SIGNED_AT,
      reason: '核对无误',
    });
    const [seal] = (await verifyPdf(sealed)).signatures;
    expect(seal).toEqual({
      signer: '勾稽测试签章（仅供测试 TEST ONLY）',
      issuer: '勾稽测试签章（仅供测试 TEST ONLY）',
      signedAt: '2027-01-10T09:00:00Z',
      reason: '核对无误',
      place: '',
      contact: '',
      algorithm: 'RSA-SHA256',
      coversWholeDocument: true,
      coveredBytes: sealed.length,
      integrity: true,
      trust: 'self-signed',
      problems: [],
      form: 'own',
      maySign: true,
      certificates: [expect.objectContaining({ key: 'RSA 3072', notAfter: '2045-01-01T00:00:00.000Z' })],
      timestamp: null,
      timeBasis: 'claimed',
      revocation: 'not-checked',
      certifies: true,
      visible: false,
    });
  });

  it.each([
    ['not a PDF', bytesOf('word'), /开头/],
    ['an encrypted one', pdfOf(['<< /Type /Catalog >>'], '/Encrypt << >> '), /加密/],
    ['one without pages', pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [2 0 R] >>']), /没有页面/],
    ['one cut off', smallPdf().subarray(0, 300), /结尾不完整/],
    [
      'two entries of one name',
      pdfOf(['<< /Pages 2 0 R /Pages 2 0 R >>', PAGES, page(), '[3 0 R]']),
      /结构不完整/,
    ],
  ])('refuses %s', async (_, pdf, message) => {
    const sealing = seal('ec', pdf);
    await expect(sealing).rejects.toThrow(UnsupportedPdf);
    await expect(sealing).rejects.toThrow(message);
  });

  it('refuses a certificate out of its time', async () => {
    await expect(seal('expired')).rejects.toThrow(new SealRefused('证书已于 2025-01-02 过期'));
    await expect(seal('ec', smallPdf(), new Date('2024-12-31T23:59:59Z'))).rejects.toThrow(SealRefused);
  });

  it('does not inflate a small stream without end', async () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024)).toString('latin1');
    const text = `%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 2 /W [1 2 1] /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb}\nendstream\nendobj\nstartxref\n9\n%%EOF\n`;
    await expect(seal('ec', bytesOf(text))).rejects.toThrow(UnsupportedPdf);
  });
});

describe('what other programs say', () => {
  const NAMES = ['rsa.pdf', 'ec.pdf', 'chain.pdf', 'two.pdf', 'packed.pdf', 'packed-two.pdf', 'form.pdf'];
  beforeAll(async () => {
    const form = BASES['a form in the catalog, a field in it, arrays apart']?.() ?? smallPdf();
    const made = [
      await seal('gouji'),
      await seal('ec'),
      await seal('chain'),
      await seal('ec', await seal('gouji')),
      await seal('gouji', packedPdf()),
      await seal('gouji', await seal('ec', packedPdf())),
      await seal('gouji', form),
    ];
    for (const [index, name] of NAMES.entries()) writeFileSync(file(name), made[index] ?? new Uint8Array());
  }, 60_000);

  it.skipIf(!has('pdfsig', '-v')).each(NAMES)('pdfsig on %s', (name) => {
    const said = run('pdfsig', '-nocert', file(name));
    expect(said.match(/Signature is Valid/g)).toHaveLength(name.includes('two') ? 2 : 1);
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
  });

  it.skipIf(!has('mutool', '-v')).each(NAMES)('mutool on %s', (name) => {
    const said = run('mutool', 'sign', '-v', file(name));
    // It holds no root of ours; and to it the second signature is an edit after the first one.
    expect(said.replace(/^\tCertificate error: Self-signed.*$/gm, '')).not.toMatch(/fail|error|invalid/i);
    expect(said.match(/unchanged since signing/g)).toHaveLength(1);
    if (name.includes('two')) expect(said).toContain('signature is valid but there have been edits');
  });

  it.skipIf(!has('qpdf', '--version')).each(NAMES)('qpdf on %s', (name) => {
    const { stdout, stderr, status } = spawnSync('qpdf', ['--check', file(name)], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain('No syntax or stream encoding errors found');
    expect(`${stdout}${stderr}`).not.toMatch(/warning/i);
    expect(status).toBe(0);
  });

  it.skipIf(!has('openssl', 'version')).each(['gouji', 'ec', 'chain'])(
    'openssl on the CMS and the signed bytes: %s',
    async (name) => {
      const sealed = Buffer.from(await seal(name));
      const text = textOf(sealed);
      const [, from = 0, to = 0] = (/\/ByteRange \[0 (\d+) +(\d+)/.exec(text) ?? []).map(Number);
      writeFileSync(file('content.bin'), Buffer.concat([sealed.subarray(0, from), sealed.subarray(to)]));
      writeFileSync(file('cms.der'), Buffer.from(text.slice(from + 1, to - 1), 'hex'));
      const { certificate, chain } = await keyOf(name);
      const root = Buffer.from((chain.at(-1) ?? certificate).der).toString('base64');
      writeFileSync(file('root.pem'), `-----BEGIN CERTIFICATE-----\n${root}\n-----END CERTIFICATE-----\n`);
      const where = ['-inform', 'DER', '-in', file('cms.der'), '-content', file('content.bin'), '-binary'];
      const trust = ['-cades', '-purpose', 'any', '-CAfile', file('root.pem'), '-out', file('out.bin')];
      expect(run('openssl', 'cms', '-verify', ...where, ...trust)).toMatch(/verification successful/i);
      const printed = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', file('cms.der'));
      expect(printed).toContain('signingCertificateV2');
      expect(printed).not.toContain('signingTime');
    },
  );
});
