import { createHash, webcrypto } from 'node:crypto';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkText } from '../../../src/main/checker/run';
import { exportPdf } from '../../../src/main/exporter/export';
import { certificateOf } from '../../../src/main/seal/certificates';
import { createCms } from '../../../src/main/seal/cms';
import type { SealKey } from '../../../src/main/seal/key';
import { dictionaryOf, objectOf, openPdf } from '../../../src/main/seal/pdf-file';
import { namesOf } from '../../../src/main/seal/pdf-names';
import { pageNumbers } from '../../../src/main/seal/pdf-pages';
import { referenceOf, writeDictionary } from '../../../src/main/seal/pdf-syntax';
import { writeUpdate } from '../../../src/main/seal/pdf-update';
import { sealUpdate } from '../../../src/main/seal/seal-update';
import { verifyPdf } from '../../../src/main/seal/verify';
import { type Identity, identity, revocationList, type Wish } from '../../helpers/pki';
import { bytesOf, keyOf, SIGNED_AT, seal, sealUnchecked, textOf } from './helpers';

/**
 * Forged and damaged files: what the literature knows (universal signature forgery, incremental saving, signature wrapping:
 * Mladenov et al., CCS 2019; shadow attacks: Mainka et al., NDSS 2021; evil annotations, sneaky signatures: Rohlmann et al.,
 * S&P 2021), and what a person with a stick and a hex editor may do.
 */
type Forge = () => Uint8Array | Promise<Uint8Array>;
interface Options {
  readonly trust?: readonly Uint8Array[];
  readonly revocation?: readonly Uint8Array[];
}
const TEXT = `# 某公司关于2026年度支付服务情况的报告

某市人民银行：

2026年，我公司处理支付业务120万笔，金额3,450.20万元，同比增长12.5%。其中线上80万笔，线下40万笔。

特此报告。

某公司

2027年1月10日
`;
const LIMIT_MS = 5000;

let report: Uint8Array;
let sealed: Uint8Array;
let text: string;
let root = 0;
let page = 0;
let content = 0;
let evidence = 0;

beforeAll(async () => {
  report = await exportPdf(checkText(TEXT, { marks: [], references: [] }), {
    fontsDirectory: resolve(import.meta.dirname, '../../../resources/fonts'),
    createdAt: SIGNED_AT,
    version: '0.0.0',
    draft: true,
  });
  sealed = await seal('ec', report);
  text = textOf(sealed);
  const file = openPdf(sealed);
  root = referenceOf(file.trailer.get('Root')) ?? 0;
  page = pageNumbers(file)[0] ?? 0;
  content = referenceOf(dictionaryOf(file, page).get('Contents')) ?? 0;
  const specification = referenceOf(namesOf(file, 'EmbeddedFiles')[0]?.[1]) ?? 0;
  evidence = specification;
}, 60_000);

const now = (): ReturnType<typeof openPdf> => openPdf(sealed);
const _objectText = (number: number): string => objectOf(now(), number).value;
const updated = (pdf: Uint8Array, objects: readonly (readonly [number, string])[]): Uint8Array =>
  new Uint8Array([...pdf, ...bytesOf(writeUpdate(openPdf(pdf), new Map(objects)))]);
const withEntry = (number: number, key: string, value: string | null): string => {
  const entries = new Map(dictionaryOf(now(), number));
  if (value === null) entries.delete(key);
  else entries.set(key, value);
  return writeDictionary(entries);
};
const stream = (data: string): string => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`;
const replaced = (from: string | RegExp, to: string): Uint8Array => bytesOf(text.replace(from, to));
const free = (): number => now().size;

/** What an editor can append to a sealed file. */
const UPDATES: Readonly<Record<string, () => readonly (readonly [number, string])[]>> = {
  'the page’s content': () => [[content, stream('BT ET')]],
  'the page, with other content': () => [
    [page, withEntry(page, 'Contents', `${free()} 0 R`)],
    [free(), stream('0 g 0 0 595 842 re f')],
  ],
  'a catalog without form': () => [[root, withEntry(root, 'AcroForm', null)]],
  'a catalog without certification': () => [[root, withEntry(root, 'Perms', null)]],
  'a catalog that opens with a script': () => [
    [root, withEntry(root, 'OpenAction', '<< /S /JavaScript /JS (app.alert(1)) >>')],
  ],
  'a catalog without evidence': () => [[root, withEntry(root, 'Names', null)]],
  'other evidence': () => [
    [evidence, withEntry(evidence, 'EF', `<< /F ${free()} 0 R >>`)],
    [free(), stream('{"findings":[]}')],
  ],
  'other metadata': () => [
    [root, withEntry(root, 'Metadata', `${free()} 0 R`)],
    [free(), stream('<x/>')],
  ],
  'a title': () => [[referenceOf(now().trailer.get('Info')) ?? free(), '<< /Title (other) >>']],
  'nothing that is used': () => [[free(), '<< >>']],
  ...Object.fromEntries(
    ['FreeText', 'Stamp', 'Redact', 'Highlight', 'Square', 'Widget'].map((kind) => [
      `an evil annotation: ${kind}`,
      (): readonly (readonly [number, string])[] => [
        [page, withEntry(page, 'Annots', `[${free()} 0 R]`)],
        [
          free(),
          `<< /Type /Annot /Subtype /${kind} /Rect [50 50 500 700] /F 4 /Contents (3,450.20) /DA (/Helv 12 Tf 0 g) /AP << /N ${free() + 1} 0 R >> >>`,
        ],
        [
          free() + 1,
          `<< /Type /XObject /Subtype /Form /BBox [0 0 450 650] /Length 17 >>\nstream\n1 g 0 0 450 650 re\nendstream`,
        ],
      ],
    ]),
  ),
};

/** Shadow attacks: what the signed file hides comes to light by an update. */
const SHADOWS: Readonly<Record<string, () => readonly (readonly [number, string])[]>> = {
  'hide: the page’s drawings are freed': () => [[page, withEntry(page, 'Resources', '<< >>')]],
  'hide: a page out of the tree': () => {
    const pages = referenceOf(dictionaryOf(now(), root).get('Pages')) ?? 0;
    return [[pages, withEntry(pages, 'Kids', `[${page} 0 R]`)]];
  },
  'replace: a font with other glyphs': () => {
    const fonts = dictionaryOf(now(), page).get('Resources') ?? '';
    const number = referenceOf(fonts) ?? page;
    return [
      [number, withEntry(number, 'Font', '<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>')],
    ];
  },
  'replace: a field’s value': () => [
    [root, withEntry(root, 'AcroForm', `<< /Fields [${free()} 0 R] /SigFlags 3 >>`)],
    [free(), '<< /FT /Tx /T (total) /V (9,999) >>'],
  ],
  'hide and replace: another catalog': () => [
    [free(), writeDictionary(new Map([...dictionaryOf(now(), root), ['Pages', `${free() + 1} 0 R`]]))],
    [free() + 1, `<< /Type /Pages /Kids [${free() + 2} 0 R] /Count 1 >>`],
    [free() + 2, `<< /Type /Page /Parent ${free() + 1} 0 R /MediaBox [0 0 595 842] /Resources << >> >>`],
  ],
};

const range = (): string => /\/ByteRange \[[^\]]*\]/.exec(text)?.[0] ?? '';
const contents = (): string => /\/Contents <[0-9a-f]*>/.exec(text)?.[0] ?? '';
const numbers = (): readonly number[] => (range().match(/\d+/g) ?? []).map(Number);
const ranged = (...values: readonly (number | string)[]): Uint8Array => {
  const made = `/ByteRange [${values.join(' ')}`;
  return replaced(range(), `${made.padEnd(range().length - 1)}]`);
};

const BYTE_RANGES: Readonly<Record<string, Forge>> = {
  'ranges swapped': () => ranged(numbers()[2] ?? 0, numbers()[3] ?? 0, 0, numbers()[1] ?? 0),
  'lengths swapped': () => ranged(0, numbers()[3] ?? 0, numbers()[2] ?? 0, numbers()[1] ?? 0),
  'the second range empty': () => ranged(0, numbers()[1] ?? 0, numbers()[2] ?? 0, 0),
  'the first range empty': () => ranged(0, 0, numbers()[2] ?? 0, numbers()[3] ?? 0),
  'the first range later': () => ranged(1, (numbers()[1] ?? 0) - 1, numbers()[2] ?? 0, numbers()[3] ?? 0),
  'ranges that meet': () => ranged(0, numbers()[2] ?? 0, numbers()[2] ?? 0, numbers()[3] ?? 0),
  'ranges that overlap': () => ranged(0, (numbers()[2] ?? 0) + 9, numbers()[2] ?? 0, numbers()[3] ?? 0),
  'a range past the end': () => ranged(0, numbers()[1] ?? 0, numbers()[2] ?? 0, (numbers()[3] ?? 0) + 1),
  'a range one short': () => ranged(0, numbers()[1] ?? 0, numbers()[2] ?? 0, (numbers()[3] ?? 0) - 1),
  'negative numbers': () => ranged(0, -1, 0, -1),
  'huge numbers': () => ranged(0, '99999999999999999999', 1, 1),
  fractions: () => ranged('0.0', numbers()[1] ?? 0, numbers()[2] ?? 0, numbers()[3] ?? 0),
  'six numbers': () => ranged(0, numbers()[1] ?? 0, numbers()[2] ?? 0, numbers()[3] ?? 0, 0, 0),
  'three numbers': () => ranged(0, numbers()[1] ?? 0, numbers()[2] ?? 0),
};

const FORGERY_VALUES: readonly (readonly [string, () => string, string])[] = [
  ['/ByteRange missing', range, ''],
  ['/ByteRange null', range, '/ByteRange null'],
  ['/ByteRange empty', range, '/ByteRange []'],
  ['/ByteRange of zeros', range, '/ByteRange [0 0 0 0]'],
  ['/ByteRange of words', range, '/ByteRange [a b c d]'],
  ['/ByteRange by reference', range, '/ByteRange 1 0 R'],
  ['/Contents missing', contents, ''],
  ['/Contents null', contents, '/Contents null'],
  ['/Contents empty', contents, '/Contents <>'],
  ['/Contents zero', contents, '/Contents <00>'],
  ['/Contents of zeros', contents, `/Contents <${'0'.repeat(64)}>`],
  ['/Contents as a literal', contents, '/Contents ()'],
  ['/Contents twice', contents, '/Contents <00> /Contents <00>'],
];

/** Bytes put behind a sealed file that are no whole update. */
const TAILS: Readonly<Record<string, () => string>> = {
  'an object alone': () => `${content} 0 obj\n${stream('BT ET')}\nendobj\n`,
  'an object and %%EOF': () => `${content} 0 obj\n${stream('BT ET')}\nendobj\n%%EOF\n`,
  'an object and a trailer': () =>
    `${content} 0 obj\n<< >>\nendobj\ntrailer\n<< /Root ${root} 0 R >>\n%%EOF\n`,
  'a table without objects': () =>
    `xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size ${free()} /Root ${root} 0 R /Prev ${now().startXref} >>\nstartxref\n${sealed.length}\n%%EOF\n`,
  'a copy of the signature': () =>
    `${free()} 0 obj\n${/<< \/Type \/Sig [\s\S]*?>>\nendobj/.exec(text)?.[0] ?? ''}\n%%EOF\n`,
  'the file itself once more': () => text,
};

const wrapped = (padding: string, rest: (moved: number) => number): Uint8Array => {
  const [, from = 0, to = 0, length = 0] = numbers();
  const moved = `/ByteRange [0 ${from} ${to + padding.length} ${rest(length)}`.padEnd(range().length - 1);
  return bytesOf(`${text.slice(0, to)}${padding}${text.slice(to)}`.replace(range(), `${moved}]`));
};
const WRAPPINGS: Readonly<Record<string, Forge>> = {
  'an object in the hole': () => wrapped(`${content} 0 obj\n<< >>\nendobj\n`, (length) => length),
  'spaces in the hole': () => wrapped(' '.repeat(40), (length) => length),
  'zeros behind the value': () => wrapped('00', (length) => length),
  'the second range moved to a copy': () => {
    const [, from = 0, to = 0, length = 0] = numbers();
    const copy = sealed.length;
    const made = `/ByteRange [0 ${from} ${copy} ${length}`.padEnd(range().length - 1);
    return bytesOf(text.replace(range(), `${made}]`) + text.slice(to));
  },
};

const attacked = async (pdf: Uint8Array): Promise<Uint8Array> => seal('gouji', pdf);

/** A key of one's own making, with whatever certificate. */
async function madeKey(wish: Wish, chain: readonly Identity[] = []): Promise<SealKey> {
  const made = await identity(wish);
  const certificate = certificateOf(made.der);
  if (!certificate) throw new Error('no certificate');
  const rsa = wish.kind?.startsWith('RSA') === true;
  return {
    certificate,
    chain: chain.flatMap((one) => certificateOf(one.der) ?? []),
    algorithm: rsa ? 'RSA' : 'ECDSA',
    name: wish.name,
    notBefore: new Date(0),
    notAfter: new Date('2100-01-01T00:00:00Z'),
    sign: async (bytes) => {
      const how = rsa ? 'RSASSA-PKCS1-v1_5' : { name: 'ECDSA', hash: 'SHA-256' };
      return new Uint8Array(await webcrypto.subtle.sign(how, made.keys.privateKey, bytes));
    },
  };
}

const authority = (more: Partial<Wish> = {}): Promise<Identity> =>
  identity({ name: '测试根 TEST ONLY', authority: true, ...more });
const issued = async (issuer: Identity, more: Partial<Wish> = {}, chain: readonly Identity[] = [issuer]) =>
  sealUnchecked(await madeKey({ name: '签章人 TEST ONLY', issuer, ...more }, chain));

/** Files that somebody with a key, but not the right one, has sealed in due form. */
const CERTIFICATES: Readonly<Record<string, () => Promise<readonly [Uint8Array, Options]>>> = {
  expired: async () => [await issued(await authority(), { to: '2026-01-01T00:00:00Z' }), {}],
  'not yet valid': async () => [await issued(await authority(), { from: '2028-01-01T00:00:00Z' }), {}],
  'an authority that has expired': async () => [
    await issued(await authority({ to: '2026-01-01T00:00:00Z' })),
    {},
  ],
  'wrong usage: encipherment': async () => [await issued(await authority(), { usage: 0x20 }), {}],
  'wrong usage: issuing': async () => [await issued(await authority(), { usage: 0x04 }), {}],
  'RSA of 2048 bits': async () => [await issued(await authority(), { kind: 'RSA-2048' }), {}],
  'a certificate signed with SHA-1': async () => {
    const top = await authority({ kind: 'RSA-2048' });
    const key = await madeKey({ name: '签章人', issuer: top, hash: 'SHA-1' }, [top]);
    expect(key.certificate.parsed.signatureAlgorithm.algorithmId).toBe('1.2.840.113549.1.1.5');
    return [await sealUnchecked(key), { trust: [top.der] }];
  },
  'an authority of another name alike': async () => {
    const [own, other] = [await authority(), await authority()];
    return [await issued(own), { trust: [other.der] }];
  },
  'a self-signed certificate under a known name': async () => {
    const top = await authority();
    const key = await madeKey({ name: '某公司合规部' });
    return [await sealUnchecked(key), { trust: [top.der] }];
  },
  'a mere signer as an authority': async () => {
    const top = await authority();
    const signer = await identity({ name: 'signer', issuer: top });
    return [await issued(signer, {}, [signer, top]), { trust: [top.der] }];
  },
  'more authorities than allowed': async () => {
    const top = await authority({ below: 0 });
    const middle = await authority({ name: 'middle', issuer: top });
    return [await issued(middle, {}, [middle, top]), { trust: [top.der] }];
  },
  'a chain with a gap': async () => {
    const top = await authority();
    const middle = await authority({ name: 'middle', issuer: top });
    return [await issued(middle, {}, [top]), { trust: [top.der] }];
  },
  revoked: async () => {
    const top = await authority();
    const key = await madeKey({ name: '签章人', issuer: top, serial: 77 }, [top]);
    const serial = key.certificate.parsed.serialNumber;
    const list = await revocationList(top, [{ serial, at: '2026-06-01T00:00:00Z' }], {
      from: '2027-06-01T00:00:00Z',
      next: '2027-07-01T00:00:00Z',
    });
    return [await sealUnchecked(key), { trust: [top.der], revocation: [list] }];
  },
  'revoked later, with nothing to prove the time': async () => {
    const top = await authority();
    const key = await madeKey({ name: '签章人', issuer: top, serial: 78 }, [top]);
    const serial = key.certificate.parsed.serialNumber;
    const list = await revocationList(top, [{ serial, at: '2028-06-01T00:00:00Z' }], {
      from: '2028-07-01T00:00:00Z',
      next: null,
    });
    return [await sealUnchecked(key), { trust: [top.der], revocation: [list] }];
  },
  'another’s name on the seal': async () => [
    await sealUnchecked({ ...(await keyOf('ec')), name: '总经理' }),
    {},
  ],
  'another certificate beside the signature': async () => {
    const key = await keyOf('ec');
    const other = await madeKey({ name: key.name });
    return [await sealUnchecked({ ...key, certificate: other.certificate }), {}];
  },
  'the signer’s certificate, another’s signature': async () => {
    const key = await keyOf('ec');
    return [await sealUnchecked({ ...key, sign: (await madeKey({ name: 'x' })).sign }), {}];
  },
};

/** Evidence that does not belong to the pages, sealed by its own maker. */
async function sealedWith(change: (evidence: Record<string, unknown>) => void): Promise<Uint8Array> {
  const key = await keyOf('ec');
  const file = openPdf(report);
  const specification = referenceOf(namesOf(file, 'EmbeddedFiles')[0]?.[1]) ?? 0;
  const { streamOf } = await import('../../../src/main/seal/pdf-file');
  const embedded =
    referenceOf(/\/F (\d+ 0 R)/.exec(dictionaryOf(file, specification).get('EF') ?? '')?.[1]) ?? 0;
  const value = JSON.parse(streamOf(file, embedded, 1e8).bytes.toString('utf8')) as Record<string, unknown>;
  change(value);
  const data = Buffer.from(JSON.stringify(value)).toString('latin1');
  const pdf = new Uint8Array([...report, ...bytesOf(writeUpdate(file, new Map([[embedded, stream(data)]])))]);
  const seal = {
    name: key.name,
    signedAt: SIGNED_AT,
    reason: '',
    place: '',
    contact: '',
    certifies: true,
    stamp: null,
  };
  const update = sealUpdate(openPdf(pdf), seal, 4000);
  const made = Buffer.concat([pdf, bytesOf(update.text)]);
  const hash = createHash('sha256').update(made.subarray(0, update.from)).update(made.subarray(update.to));
  const cms = await createCms(key, new Uint8Array(hash.digest()));
  made.write(Buffer.from(cms).toString('hex'), update.from + 1, 'latin1');
  return new Uint8Array(made);
}

const EVIDENCE: Readonly<Record<string, Forge>> = {
  'another hash of the text': () =>
    sealedWith((value) => Object.assign(value, { printed: { sha256: 'ab'.repeat(32) } })),
  'a figure that no page has': () =>
    sealedWith((value) => (value['figures'] as { raw: string }[]).push({ raw: '7,777.77万元' })),
  'figures of another report': () =>
    sealedWith((value) => Object.assign(value, { figures: [{ raw: '1家' }, { raw: '99.99%' }] })),
};

const flipped =
  (at: number, by: number): Forge =>
  () => {
    const copy = new Uint8Array(sealed);
    const place = Math.floor(at * sealed.length);
    copy[place] = (copy[place] ?? 0) ^ by;
    return copy;
  };

const CUTS: Readonly<Record<string, Forge>> = {
  'without its last byte': () => sealed.subarray(0, -1),
  'without its last line': () => sealed.subarray(0, -6),
  'half of it': () => sealed.subarray(0, sealed.length / 2),
  'without its first byte': () => sealed.subarray(1),
  'behind other bytes': () => bytesOf(`GIF89a\n${text}`),
  'behind a line break': () => bytesOf(`\n${text}`),
  'a space behind it': () => bytesOf(`${text} `),
  'line ends changed': () => replaced(/\nendobj\n/, '\rendobj\n'),
  'back to the state before, with the seal’s object kept': () =>
    bytesOf(`${textOf(report)}${/\d+ 0 obj\n<< \/Type \/Sig [\s\S]*?endobj\n/.exec(text)?.[0] ?? ''}`),
  'the reason changed': () => replaced('/Reason <feff', '/Reason <feff4e00'),
  'the time changed': () => replaced('(D:2027', '(D:2026'),
};

async function refused(forge: Forge, options: Options = {}): Promise<void> {
  const forged = await forge();
  const started = process.cpuUsage();
  const found = await verifyPdf(forged, options);
  const used = process.cpuUsage(started);
  expect(Buffer.from(forged).equals(sealed)).toBe(false);
  expect(found.status).not.toBe('valid');
  expect((used.user + used.system) / 1000).toBeLessThan(LIMIT_MS);
}

describe('forgeries', () => {
  it('the true one is valid, and its evidence agrees', async () => {
    expect(await verifyPdf(sealed)).toMatchObject({ status: 'valid', evidence: { state: 'agrees' } });
    expect((await verifyPdf(await sealedWith(() => undefined))).status).toBe('valid');
    const top = await authority();
    expect(await verifyPdf(await issued(top), { trust: [top.der] })).toMatchObject({ status: 'valid' });
  });

  const flips = Array.from({ length: 30 }, (_, index) => [index, (index + 0.5) / 30] as const);
  it.each(flips)('byte flip %i at %f of the file', (index, at) => refused(flipped(at, 1 << (index % 8))));
  it.each(Object.keys(CUTS))('damaged: %s', (name) => refused(CUTS[name] ?? (() => sealed)));
  it.each(Object.keys(BYTE_RANGES))('byte ranges: %s', (name) =>
    refused(BYTE_RANGES[name] ?? (() => sealed)),
  );
  it.each(FORGERY_VALUES)('universal forgery: %s', async (_, was, becomes) => {
    await refused(() => replaced(was(), becomes));
    await refused(() => replaced(was(), becomes.padEnd(was().length)));
  });
  it.each(Object.keys(WRAPPINGS))('wrapping: %s', (name) => refused(WRAPPINGS[name] ?? (() => sealed)));
  it.each([-200, -1, 1, 30])('a hole in the signed bytes, whoever signs: %i', async (by) => {
    await refused(async () => sealUnchecked(await keyOf('ec'), { hole: [Math.min(by, 0), Math.max(by, 0)] }));
    await refused(async () => sealUnchecked(await keyOf('ec'), { hole: [0, by] }));
  });
  it.each(Object.keys(TAILS))('incremental saving: %s', (name) =>
    refused(() => bytesOf(text + (TAILS[name]?.() ?? ''))),
  );
  it.each(Object.keys(UPDATES))('an update: %s, alone and signed by another', async (name) => {
    const objects = UPDATES[name]?.() ?? [];
    await refused(() => updated(sealed, objects));
    await refused(() => attacked(updated(sealed, objects)).catch(() => updated(sealed, objects)));
  });
  it.each(Object.keys(SHADOWS))('shadow attack: %s, alone and signed by another', async (name) => {
    const objects = SHADOWS[name]?.() ?? [];
    await refused(() => updated(sealed, objects));
    await refused(() => attacked(updated(sealed, objects)).catch(() => updated(sealed, objects)));
  });
  it('a sneaky signature: another’s, its widget over the page', () =>
    refused(async () => {
      const second = textOf(await attacked(sealed));
      const at = second.lastIndexOf('/Rect [0 0 0 0]');
      return bytesOf(`${second.slice(0, at)}/Rect [9 9 9 9]${second.slice(at + 15)}`);
    }));
  it.each(Object.keys(CERTIFICATES))('certificates: %s', async (name) => {
    const [pdf, options] = (await CERTIFICATES[name]?.()) ?? [sealed, {}];
    await refused(() => pdf, options);
  });
  it.each(Object.keys(EVIDENCE))('evidence: %s', (name) => refused(EVIDENCE[name] ?? (() => sealed)));
  it('are more than 120', () => {
    const tables = [CUTS, BYTE_RANGES, WRAPPINGS, TAILS, CERTIFICATES, EVIDENCE].map(
      (one) => Object.keys(one).length,
    );
    const twice = [UPDATES, SHADOWS].map((one) => 2 * Object.keys(one).length);
    const all = [...tables, ...twice, 30, 2 * FORGERY_VALUES.length, 8, 1];
    expect(all.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(120);
  });
});
