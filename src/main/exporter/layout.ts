import type { ReportDocument } from '../../shared/model/document';
import { bodyOf } from './layout/body';
import { printable } from './layout/clean';
import { type FontSet, fontChooser } from './layout/fonts';
import { pagesOf } from './layout/pages';
import { draftWord, placePages } from './layout/place';
import type { PlacedReport } from './layout/placed';

export interface LayoutOptions {
  /** Marks every page 草稿. */
  readonly draft: boolean;
  /** The PDF's title; the report's own when absent. */
  readonly title?: string;
  /** A page at the end that is no part of the report. */
  readonly summary?: ReportDocument | null;
  /** Measures of the fonts that the PDF will be drawn with. */
  readonly fonts: FontSet;
}

/** Sets a report in the form of GB/T 9704-2012 and says where on which page everything stands. Pure. */
export function layoutReport(document: ReportDocument, options: LayoutOptions): PlacedReport {
  const fonts = fontChooser(options.fonts);
  const { boxes, frames, root } = bodyOf(options.summary ? [document, options.summary] : [document], fonts);
  const pages = placePages(pagesOf(boxes, frames), frames, fonts);
  const title =
    printable(options.title ?? document.title)
      .replace(/\s+/g, ' ')
      .trim() || '未命名报告';
  return { title, draftWord: options.draft ? draftWord(fonts) : null, pages, root };
}
