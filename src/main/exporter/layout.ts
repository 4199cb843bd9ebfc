import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReportDocument } from '../../shared/model/document';
import { bodyOf } from './layout/body';
import { definitionOf } from './layout/definition';
import { type FontSet, fontChooser } from './layout/fonts';
import { pagesOf } from './layout/pages';

export interface LayoutOptions {
  /** Marks every page 草稿. */
  readonly draft: boolean;
  /** The PDF's title; the report's own when absent. */
  readonly title?: string;
  /** Measures of the fonts that the PDF will be drawn with. */
  readonly fonts: FontSet;
}

/** Sets a report in the form of GB/T 9704-2012 and returns it as a pdfmake definition, one stack a page. Pure. */
export function layoutReport(document: ReportDocument, options: LayoutOptions): TDocumentDefinitions {
  const { boxes, frames } = bodyOf(document, fontChooser(options.fonts));
  const pages = pagesOf(boxes, frames);
  return definitionOf(pages, frames, { draft: options.draft, title: options.title ?? document.title });
}
