import { createHash } from 'node:crypto';
import { createCms } from './cms';
import type { SealKey } from './key';
import {
  appendUpdate,
  firstPage,
  type Latin1,
  latin1,
  objectOffsets,
  pdfDate,
  readDictionary,
  readTrailer,
  reference,
  textString,
  withEntry,
  withReference,
} from './pdf';

export interface SealOptions {
  readonly signedAt: Date;
  readonly reason?: string;
}

/** An ECDSA signature's DER varies by a few bytes from one signing to the next. */
const SPARE_BYTES = 16;
const NUMBER_WIDTH = 12;
const BYTE_RANGE = `[0 ${'0'.repeat(NUMBER_WIDTH)} ${'0'.repeat(NUMBER_WIDTH)} ${'0'.repeat(NUMBER_WIDTH)}]`;

/**
 * Seals a PDF by an incremental update: PAdES baseline B-B, SubFilter ETSI.CAdES.detached
 * (ETSI EN 319 142-1 §5.3, §6.3). Signatures that are already there stay as they are.
 * Throws `UnsupportedPdf` for a PDF that is encrypted or uses cross-reference streams.
 */
export async function sealPdf(pdf: Uint8Array, key: SealKey, options: SealOptions): Promise<Uint8Array> {
  const reserved = (await createCms(key, new Uint8Array(32))).length + SPARE_BYTES;
  const text = updateWithSignature(latin1(pdf), key, options, reserved);
  const from = text.lastIndexOf(`/Contents <${'0'.repeat(reserved * 2)}>`) + '/Contents '.length;
  const to = from + reserved * 2 + 2;
  const range = `[0 ${padded(from)} ${padded(to)} ${padded(text.length - to)}]`;
  const bytes = Buffer.from(text, 'latin1');
  bytes.write(range, text.lastIndexOf(BYTE_RANGE, from), 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  const cms = await createCms(key, new Uint8Array(digest));
  if (cms.length > reserved) throw new Error('the signature does not fit its place');
  bytes.write(Buffer.from(cms).toString('hex'), from + 1, 'latin1');
  return new Uint8Array(bytes);
}

/** Spaces behind, so that the array keeps its width whatever the numbers. */
const padded = (value: number): string => String(value).padEnd(NUMBER_WIDTH);

function updateWithSignature(base: Latin1, key: SealKey, options: SealOptions, reserved: number): Latin1 {
  const trailer = readTrailer(base);
  const offsets = objectOffsets(base, trailer.startXref);
  const catalog = readDictionary(base, offsets, trailer.root);
  const page = firstPage(base, offsets, catalog);
  const signature = trailer.size;
  const field = trailer.size + 1;
  const form = reference(catalog, 'AcroForm');
  const objects = new Map<number, string>([
    [signature, signatureDictionary(key, options, reserved)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T ${textString(`Seal${signature}`)} /V ${signature} 0 R /F 132 /Rect [0 0 0 0] /P ${page} 0 R >>`,
    ],
    [page, withReference(readDictionary(base, offsets, page), 'Annots', field)],
  ]);
  if (form === null) {
    const made = trailer.size + 2;
    // SigFlags 3: signatures exist, and only appending keeps them valid (ISO 32000-1 table 219).
    objects.set(made, `<< /Fields [${field} 0 R] /SigFlags 3 >>`);
    objects.set(trailer.root, withEntry(catalog, `/AcroForm ${made} 0 R`));
  } else {
    objects.set(form, withReference(readDictionary(base, offsets, form), 'Fields', field));
  }
  return appendUpdate(base, trailer, objects);
}

const signatureDictionary = (key: SealKey, { signedAt, reason }: SealOptions, reserved: number): string =>
  [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${BYTE_RANGE}`,
    `/Contents <${'0'.repeat(reserved * 2)}>`,
    `/M (${pdfDate(signedAt)}) /Name ${textString(key.name)}`,
    ...(reason ? [`/Reason ${textString(reason)}`] : []),
    '>>',
  ].join(' ');
