import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { children, type DerNode, der, readDer, sequence, unsigned } from '../../../src/main/seal/der';
import { verifyPdf } from '../../../src/main/seal/verify';
import { bytesOf, keyOf, packedPdf, seal, sealUnchecked, statusOf, textOf } from './helpers';

/** What is said besides never makes a seal valid: these many files are spared it. */
const holds = async (pdf: Uint8Array): Promise<boolean> =>
  (await verifyPdf(pdf, { sealOnly: true })).status === 'valid';

const LIMIT = 240_000;

function changed(pdf: Uint8Array, at: number, to: number): Uint8Array {
  const copy = new Uint8Array(pdf);
  copy[at] = to;
  return copy;
}

/** Offsets at which some other byte leaves the seal valid. */
async function survivors(
  pdf: Uint8Array,
  places: readonly number[],
  others: (byte: number) => readonly number[],
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const at of places) {
    const before = pdf[at] ?? 0;
    for (const to of others(before)) {
      if (to !== before && (await holds(changed(pdf, at, to)))) found.push(at);
    }
  }
  return found;
}

const every = (from: number, to: number, step = 1): readonly number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

/** All offsets, but of a long run of zeros only some: what one of them does, its neighbours do too. */
function telling(pdf: Uint8Array): readonly number[] {
  const text = textOf(pdf);
  const zeros = /0{2000,}/.exec(text);
  if (!zeros) return every(0, pdf.length);
  const end = zeros.index + zeros[0].length;
  return [
    ...every(0, zeros.index + 50),
    ...every(zeros.index + 50, end - 50, 501),
    ...every(end - 50, pdf.length),
  ];
}

/** A bit, the other case, the next hexadecimal digit, a zero, a space. */
function alike(byte: number): readonly number[] {
  const char = String.fromCharCode(byte);
  const digits = '0123456789abcdef';
  const next = digits[(digits.indexOf(char) + 1) % digits.length] ?? '0';
  const other = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
  return [byte ^ 1, ...[other, next, '0', ' '].map((one) => one.charCodeAt(0))];
}

/** Writes a value again with the part at a path of indices changed. */
function rewritten(
  node: DerNode,
  [index, ...rest]: readonly number[],
  change: (node: DerNode) => Uint8Array,
): Uint8Array {
  if (index === undefined) return change(node);
  const parts = children(node).map((one, at) => (at === index ? rewritten(one, rest, change) : one.raw));
  return der(node.tag, ...parts);
}

/** The CMS with the other of the two signatures that an ECDSA key can make of one. */
function mirrored(cms: Uint8Array): Uint8Array {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  return rewritten(readDer(cms), [1, 0, 4, 0, 5], ({ content }) => {
    const [r, s] = children(readDer(content));
    if (!r || !s) throw new Error('no signature');
    const other = order - BigInt(`0x${Buffer.from(s.content).toString('hex')}`);
    const bytes = new Uint8Array(Buffer.from(other.toString(16).padStart(64, '0'), 'hex'));
    return der(0x04, sequence(r.raw, unsigned(bytes)));
  });
}

describe('tampering', () => {
  let sealed: Uint8Array;
  let region: readonly number[];
  beforeAll(async () => {
    sealed = await seal('ec');
    const text = textOf(sealed);
    const start = text.lastIndexOf(' obj\n<< /Type /Sig') - 2;
    const dictionary = new Set(every(start, text.indexOf('endobj', start) + 7));
    region = telling(sealed).filter((at) => dictionary.has(at));
  });

  it(
    'no byte of the file can be changed',
    async () => {
      expect(await survivors(sealed, telling(sealed), (byte) => [byte ^ 1])).toEqual([]);
    },
    LIMIT,
  );

  it(
    'nor a byte of the signature to one that looks alike',
    async () => {
      expect(region.length).toBeGreaterThan(1500);
      expect(await survivors(sealed, region, alike)).toEqual([]);
    },
    LIMIT,
  );

  it(
    'nor a byte of a chain of certificates, of the first of two signatures, or of packed objects',
    async () => {
      for (const pdf of [
        await seal('chain'),
        await seal('ec', await seal('ec')),
        await seal('ec', packedPdf()),
      ])
        expect(
          await survivors(
            pdf,
            telling(pdf).filter((at) => at % 11 === 0),
            (byte) => [byte ^ 1],
          ),
        ).toEqual([]);
    },
    LIMIT,
  );

  it('nor can the CMS be written in another way', async () => {
    const text = textOf(sealed);
    const hex = /\/Contents <([0-9a-f]+)>/.exec(text)?.[1] ?? '';
    const bytes = new Uint8Array(Buffer.from(hex.replace(/(00)+$/, ''), 'hex'));
    const root = readDer(bytes);
    const [type, content] = children(root);
    const [signedData] = content ? children(content) : [];
    const parts = signedData ? children(signedData) : [];
    const [version, digests, encapsulated, certificates, signers] = parts;
    if (!type || !version || !digests || !encapsulated || !certificates || !signers)
      throw new Error('no CMS');
    const written = (...own: readonly Uint8Array[]): Uint8Array =>
      der(0x30, type.raw, der(0xa0, der(0x30, ...own)));
    const put = (cms: Uint8Array): Promise<string> =>
      statusOf(bytesOf(text.replace(hex, Buffer.from(cms).toString('hex').padEnd(hex.length, '0'))));
    const [v, d, e, c, s] = [version.raw, digests.raw, encapsulated.raw, certificates.raw, signers.raw];
    expect(await put(written(v, d, e, c, s))).toBe('valid');
    expect(await put(written(Uint8Array.of(2, 1, 3), d, e, c, s))).toBe('invalid');
    expect(await put(written(v, der(0x31), e, c, s))).toBe('invalid');
    expect(await put(written(v, d, e, s))).toBe('invalid');
    expect(await put(written(v, d, e, c, der(0xa1), s))).toBe('invalid');
    expect(await put(written(v, d, e, der(0xa0, certificates.content, Uint8Array.of(5, 0)), s))).toBe(
      'invalid',
    );
    expect(await put(Uint8Array.of(...written(v, d, e, c, s), 1))).toBe('invalid');
  });

  it('nor the signature be mirrored: (r, n − s) verifies as well as (r, s)', async () => {
    const key = await keyOf('ec');
    expect(await statusOf(await sealUnchecked(key))).toBe('valid');
    expect(await statusOf(await sealUnchecked(key, { change: mirrored }))).toBe('invalid');
  });

  it('nothing can be appended, cut off or put in', async () => {
    for (const tail of ['\n', ' ', '\0', '%%EOF\n', '1 0 obj\n<<>>\nendobj\n'])
      expect(await statusOf(bytesOf(textOf(sealed) + tail))).toBe('invalid');
    for (const less of [1, 2, 10, 500, sealed.length - 20])
      expect(await statusOf(sealed.subarray(0, sealed.length - less))).not.toBe('valid');
    expect(await statusOf(bytesOf(`\n${textOf(sealed)}`))).not.toBe('valid');
    const padded = textOf(sealed).replace(/(\/Contents <[0-9a-f]+)>/, '$100>');
    expect(await statusOf(bytesOf(padded))).toBe('invalid');
  });

  it(
    'never throws, whatever the bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 400 }),
          fc.nat(sealed.length),
          fc.nat(sealed.length),
          async (bytes, at, to) => {
            expect(await statusOf(bytes)).not.toBe('valid');
            const spliced = new Uint8Array([...sealed.subarray(0, at), ...bytes, ...sealed.subarray(to)]);
            if (bytes.length > 0 || at !== to) expect(await statusOf(spliced)).not.toBe('valid');
          },
        ),
        { numRuns: 500 },
      );
    },
    LIMIT,
  );

  it('never throws on nested or endless structure', async () => {
    const deep = (open: string, close = ''): string => open.repeat(200_000) + close.repeat(200_000);
    for (const value of [
      deep('['),
      deep('<</A'),
      deep('(', ')'),
      `<< /Type ${deep('[', ']')} >>`,
      '<'.repeat(99),
    ]) {
      const text = `%PDF-1.7\nxref\n0 0\ntrailer\n${value}\nstartxref\n9\n%%EOF\n`;
      expect(await statusOf(bytesOf(text))).toBe('unreadable');
    }
    const circle = '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n';
    expect(await statusOf(bytesOf(circle))).toBe('unreadable');
  });
});
