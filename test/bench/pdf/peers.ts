import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { exportPdf } from '../../../src/main/exporter/export.ts';
import { longReport } from '../../helpers/long-report.ts';
import { findChromium } from '../../host/browser.ts';
import { analysisOf, FONTS_DIRECTORY } from '../../main/exporter/helpers.ts';
import { type Piece, piecesOf } from './content.ts';

export type Peer = (pages: number, rows: number) => Promise<Uint8Array>;

const font = (file: string): string => join(FONTS_DIRECTORY, file);
const SIZES = { title: 22, heading: 16, text: 16, caption: 14 };

/** This program: parsed, laid out on the grid, tagged, PDF/A-3a. */
const gouji: Peer = (pages, rows) =>
  exportPdf(analysisOf(longReport(pages, rows)), {
    fontsDirectory: FONTS_DIRECTORY,
    createdAt: new Date(0),
    version: '0',
    draft: false,
  });

/** pdfmake as it comes, breaking lines and pages itself. */
const plainPdfmake: Peer = async (pages, rows) => {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setFonts({
    FangSong: { normal: font('FangSong.otf') },
    HeiTi: { normal: font('HeiTi.ttf') },
    TitleSong: { normal: font('TitleSong.ttf') },
  });
  const faces = { title: 'TitleSong', heading: 'HeiTi', caption: 'HeiTi', text: 'FangSong' };
  const content = piecesOf(pages, rows).map((piece): Content => {
    if (piece.kind === 'table')
      return {
        table: {
          headerRows: 1,
          widths: ['auto', 'auto', 'auto', 'auto', '*'],
          body: piece.rows.map((row) => [...row]),
        },
        fontSize: 12,
      };
    const alignment = piece.kind === 'title' || piece.kind === 'caption' ? 'center' : 'left';
    return {
      text: piece.text,
      font: faces[piece.kind],
      fontSize: SIZES[piece.kind],
      lineHeight: 1.8,
      leadingIndent: 32,
      alignment,
    };
  });
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [79, 105, 73, 99],
    defaultStyle: { font: 'FangSong', fontSize: 16 },
    content,
    footer: (page: number) => `— ${page} —`,
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
};

interface RawPdf extends NodeJS.ReadableStream {
  y: number;
  font(source: string): RawPdf;
  fontSize(size: number): RawPdf;
  text(text: string, x?: number, y?: number, options?: Record<string, unknown>): RawPdf;
  rect(x: number, y: number, width: number, height: number): { stroke(): void };
  addPage(): RawPdf;
  end(): void;
}

/** pdfkit alone: its own line breaking, tables of fixed columns, no grid, no tags. */
const rawPdfkit: Peer = (pages, rows) => {
  const PDFDocument = createRequire(import.meta.url)('pdfkit') as new (options: object) => RawPdf;
  const document = new PDFDocument({
    size: 'A4',
    margins: { left: 79, top: 105, right: 73, bottom: 99 },
    font: font('FangSong.otf'),
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((fulfil) => document.on('end', () => fulfil(Buffer.concat(chunks))));
  for (const piece of piecesOf(pages, rows)) {
    if (piece.kind === 'table') rawTable(document, piece);
    else {
      const file =
        piece.kind === 'title' ? 'TitleSong.ttf' : piece.kind === 'text' ? 'FangSong.otf' : 'HeiTi.ttf';
      document
        .font(font(file))
        .fontSize(SIZES[piece.kind])
        .text(piece.text, 79, undefined, { indent: 32, lineGap: 12 });
    }
  }
  document.end();
  return done;
};

const COLUMNS = [40, 100, 90, 100, 112];
const ROW = 26;

function rawTable(document: RawPdf, { rows }: Extract<Piece, { kind: 'table' }>): void {
  document.font(font('FangSong.otf')).fontSize(12);
  for (const row of rows) {
    if (document.y + ROW > 740) document.addPage();
    const { y } = document;
    let x = 79;
    row.forEach((cell, column) => {
      const width = COLUMNS[column] ?? 0;
      document.text(cell, x + 4, y + 6, { lineBreak: false });
      document.rect(x, y, width, ROW).stroke();
      x += width;
    });
    document.y = y + ROW;
  }
}

/** Chromium's print to PDF, tagged, with the fonts of the system. */
const chromium: Peer = async (pages, rows) => {
  const program = findChromium();
  if (!program) throw new Error('no Chromium');
  const folder = mkdtempSync(join(tmpdir(), 'gouji-print-'));
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const html = piecesOf(pages, rows).map((piece) => {
    if (piece.kind !== 'table')
      return `<${piece.kind === 'text' ? 'p' : 'h2'}>${escaped(piece.text)}</${piece.kind === 'text' ? 'p' : 'h2'}>`;
    const body = piece.rows.map(
      (row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    );
    return `<table>${body.join('')}</table>`;
  });
  const style =
    '@page{size:A4;margin:37mm 26mm 35mm 28mm}p{font-size:16pt;line-height:1.8;text-indent:2em;margin:0}td{border:.5pt solid;font-size:12pt;padding:4pt}table{border-collapse:collapse;width:100%}';
  writeFileSync(
    join(folder, 'in.html'),
    `<!doctype html><html lang="zh"><meta charset="utf-8"><style>${style}</style>${html.join('')}`,
  );
  const out = join(folder, 'out.pdf');
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--user-data-dir=${folder}/profile`,
  ];
  execFileSync(program, [...flags, `--print-to-pdf=${out}`, `file://${resolve(folder, 'in.html')}`], {
    stdio: 'ignore',
  });
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return bytes;
};

export const PEERS: Readonly<Record<string, Peer>> = {
  gouji,
  'pdfmake as it comes': plainPdfmake,
  'raw pdfkit': rawPdfkit,
  chromium,
};
