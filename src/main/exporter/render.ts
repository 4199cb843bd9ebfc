import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { FONT_FILES, FONT_NAMES, loadFonts } from './fonts';

export interface RenderOptions {
  readonly fontsDirectory: string;
  /** The PDF's creation date: the same definition and date give the same bytes. */
  readonly createdAt: Date;
  readonly attachments?: readonly Attachment[];
  /** Share of the drawing done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** A file carried inside the PDF. */
export interface Attachment {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** What pdfmake has, and its types leave out: files by name, kept in memory. */
interface MemoryFiles {
  existsSync(name: string): boolean;
  writeFileSync(name: string, content: Uint8Array): void;
}

const memory = (pdfmake as unknown as { readonly virtualfs: MemoryFiles }).virtualfs;

// A report is text: nothing in it may make the renderer open a file or an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Draws a definition. All fonts come from memory; only those that are used end up in the PDF, as subsets. */
export async function renderPdf(
  definition: TDocumentDefinitions,
  options: RenderOptions,
): Promise<Uint8Array> {
  pdfmake.setFonts(registerFonts(options.fontsDirectory));
  const { createdAt, onProgress } = options;
  pdfmake.setProgressCallback(onProgress ?? (() => undefined));
  const attached = (options.attachments ?? []).map((attachment) => [
    attachment.name,
    {
      src: dataUrl(attachment),
      name: attachment.name,
      type: attachment.type,
      description: attachment.description,
      relationship: 'Data',
      creationDate: createdAt,
      modifiedDate: createdAt,
    },
  ]);
  const dated: TDocumentDefinitions = {
    ...definition,
    info: { ...definition.info, creationDate: createdAt },
    files: Object.fromEntries(attached),
  };
  return new Uint8Array(await pdfmake.createPdf(dated).getBuffer());
}

const dataUrl = (attachment: Attachment): string =>
  `data:${attachment.type};base64,${Buffer.from(attachment.bytes).toString('base64')}`;

/** Names carry the directory: two directories never mix. */
function registerFonts(fontsDirectory: string): Record<string, { normal: string }> {
  const fonts = loadFonts(fontsDirectory);
  const entries = FONT_NAMES.map((name) => {
    const key = `gouji:${fontsDirectory}:${FONT_FILES[name]}`;
    if (!memory.existsSync(key)) memory.writeFileSync(key, fonts[name].bytes);
    return [name, { normal: key }];
  });
  return Object.fromEntries(entries);
}
