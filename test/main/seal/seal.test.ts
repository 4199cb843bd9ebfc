import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKey, type SealKey } from '../../../src/main/seal/key';
import { sealPdf } from '../../../src/main/seal/sign';
import { verifyPdf } from '../../../src/main/seal/verify';
import { smallPdf } from '../../helpers/small-pdf';

const KEYS = resolve(import.meta.dirname, '../../fixtures/keys');
const SAMPLES = resolve(import.meta.dirname, '../../../resources/samples');
const PASSPHRASE = 'gouji-test';
const SIGNED_AT = new Date('2027-01-10T09:00:00Z');

const read = (folder: string, name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'gouji-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function key(name: string, at = KEYS): Promise<SealKey> {
  const opened = await openKey(read(at, name), PASSPHRASE);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
const seal = async (name: string, at = KEYS, pdf = smallPdf(), signedAt = SIGNED_AT): Promise<Uint8Array> =>
  sealPdf(pdf, await key(name, at), { signedAt, reason: '报送 2026 年报告' });
const status = async (pdf: Uint8Array): Promise<string> => (await verifyPdf(pdf)).status;

describe('opening a key', () => {
  it.each([
    ['TEST-ONLY-gouji.p12', SAMPLES, 'RSA', '勾稽测试签章（仅供测试 TEST ONLY）'],
    ['TEST-ONLY-legacy.p12', KEYS, 'RSA', '勾稽测试签章（仅供测试 TEST ONLY）'],
    ['TEST-ONLY-ec.p12', KEYS, 'ECDSA', '测试椭圆曲线章 TEST ONLY'],
    ['TEST-ONLY-chain.p12', KEYS, 'RSA', '测试签署人 TEST ONLY'],
  ])('%s', async (name, at, algorithm, subject) => {
    expect(await key(name, at)).toMatchObject({ algorithm, name: subject });
  });

  it('takes the chain along, and never a readable private key', async () => {
    const chained = await key('TEST-ONLY-chain.p12');
    expect(chained.chain).toHaveLength(1);
    expect(chained.privateKey.extractable).toBe(false);
  });

  it.each([
    ['TEST-ONLY-gouji.p12', SAMPLES],
    ['TEST-ONLY-legacy.p12', KEYS],
    ['TEST-ONLY-ec.p12', KEYS],
  ])('%s with a wrong passphrase', async (name, at) => {
    for (const wrong of ['', 'gouji-tesT', '口令'])
      expect(await openKey(read(at, name), wrong)).toMatchObject({
        ok: false,
        error: { code: 'wrong-passphrase' },
      });
  });

  it('refuses a weak key', async () => {
    expect(await openKey(read(KEYS, 'TEST-ONLY-weak.p12'), PASSPHRASE)).toMatchObject({
      error: { code: 'unsupported-algorithm' },
    });
  });

  it('never throws on anything that is no key', async () => {
    const good = read(SAMPLES, 'TEST-ONLY-gouji.p12');
    const mutated = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const copy = new Uint8Array(good);
      copy[at] = (copy[at] ?? 0) ^ by;
      return copy;
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), mutated), async (bytes) => {
        const opened = await openKey(bytes, PASSPHRASE);
        if (!opened.ok) expect(opened.error.message).toMatch(/^[^\n]+$/);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('sealing', () => {
  it.each([
    ['TEST-ONLY-gouji.p12', SAMPLES, 'self-signed'],
    ['TEST-ONLY-ec.p12', KEYS, 'self-signed'],
    ['TEST-ONLY-chain.p12', KEYS, 'unknown-issuer'],
  ])('with %s holds, over the whole document', async (name, at, trust) => {
    const report = await verifyPdf(await seal(name, at));
    expect(report).toMatchObject({ status: 'valid', problems: [] });
    expect(report.signatures).toMatchObject([
      {
        coversWholeDocument: true,
        integrity: true,
        trust,
        signedAt: '2027-01-10T09:00:00Z',
        reason: '报送 2026 年报告',
      },
    ]);
  });

  it('trusts the authority that the person names, and no other', async () => {
    const sealed = await seal('TEST-ONLY-chain.p12');
    const authority = read(KEYS, 'TEST-ONLY-ca.pem');
    expect((await verifyPdf(sealed, { trust: [authority] })).signatures[0]?.trust).toBe('trusted');
    const other = await seal('TEST-ONLY-ec.p12');
    expect((await verifyPdf(other, { trust: [authority] })).status).toBe('invalid');
  });

  it('refuses a certificate that had expired, or that is for something else', async () => {
    const expired = await seal('TEST-ONLY-one-day.p12', KEYS, smallPdf(), new Date('2040-01-01T00:00:00Z'));
    expect(await verifyPdf(expired)).toMatchObject({ status: 'invalid', signatures: [{ trust: 'expired' }] });
    expect(await status(await seal('TEST-ONLY-encipherment.p12'))).toBe('invalid');
  });

  it('a second signature leaves the first one as it is', async () => {
    const first = await seal('TEST-ONLY-gouji.p12', SAMPLES);
    const second = await seal('TEST-ONLY-ec.p12', KEYS, first);
    const report = await verifyPdf(second);
    expect(report.status).toBe('valid');
    expect(report.signatures.map((one) => [one.integrity, one.coversWholeDocument])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('says unsigned for a PDF without a seal', async () => expect(await status(smallPdf())).toBe('unsigned'));
});

describe('what other programs say', () => {
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    writeFileSync(file('rsa.pdf'), await seal('TEST-ONLY-gouji.p12', SAMPLES));
    writeFileSync(file('ec.pdf'), await seal('TEST-ONLY-ec.p12'));
    writeFileSync(
      file('two.pdf'),
      await seal('TEST-ONLY-ec.p12', KEYS, await seal('TEST-ONLY-gouji.p12', SAMPLES)),
    );
  });

  it.skipIf(!has('pdfsig', '-v')).each(['rsa.pdf', 'ec.pdf', 'two.pdf'])('pdfsig on %s', (name) => {
    const { stdout } = spawnSync('pdfsig', ['-nocert', file(name)], { encoding: 'utf8' });
    expect(stdout.match(/Signature is Valid/g)).toHaveLength(name === 'two.pdf' ? 2 : 1);
    expect(stdout).toContain('Total document signed');
    expect(stdout).toContain('ETSI.CAdES.detached');
  });

  it.skipIf(!has('mutool', '-v')).each(['rsa.pdf', 'ec.pdf'])('mutool on %s', (name) => {
    const { stdout, stderr } = spawnSync('mutool', ['sign', '-v', file(name)], { encoding: 'utf8' });
    expect(stdout + stderr).toMatch(
      /The document is unchanged since signing|no changes|Digest:? (?:OK|valid)/i,
    );
  });

  it.skipIf(!has('qpdf', '--version')).each(['rsa.pdf', 'ec.pdf', 'two.pdf'])('qpdf on %s', (name) => {
    const { stdout, stderr, status: code } = spawnSync('qpdf', ['--check', file(name)], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain('No syntax or stream encoding errors found');
    expect(code).toBe(0);
  });

  it.skipIf(!has('openssl', 'version'))('openssl on the CMS and the signed bytes', () => {
    const text = readFileSync(file('rsa.pdf')).toString('latin1');
    const [, from = 0, to = 0, rest = 0] = (/\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/.exec(text) ?? []).map(
      Number,
    );
    const bytes = readFileSync(file('rsa.pdf'));
    writeFileSync(
      file('content.bin'),
      Buffer.concat([bytes.subarray(0, from), bytes.subarray(to, to + rest)]),
    );
    writeFileSync(file('cms.der'), Buffer.from(text.slice(from + 1, to - 1), 'hex'));
    const args = [
      'cms',
      '-verify',
      '-noverify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      file('cms.der'),
      '-content',
      file('content.bin'),
      '-out',
      file('out.bin'),
    ];
    expect(spawnSync('openssl', args, { encoding: 'utf8' }).stderr).toMatch(/Verification successful/i);
  });
});

describe('tampering', () => {
  let sealed: Uint8Array;
  beforeAll(async () => {
    sealed = await seal('TEST-ONLY-ec.p12');
  });
  const changed = (pdf: Uint8Array, at: number, to: number): Uint8Array => {
    const copy = new Uint8Array(pdf);
    copy[at] = to;
    return copy;
  };
  const survivors = async (
    pdf: Uint8Array,
    step: number,
    other: (at: number, byte: number) => number,
  ): Promise<number[]> => {
    const found: number[] = [];
    for (let at = 0; at < pdf.length; at += step) {
      const before = pdf[at] ?? 0;
      const to = other(at, before);
      if (to !== before && (await status(changed(pdf, at, to))) === 'valid') found.push(at);
    }
    return found;
  };

  it('no byte of the file can be changed', async () => {
    expect(await survivors(sealed, 1, (_, byte) => byte ^ 1)).toEqual([]);
  }, 120_000);

  it('nor with a chain of certificates in it', async () => {
    const chained = await seal('TEST-ONLY-chain.p12');
    expect(await survivors(chained, 7, (_, byte) => byte ^ 1)).toEqual([]);
  }, 120_000);

  it('nor to a byte that looks alike', async () => {
    const alike = ['\0', ' ', '0', '\n', '>', 'f'];
    const other = (at: number, byte: number): number => {
      const char = String.fromCharCode(byte);
      const swapped = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
      return swapped === char ? (alike[at % alike.length] ?? ' ').charCodeAt(0) : swapped.charCodeAt(0);
    };
    expect(await survivors(sealed, 1, other)).toEqual([]);
  }, 120_000);

  it('nothing can be appended or cut off', async () => {
    for (const tail of ['\n', ' ', '%%EOF\n', '1 0 obj\n<<>>\nendobj\n']) {
      expect(await status(new Uint8Array([...sealed, ...Buffer.from(tail)]))).toBe('invalid');
    }
    for (const less of [1, 2, 10, 500])
      expect(await status(sealed.subarray(0, sealed.length - less))).not.toBe('valid');
  });

  it('a signature of one file does not hold in another', async () => {
    const other = Buffer.from(await seal('TEST-ONLY-ec.p12', KEYS, smallPdf('另一份')));
    const text = Buffer.from(sealed).toString('latin1');
    const stolen = /\/Contents <([0-9a-f]+)>/.exec(text)?.[1] ?? '';
    const at = other.toString('latin1').indexOf('/Contents <') + '/Contents <'.length;
    other.write(stolen, at, 'latin1');
    expect(await status(new Uint8Array(other))).toBe('invalid');
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(sealed.length), async (bytes, at) => {
        expect(await status(bytes)).not.toBe('valid');
        const spliced = new Uint8Array([...sealed.subarray(0, at), ...bytes, ...sealed.subarray(at)]);
        if (bytes.length > 0) expect(await status(spliced)).not.toBe('valid');
      }),
      { numRuns: 200 },
    );
  });
});
