import { createHash } from 'node:crypto';
import { certifiesNext } from './certification';
import { createCms, largestCms } from './cms';
import type { SealKey } from './key';
import { openPdf } from './pdf-file';
import { sealUpdate } from './seal-update';
import { type StampFace, type StampFont, stampFace } from './stamp/appearance';
import type { StampText } from './stamp/text';
import { verifyPdf } from './verify';

export interface SealOptions {
  /** From the caller's clock; seconds count. */
  readonly signedAt: Date;
  readonly reason?: string;
  readonly place?: string;
  readonly contact?: string;
  /** Fonts for a visible stamp, the first that has all its characters; none for a seal that shows nothing. */
  readonly stampFonts?: readonly StampFont[];
}

/** Why a seal was not set, in a sentence for a person. */
export class SealRefused extends Error {}

/** For a time-stamp token that is put in later; those of common authorities have 3 to 8 kB with their certificates. */
const TIMESTAMP_BYTES = 12_288;

/**
 * Seals a PDF by an incremental update: PAdES baseline B-B, SubFilter ETSI.CAdES.detached
 * (ETSI EN 319 142-1 §5.3, §6.3). Signatures that are already there stay as they are. The result has been verified.
 * Throws `UnsupportedPdf` for a PDF that is damaged or encrypted, `SealRefused` for a certificate out of its time.
 */
export async function sealPdf(pdf: Uint8Array, key: SealKey, options: SealOptions): Promise<Uint8Array> {
  const signedAt = new Date(Math.floor(options.signedAt.getTime() / 1000) * 1000);
  if (signedAt < key.notBefore) throw new SealRefused(`证书 ${day(key.notBefore)} 才生效`);
  if (signedAt > key.notAfter) throw new SealRefused(`证书已于 ${day(key.notAfter)} 过期`);
  const reserved = largestCms(key) + TIMESTAMP_BYTES;
  const file = openPdf(pdf);
  const says = { name: key.name, signedAt, reason: options.reason ?? '' };
  const stamp = options.stampFonts ? faceFor(says, options.stampFonts) : null;
  const { place = '', contact = '' } = options;
  const text = { ...says, place, contact, stamp, certifies: certifiesNext(file) };
  const update = sealUpdate(file, text, reserved);
  const sealed = Buffer.concat([pdf, Buffer.from(update.text, 'latin1')]);
  const digest = createHash('sha256')
    .update(sealed.subarray(0, update.from))
    .update(sealed.subarray(update.to))
    .digest();
  const cms = await createCms(key, new Uint8Array(digest));
  if (cms.length > reserved) throw new Error('the signature does not fit its place');
  sealed.write(Buffer.from(cms).toString('hex'), update.from + 1, 'latin1');
  const report = await verifyPdf(sealed);
  const seal = report.signatures.at(-1);
  if (!seal?.integrity || !seal.coversWholeDocument)
    throw new SealRefused('签章后自检没有通过，文件没有签章');
  if (report.evidence?.state === 'differs') throw new SealRefused('内嵌的审校依据与正文不符，文件没有签章');
  return new Uint8Array(sealed);
}

function faceFor(says: StampText, fonts: readonly StampFont[]): StampFace {
  const face = stampFace(says, fonts);
  if ('program' in face) return face;
  throw new SealRefused(`字体中没有“${face.join('')}”，不能加可见签章；可改为不可见的签章`);
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
