import type { PdfDocument, PdfReference } from './pdf-document';

/** Enough that few pieces are written, little enough to hold. */
const BATCH = 1 << 16;

/** Writes many small indirect objects: reserved by number, written once, as ASCII. */
export class RawObjects {
  private pending = '';

  constructor(private readonly document: PdfDocument) {}

  reserve(): number {
    return this.document._offsets.push(null);
  }

  write(id: number, body: string): void {
    this.document._offsets[id - 1] = this.document._offset + this.pending.length;
    this.pending += `${id} 0 obj\n${body}\nendobj\n`;
    if (this.pending.length > BATCH) this.flush();
  }

  /** Writes an object that the document has made and waits for. */
  end(reference: PdfReference, body: string): void {
    this.write(reference.id, body);
    reference.offset = this.document._offsets[reference.id - 1] ?? 0;
    this.document._refEnd(reference);
  }

  /** Must come before anything else is written to the document. */
  flush(): void {
    // The document ends what it writes with a line break.
    if (this.pending !== '') this.document._write(this.pending.slice(0, -1));
    this.pending = '';
  }
}
