import { createHash } from 'node:crypto';
import type { Metadata } from './metadata';
import { xmpOf } from './metadata';
import { type PdfDocument, type PdfReference, pdfText } from './pdf-document';
import { srgbProfile } from './srgb';

/** A file carried inside the PDF. */
export interface Attachment {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly description: string;
  /** How it is related to the document (ISO 19005-3 Annex E). */
  readonly relationship: 'Data' | 'Supplement';
  readonly bytes: Uint8Array;
}

/** The output intent of PDF/A (ISO 19005-3 §6.2.3): what the numbers of device-dependent colours mean. */
export function addOutputIntent(document: PdfDocument): void {
  const profile = document.ref({ N: 3 });
  profile.end(srgbProfile());
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: pdfText('sRGB IEC61966-2.1'),
    Info: pdfText('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  intent.end();
  document._root.data.OutputIntents = [intent];
}

/** Metadata must not be compressed, for those that look for it without reading PDF (§6.6.2.1 of ISO 19005-2). */
export function addMetadata(document: PdfDocument, metadata: Metadata): void {
  const stream = document.ref({ Type: 'Metadata', Subtype: 'XML' });
  stream.compress = false;
  stream.end(Buffer.from(xmpOf(metadata), 'utf8'));
  document._root.data.Metadata = stream;
}

/** An associated file (ISO 19005-3 §6.8): with its MIME type, its relationship, and a name for old and new readers. */
export function attach(document: PdfDocument, attachment: Attachment, date: Date): PdfReference {
  const { name, type, description, relationship, bytes } = attachment;
  const stream = document.ref({
    Type: 'EmbeddedFile',
    Subtype: type.replace('/', '#2F'),
    Params: {
      Size: bytes.length,
      CreationDate: date,
      ModDate: date,
      CheckSum: createHash('md5').update(bytes).digest(),
    },
  });
  stream.end(bytes);
  const file = document.ref({
    Type: 'Filespec',
    AFRelationship: relationship,
    F: pdfText(name),
    UF: pdfText(name),
    Desc: pdfText(description),
    EF: { F: stream, UF: stream },
  });
  file.end();
  document.addNamedEmbeddedFile(name, file);
  return file;
}

/** What the files say about the document as a whole. */
export function associate(document: PdfDocument, files: readonly PdfReference[]): void {
  if (files.length > 0) document._root.data.AF = files;
}
