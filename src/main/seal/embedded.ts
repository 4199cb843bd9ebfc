import { dictionaryOf, openPdf, type PdfFile } from './pdf-file';
import { streamBytes } from './pdf-streams';
import { wholeNumber } from './pdf-syntax';
import { objectAt } from './pdf-xref';

const MAX_EMBEDDED = 256 * 1024 * 1024;

/** The files that a PDF carries, unpacked. Throws `UnsupportedPdf` for a file that is damaged or written otherwise. */
export function embeddedFiles(pdf: Uint8Array): readonly Uint8Array[] {
  const file = openPdf(pdf);
  return [...file.places].flatMap(([number, place]) => {
    if (place?.kind !== 'offset') return [];
    const bytes = embeddedAt(file, number, place.offset);
    return bytes ? [bytes] : [];
  });
}

function embeddedAt(file: PdfFile, number: number, offset: number): Uint8Array | null {
  if (!isEmbedded(file, number)) return null;
  const object = objectAt(file.text, offset, number);
  const length = wholeNumber(object.entries.get('Length'));
  return length === null ? null : streamBytes(file.text, object, length, MAX_EMBEDDED);
}

function isEmbedded(file: PdfFile, number: number): boolean {
  try {
    return dictionaryOf(file, number).get('Type') === '/EmbeddedFile';
  } catch {
    // Not every object is a dictionary.
    return false;
  }
}
