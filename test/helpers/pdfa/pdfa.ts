import { checkCatalog } from './catalog';
import { checkFileStructure } from './file-structure';
import { checkFonts } from './fonts';
import { PdfObjects } from './objects';
import { checkPages } from './pages';
import { Breaches } from './report';
import { checkStructure } from './structure';

/**
 * A checklist of PDF/A-3a (ISO 19005-3:2012): the requirements that a file of this program could break and that can be read from
 * it. No substitute for a full validator (images, other colour spaces and font types are refused, not checked), but
 * independent of the writer: objects come from qpdf, glyph widths are read from the font programs. Returns what is broken, with its clause.
 */
export function pdfaBreaches(bytes: Uint8Array): readonly string[] {
  const pdf = new PdfObjects(bytes);
  const breaches = new Breaches();
  checkFileStructure(pdf, breaches);
  checkCatalog(pdf, breaches);
  const shown = checkPages(pdf, breaches);
  checkFonts(pdf, shown.codes, breaches);
  checkStructure(pdf, shown, breaches);
  return [...new Set(breaches.found)];
}
