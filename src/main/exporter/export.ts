import { createHash } from 'node:crypto';
import type { Analysis } from '../../shared/model/analysis';
import type { Policy } from '../../shared/model/policy';
import type { Disposition } from '../../shared/model/review';
import type { SignOffRecord } from '../../shared/model/sign-off';
import { EVIDENCE_NAME, evidenceOf } from './evidence';
import { fontSet, loadFonts, type MissingGlyph, missingGlyphs } from './fonts';
import { layoutReport } from './layout';
import { printedText } from './layout/printed';
import { renderPdf } from './render';

export interface ExportOptions {
  readonly fontsDirectory: string;
  /** Goes into the PDF and its evidence; the same analysis and date give the same bytes. */
  readonly createdAt: Date;
  /** Version of the program. */
  readonly version: string;
  /** Marks every page 草稿. */
  readonly draft: boolean;
  readonly title?: string;
  readonly policy?: Policy;
  readonly dispositions?: readonly Disposition[];
  /** The way to the release, where there is a library. */
  readonly signOff?: SignOffRecord;
  readonly auditHead?: string;
  readonly caseHead?: string;
  /** Share done, 0 to 1, never falling. */
  readonly onProgress?: (fraction: number) => void;
}

/** A final PDF cannot be made: it would not show every character of the report. */
export class MissingGlyphsError extends Error {
  override readonly name = 'MissingGlyphsError';

  constructor(readonly missing: readonly MissingGlyph[]) {
    const shown = missing.slice(0, 5).map((glyph) => `“${glyph.character}”（${glyph.codePoint}）`);
    const more = missing.length > shown.length ? `等${missing.length}个字符` : '';
    super(`字体中没有${shown.join('、')}${more}，请改用其他写法后再导出`);
  }
}

/** How much of the work is layout; the rest is drawing. */
const LAYOUT_SHARE = 0.2;

/**
 * Makes the PDF of a checked report, with its evidence inside. Throws MissingGlyphsError for a final PDF with characters that no font
 * has; a draft spells them out as 〔U+1F600〕.
 */
export async function exportPdf(analysis: Analysis, options: ExportOptions): Promise<Uint8Array> {
  const { fontsDirectory, createdAt, draft, onProgress } = options;
  const { document } = analysis;
  const missing = draft ? [] : missingGlyphs(document.text, fontsDirectory);
  if (missing.length > 0) throw new MissingGlyphsError(missing);
  const fonts = fontSet(loadFonts(fontsDirectory));
  const report = layoutReport(document, { draft, title: options.title, fonts });
  onProgress?.(LAYOUT_SHARE);
  const evidence = evidenceFile(analysis, options, sha256(printedText(report, fonts)));
  const bytes = await renderPdf(report, {
    fontsDirectory,
    createdAt,
    // The evidence holds the text's hash, the draft's mark, the version of the program and the date.
    id: createHash('sha256').update(evidence.bytes).update(report.title).digest().subarray(0, 16),
    attachments: [evidence],
    onProgress: onProgress && ((fraction) => onProgress(LAYOUT_SHARE + (1 - LAYOUT_SHARE) * fraction)),
  });
  onProgress?.(1);
  return bytes;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function evidenceFile(analysis: Analysis, options: ExportOptions, printed: string) {
  const evidence = evidenceOf(analysis, {
    version: options.version,
    sha256: sha256(analysis.document.text),
    printed,
    createdAt: options.createdAt.toISOString(),
    draft: options.draft,
    policy: options.policy,
    dispositions: options.dispositions,
    signOff: options.signOff,
    auditHead: options.auditHead,
    caseHead: options.caseHead,
  });
  return {
    name: EVIDENCE_NAME,
    type: 'application/json',
    description: '审校依据：问题、处置、数据与勾稽关系',
    relationship: 'Supplement' as const,
    bytes: Buffer.from(JSON.stringify(evidence, null, 1), 'utf8'),
  };
}
