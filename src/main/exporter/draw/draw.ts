import { PAGE } from '../layout/page';
import type { PlacedReport } from '../layout/placed';
import { Faces } from './faces';
import { Outline } from './outline';
import { PageWriter } from './page-content';
import type { PdfDocument } from './pdf-document';
import { Structure } from './structure';
import { watermarkForm } from './watermark-form';

const WATERMARK = 'Draft';
/** Where visible stamps belong: `main/seal` looks for it. */
const CLOSING = 'gouji-closing';

/**
 * Draws a placed report on a document whose first page is there and empty. Bookmarks and structure are written when the
 * document ends: it asks for them.
 */
export function drawReport(
  document: PdfDocument,
  report: PlacedReport,
  onProgress: (fraction: number) => void,
): void {
  const structure = new Structure(document);
  const outline = new Outline(document);
  const writer = new PageWriter(new Faces(document), structure);
  const { draftWord, pages } = report;
  const closing = pages.findIndex((page) => page.closing);
  const form = draftWord ? watermarkForm(document) : null;
  pages.forEach((page, index) => {
    if (index > 0) document.addPage({ size: [PAGE.width, PAGE.height] });
    const { dictionary, xobjects } = document.page;
    structure.beginPage(dictionary);
    if (index === closing) document.addNamedDestination(CLOSING, 'Fit');
    if (page.turned) dictionary.data.Rotate = 90;
    if (form) xobjects[WATERMARK] = form;
    document.addContent(writer.write(page, form && WATERMARK, draftWord));
    for (const mark of page.bookmarks) outline.add(dictionary, mark, page.turned ? null : PAGE.height);
    onProgress((index + 1) / pages.length);
  });
  document.endOutline = () => outline.finish();
  document.endMarkings = () => structure.finish(report.root);
}
