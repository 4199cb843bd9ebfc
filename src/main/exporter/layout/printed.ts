import type { FontName, FontSet } from './fonts';
import type { PlacedReport, PlacedText } from './placed';

/**
 * The text of the pages as a reader gets it back out of the PDF: in the order of drawing, without page numbers and other
 * artifacts. Where one glyph serves two characters, the PDF knows the first of them only; so does this.
 */
export function printedText({ pages, draftWord }: PlacedReport, fonts: FontSet): string {
  const known = new Map<FontName, Map<number, string>>();
  const shown = ({ runs }: PlacedText): string =>
    runs.map(({ font, text }) => [...text].map((one) => glyphName(one, font)).join('')).join('');
  const glyphName = (character: string, font: FontName): string => {
    const names = known.get(font) ?? new Map<number, string>();
    known.set(font, names);
    const glyph = fonts[font].glyph(character.codePointAt(0) ?? 0);
    const name = names.get(glyph) ?? character;
    names.set(glyph, name);
    return name;
  };
  let printed = '';
  for (const page of pages) {
    for (const mark of page.marks) {
      const texts = mark.kind === 'text' ? [mark] : mark.kind === 'table' ? cellTexts(mark.rows) : [];
      for (const text of texts) {
        const part = shown(text);
        if (text.part) printed += part;
      }
    }
    for (const text of draftWord ? [draftWord, page.folio] : [page.folio]) shown(text);
  }
  return printed;
}

const cellTexts = (
  rows: readonly (readonly { readonly lines: readonly PlacedText[] }[])[],
): readonly PlacedText[] => rows.flatMap((row) => row.flatMap((cell) => cell.lines));
