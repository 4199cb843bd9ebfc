import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from '../../../src/main/document/parse';
import { type ExportOptions, exportPdf } from '../../../src/main/exporter/export';
import { fontSet, loadFonts } from '../../../src/main/exporter/fonts';
import { fontChooser } from '../../../src/main/exporter/layout/fonts';
import type { Analysis, Block, ReportDocument } from '../../../src/shared/model';

export const FONTS_DIRECTORY = resolve(import.meta.dirname, '../../../resources/fonts');

export const REFERENCE_REPORT = resolve(import.meta.dirname, '../../../../shared/reports/tenpay-2025.md');
export const hasReference = existsSync(REFERENCE_REPORT);

export const CREATED_AT = new Date('2026-01-10T08:00:00Z');

const found = (program: string): boolean => !spawnSync(program, ['-v'], { stdio: 'ignore' }).error;

/** poppler-utils and qpdf look at the PDFs from outside. */
export const hasPdfTools = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'].every(found);

export const fonts = fontSet(loadFonts({ fontsDirectory: FONTS_DIRECTORY }));
export const chooser = () => fontChooser(fonts);

export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

/** An analysis in which nothing was found: enough for the page itself. */
export function analysisOf(text: string, changes: Partial<Analysis> = {}): Analysis {
  const coverage = { tied: 0, conflicting: 0, waived: 0, single: 0, unclear: 0, exempt: 0 };
  const figures = { quantities: [], facts: [], ties: [], culprits: [], references: [], alignments: [] };
  const policy = { name: '', sha256: '' };
  const nothing = { ...figures, findings: [], rules: [], states: [], policy };
  return { document: parseDocument(text), ...nothing, coverage, ...changes };
}

export const exportText = (text: string, options: Partial<ExportOptions> = {}): Promise<Uint8Array> =>
  exportPdf(analysisOf(text), {
    fontsDirectory: FONTS_DIRECTORY,
    createdAt: CREATED_AT,
    version: '0.0.0',
    draft: false,
    ...options,
  });

/** Runs a program on a PDF; `{}` among the arguments stands for the file. */
export function inspect(pdf: Uint8Array, program: string, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-pdf-'));
  try {
    const path = join(folder, 'report.pdf');
    writeFileSync(path, pdf);
    const filled = args.map((arg) => (arg === '{}' ? path : arg));
    return execFileSync(program, filled, { encoding: 'utf8', maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of each page, in the order of the content (`raw`) or as pdftotext arranges it. */
export function pageTexts(pdf: Uint8Array, mode: 'raw' | 'default' = 'raw'): readonly string[] {
  const text = inspect(pdf, 'pdftotext', ...(mode === 'raw' ? ['-raw'] : []), '-enc', 'UTF-8', '{}', '-');
  return text.split('\f').slice(0, -1);
}

/** Everything but spaces, without the folios and the mark of a draft. */
export const visible = (pages: readonly string[]): string =>
  pages
    .map((page) => page.replace(/^— \d+ —$/m, '').replace(/^草稿$/m, ''))
    .join('')
    .replace(/\s/g, '');

/** What a report shows, in reading order, without spaces. */
export const shownText = (document: ReportDocument): string =>
  document.blocks
    .map((block) => blockText(block, document))
    .join('')
    .replace(/\s/g, '');

function blockText(block: Block, document: ReportDocument): string {
  switch (block.kind) {
    case 'table':
      return [block.header, ...block.rows]
        .flatMap((row) => row.cells.map((cell) => cell.prose.text))
        .join('');
    case 'list-item':
      return (block.ordered ? block.marker : '') + block.prose.text;
    case 'code':
      return document.text.slice(block.content.start, block.content.end);
    case 'divider':
    case 'page-break':
      return '';
    default:
      return block.prose.text;
  }
}

/** Whether all of `part` occurs in `whole`, in order. */
export function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at);
    if (at === -1) return false;
    at += character.length;
  }
  return true;
}
