import { sameBytes } from '../certificates';
import { dictionaryOf, openPdf, type PdfFile } from '../pdf-file';
import { sealUpdate } from '../seal-update';
import type { PlacedSignature } from '../signatures';
import type { StampFace } from '../stamp/appearance';
import { readFace } from '../stamp/read';

/**
 * What stands between two signatures is the second one's update and nothing else: it is written again, and compared.
 * Without this, whoever has any key could change what the first signer saw, and sign that.
 */
export function followsOn(pdf: Uint8Array, before: PlacedSignature, placed: PlacedSignature): boolean {
  // A file is certified once, by its first seal.
  if (before.end > placed.from || placed.certifies) return false;
  try {
    const reserved = (placed.to - placed.from - 2) / 2;
    const { name, reason, place, contact, certifies, signedAt } = placed;
    const stamp = stampOf(openPdf(pdf.subarray(0, placed.end)), placed.number);
    const seal = { name, reason, place, contact, certifies, stamp, signedAt: new Date(signedAt) };
    const { text, from, to } = sealUpdate(openPdf(pdf.subarray(0, before.end)), seal, reserved);
    const written = Buffer.from(text, 'latin1');
    const start = before.end;
    return (
      from === placed.from &&
      to === placed.to &&
      placed.end === start + written.length &&
      sameBytes(written.subarray(0, from - start), pdf.subarray(start, from)) &&
      sameBytes(written.subarray(to - start), pdf.subarray(to, placed.end))
    );
  } catch {
    return false;
  }
}

/** The face of the stamp that belongs to a signature's field; null when it shows nothing. */
function stampOf(file: PdfFile, signature: number): StampFace | null {
  const field = signature + 1;
  return dictionaryOf(file, field).has('AP') ? readFace(file, field + 1) : null;
}
