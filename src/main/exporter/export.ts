import { createHash } from 'node:crypto';
import type { Analysis } from '../../shared/model/analysis';
import type { CommentThread } from '../../shared/model/comment';
import type { ReportDocument } from '../../shared/model/document';
import type { Policy } from '../../shared/model/policy';
import type { Disposition } from '../../shared/model/review';
import type { SignOffRecord } from '../../shared/model/sign-off';
import { parseDocument } from '../document/parse';
import type { Attachment } from './draw/archive';
import { EVIDENCE_NAME, type Evidence, evidenceOf } from './evidence';
import { type FontFolders, fontSet, loadFonts, type MissingGlyph, missingGlyphs } from './fonts';
import { layoutReport } from './layout';
import { printedText } from './layout/printed';
import { renderPdf } from './render';
import { summaryOf } from './summary';

export interface ExportOptions extends FontFolders {
  /** Goes into the PDF and its evidence; the same analysis and date give the same bytes. */
  readonly createdAt: Date;
  /** Version of the program. */
  readonly version: string;
  /** Marks every page 草稿. */
  readonly draft: boolean;
  readonly title?: string;
  /** Whose report it is: the author that the PDF names; empty: none. */
  readonly organisation?: string;
  readonly policy?: Policy;
  readonly dispositions?: readonly Disposition[];
  /** The way to the release, where there is a library. */
  readonly signOff?: SignOffRecord;
  /** Absent: what was said about the report stays inside. */
  readonly comments?: readonly CommentThread[];
  readonly auditHead?: string;
  readonly caseHead?: string;
  /** Share done, 0 to 1, never falling. */
  readonly onProgress?: (fraction: number) => void;
}

export { UnreadableFolder } from './own-fonts';

/** A final PDF cannot be made: it would not show every character of the report. */
export class MissingGlyphsError extends Error {
  override readonly name = 'MissingGlyphsError';

  /** `lineOf`: the line, from 1, of an offset; null for what is not in the text. */
  constructor(
    readonly missing: readonly MissingGlyph[],
    lineOf: (offset: number) => number | null = () => null,
  ) {
    const shown = missing.slice(0, 5).map(({ character, codePoint, offset }) => {
      const line = lineOf(offset);
      return `“${character}”（${codePoint}${line === null ? '' : `，工作稿第${line}行`}）`;
    });
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
  const { createdAt, draft, onProgress } = options;
  const fonts = loadFonts(options);
  const { document } = analysis;
  const evidence = evidenceFor(analysis, options);
  const summary = options.policy?.summaryPage ? summaryOf(evidence) : '';
  const missing = draft ? [] : missingGlyphs(document.text + summary, fonts);
  if (missing.length > 0) throw new MissingGlyphsError(missing, (offset) => lineAt(document, offset));
  const metrics = fontSet(fonts);
  const report = layoutReport(document, {
    draft,
    title: options.title,
    summary: summary === '' ? null : parseDocument(summary),
    fonts: metrics,
  });
  onProgress?.(LAYOUT_SHARE);
  const printed = { sha256: sha256(printedText(report, metrics)) };
  const attachment = attachmentOf({ ...evidence, printed });
  const bytes = await renderPdf(report, {
    fonts,
    createdAt,
    author: (options.organisation ?? '').trim(),
    // The evidence holds the text's hash, the draft's mark, the version of the program and the date.
    id: createHash('sha256')
      .update(attachment.bytes)
      .update(report.title)
      .update(options.organisation ?? '')
      .digest()
      .subarray(0, 16),
    attachments: [attachment],
    onProgress: onProgress && ((fraction) => onProgress(LAYOUT_SHARE + (1 - LAYOUT_SHARE) * fraction)),
  });
  onProgress?.(1);
  return bytes;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function lineAt({ lineStarts, text }: ReportDocument, offset: number): number | null {
  return offset >= text.length ? null : lineStarts.findLastIndex((start) => start <= offset) + 1;
}

const evidenceFor = (analysis: Analysis, options: ExportOptions): Evidence =>
  evidenceOf(analysis, {
    version: options.version,
    sha256: sha256(analysis.document.text),
    createdAt: options.createdAt.toISOString(),
    draft: options.draft,
    policy: options.policy,
    dispositions: options.dispositions,
    signOff: options.signOff,
    comments: options.comments,
    auditHead: options.auditHead,
    caseHead: options.caseHead,
  });

const attachmentOf = (evidence: Evidence): Attachment => ({
  name: EVIDENCE_NAME,
  type: 'application/json',
  description: '审校依据：问题、处置、会签、数据与勾稽关系',
  relationship: 'Supplement',
  bytes: Buffer.from(JSON.stringify(evidence, null, 1), 'utf8'),
});
