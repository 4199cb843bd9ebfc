import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { type Attachment, addMetadata, addOutputIntent, associate, attach } from './draw/archive';
import { drawReport } from './draw/draw';
import type { PdfDocument } from './draw/pdf-document';
import type { LoadedFonts } from './fonts';
import { PAGE } from './layout/page';
import type { PlacedReport } from './layout/placed';

export interface RenderOptions {
  readonly fonts: LoadedFonts;
  /** The PDF's creation date: the same report, files and date give the same bytes. */
  readonly createdAt: Date;
  /** Empty: the PDF names none. */
  readonly author?: string;
  /** File identifier, 16 bytes: the same for the same content. */
  readonly id: Uint8Array;
  readonly attachments?: readonly Attachment[];
  /** Share of the drawing done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** What pdfmake has, and its types leave out: files by name, kept in memory. */
interface MemoryFiles {
  existsSync(name: string): boolean;
  writeFileSync(name: string, content: Uint8Array): void;
}

const memory = (pdfmake as unknown as { readonly virtualfs: MemoryFiles }).virtualfs;

const PROGRAM = 'Gouji 勾稽';

// A report is text: nothing in it may make the renderer open a file or an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/**
 * Makes a PDF/A-3a. pdfmake makes the document, with fonts, subsets and tagging, and writes it; where everything stands was decided by
 * layout, so its own layout is given nothing to do. Only glyphs that are used end up in the PDF.
 */
export async function renderPdf(report: PlacedReport, options: RenderOptions): Promise<Uint8Array> {
  const { createdAt, author = '' } = options;
  pdfmake.setFonts(registerFonts(options.fonts));
  const empty: TDocumentDefinitions = {
    version: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    language: 'zh-CN',
    displayTitle: true,
    info: {
      title: report.title,
      ...(author === '' ? {} : { author }),
      creator: PROGRAM,
      producer: PROGRAM,
      creationDate: createdAt,
      modDate: createdAt,
    },
    pageSize: { ...PAGE },
    pageMargins: 0,
    defaultStyle: { font: 'FangSong' },
    content: [],
  };
  const made = pdfmake.createPdf(empty) as unknown as { getStream(): Promise<PdfDocument> };
  const document = await made.getStream();
  document._id = Buffer.from(options.id);
  // pdfkit's own profile and metadata: the one is not ours to give away, the other does not escape XML.
  document.endSubset = () => addOutputIntent(document);
  document.endMetadata = () =>
    addMetadata(document, { title: report.title, author, creator: PROGRAM, date: createdAt });
  associate(
    document,
    (options.attachments ?? []).map((attachment) => attach(document, attachment, createdAt)),
  );
  drawReport(document, report, options.onProgress ?? (() => undefined));
  return bytesOf(document);
}

function bytesOf(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
    document.end();
  });
}

/** Names carry where the font is from: two folders never mix. */
function registerFonts(fonts: LoadedFonts): Record<string, { normal: string }> {
  const entries = Object.entries(fonts)
    .filter(([, font]) => font.bytes.length > 0)
    .map(([name, font]) => {
      const key = `gouji:${font.key}`;
      if (!memory.existsSync(key)) memory.writeFileSync(key, font.bytes);
      return [name, { normal: key }];
    });
  return Object.fromEntries(entries);
}
