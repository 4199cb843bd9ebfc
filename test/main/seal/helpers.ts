import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createCms } from '../../../src/main/seal/cms';
import { openKey, type SealKey } from '../../../src/main/seal/key';
import { openPdf } from '../../../src/main/seal/pdf-file';
import { sealUpdate } from '../../../src/main/seal/seal-update';
import { sealPdf } from '../../../src/main/seal/sign';
import { verifyPdf } from '../../../src/main/seal/verify';
import { smallPdf } from '../../helpers/small-pdf';

export const PASSPHRASE = 'gouji-test';
export const SIGNED_AT = new Date('2027-01-10T09:00:00Z');
const KEYS = resolve(import.meta.dirname, '../../fixtures/keys');
const SAMPLES = resolve(import.meta.dirname, '../../../resources/samples');

/** `gouji` → the bytes of TEST-ONLY-gouji.p12, which the application carries; all others are fixtures. */
export function keyFile(name: string): Uint8Array {
  const folder = name === 'gouji' ? SAMPLES : KEYS;
  const file = name.includes('.') ? name : `${name}.p12`;
  return new Uint8Array(readFileSync(join(folder, `TEST-ONLY-${file}`)));
}

export async function keyOf(name: string, passphrase = PASSPHRASE): Promise<SealKey> {
  const opened = await openKey(keyFile(name), passphrase);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

export const seal = async (name: string, pdf = smallPdf(), signedAt = SIGNED_AT): Promise<Uint8Array> =>
  sealPdf(pdf, await keyOf(name), { signedAt, reason: '报送 2026 年报告' });

export interface Unchecked {
  readonly change?: (cms: Uint8Array) => Uint8Array;
  /** Added to where the hole in the signed bytes starts and ends. */
  readonly hole?: readonly [number, number];
}

/** Seals whatever the key and the range are: what `sealPdf` refuses, others may still write. */
export async function sealUnchecked(key: SealKey, options: Unchecked = {}): Promise<Uint8Array> {
  const { change = (cms) => cms, hole: [before, behind] = [0, 0] } = options;
  const pdf = smallPdf();
  const reserved = (await createCms(key, new Uint8Array(32))).length + 64;
  const update = sealUpdate(
    openPdf(pdf),
    { name: key.name, signedAt: SIGNED_AT, reason: '', place: '', contact: '', certifies: true, stamp: null },
    reserved,
  );
  const [from, to] = [update.from + before, update.to + behind];
  const length = pdf.length + update.text.length;
  const range = [from, to, length - to].map((value) => String(value).padEnd(12)).join(' ');
  const text = update.text.replace(/\/ByteRange \[0 [\d ]+\]/, `/ByteRange [0 ${range}]`);
  const sealed = Buffer.concat([pdf, bytesOf(text)]);
  const hash = createHash('sha256').update(sealed.subarray(0, from)).update(sealed.subarray(to));
  const cms = change(await createCms(key, new Uint8Array(hash.digest())));
  sealed.write(Buffer.from(cms).toString('hex'), update.from + 1, 'latin1');
  return new Uint8Array(sealed);
}

export const statusOf = async (pdf: Uint8Array): Promise<string> => (await verifyPdf(pdf)).status;

export const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
export const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** A page whose objects are packed, with a compressed cross-reference stream, as newer programs write. */
export function packedPdf(): Uint8Array {
  const packed = [
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 5 0 R /Resources << >> >>'],
    [5, '[ ]'],
  ] as const;
  let body = '';
  const head = packed.map(([number, text]) => {
    const pair = `${number} ${body.length}`;
    body += `${text}\n`;
    return pair;
  });
  const first = `${head.join(' ')}\n`;
  const data = deflateSync(Buffer.from(first + body, 'latin1')).toString('latin1');
  let text = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const container = text.length;
  text += `4 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${first.length} /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream\nendobj\n`;
  const start = text.length;
  const rows = [
    [0, 0, 255],
    [2, 4, 0],
    [2, 4, 1],
    [2, 4, 2],
    [1, container, 0],
    [2, 4, 3],
    [1, start, 0],
  ].map(([kind = 0, second = 0, third = 0]) => [kind, second >> 8, second & 255, third]);
  const up = rows.map((row, index) => [
    2,
    ...row.map((byte, at) => (byte - (rows[index - 1]?.[at] ?? 0)) & 255),
  ]);
  const table = deflateSync(Uint8Array.from(up.flat())).toString('latin1');
  text += `6 0 obj\n<< /Type /XRef /Size 7 /Root 1 0 R /W [1 2 1] /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length ${table.length} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${start}\n%%EOF`;
  return bytesOf(text);
}

/** A classic PDF from its objects' texts, numbered from 1; the first is the catalog. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.6\n';
  const entries = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const start = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text);
}

/** A table that calls the font free, and a stream that has it: for readers old and new (ISO 32000-1 §7.5.8.4). */
export function hybridPdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots 4 0 R /Resources << >> >>',
    '[]',
  ];
  let text = '%PDF-1.5\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const hidden = text.length;
  const row = String.fromCharCode(1, (offsets[3] ?? 0) >> 8, (offsets[3] ?? 0) & 255, 0);
  text += `5 0 obj\n<< /Type /XRef /Size 6 /Root 1 0 R /W [1 2 1] /Index [4 1] /Length 4 >>\nstream\n${row}\nendstream\nendobj\n`;
  const start = text.length;
  const entries = offsets.slice(0, 3).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const free = '0000000000 00000 f \n';
  text += `xref\n0 6\n0000000004 65535 f \n${entries.join('')}${free}${free}trailer\n<< /Size 6 /Root 1 0 R /XRefStm ${hidden} >>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text);
}
