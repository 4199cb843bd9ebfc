import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';

export type Pdf = PDFDocumentProxy;

/** Reads a PDF in a thread of its own. Fonts are in it; nothing is fetched, compiled or run. The bytes are taken over. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return getDocument({
    data: bytes,
    enableXfa: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableStream: true,
  }).promise;
}
