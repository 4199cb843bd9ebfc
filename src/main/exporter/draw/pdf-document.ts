import type { Readable } from 'node:stream';

/**
 * The document that pdfmake makes, as far as this program draws on it. pdfmake 0.3 gives it out (`getStream`), but types it as
 * a stream; it is a PDFDocument of pdfkit 0.19. A member that a later version renames shows in test/main/exporter.
 */
export interface PdfDocument extends Readable {
  readonly page: PdfPage;
  readonly _root: PdfReference;
  readonly outline: { readonly dictionary: PdfReference };
  /** File identifier, 16 bytes. */
  _id: Buffer;
  /** Bytes written so far. */
  readonly _offset: number;
  /** Of each object by its number less one; null while it is not written. */
  readonly _offsets: (number | null)[];
  /** A new indirect object; each must be ended. */
  ref(data?: Record<string, unknown>): PdfReference;
  addPage(options: { readonly size: readonly [number, number] }): PdfDocument;
  addContent(operators: string): PdfDocument;
  provideFont(name: string, bold: boolean, italics: boolean): PdfFont;
  /** A destination on the current page that others find by its name. */
  addNamedDestination(name: string, fit: 'Fit'): void;
  addNamedEmbeddedFile(name: string, file: PdfReference): void;
  _write(data: string | Buffer): void;
  _refEnd(reference: PdfReference): void;
  end(): void;
  // Steps of `end` that this program takes itself.
  endOutline(): void;
  endMarkings(): void;
  endMetadata(): void;
  endSubset(): void;
}

export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  compress: boolean;
  /** Where it begins in the file, once it is written. */
  offset?: number;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
}

/** A face of which a subset is embedded. */
export interface PdfFont {
  /** Its name in the resources of pages. */
  readonly id: string;
  /** Thousandths of an em for one unit of the font. */
  readonly scale: number;
  readonly font: {
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  };
  readonly subset: { includeGlyph(glyph: number): number };
  /** Of each glyph of the subset, in thousandths of an em. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): PdfReference;
}

/** A string that PDF writers take as text, not as a name. */
export const pdfText = (text: string): unknown => Object(text);
