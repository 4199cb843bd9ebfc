import type { FontName } from '../layout/fonts';
import type { Run } from '../layout/lines';
import { fine } from './numbers';
import type { PdfDocument, PdfFont } from './pdf-document';

/** Writes runs of text for one PDF: each character is one glyph, as layout has measured it, without shaping or kerning. */
export class Faces {
  private readonly faces = new Map<FontName, Face>();
  private spacing = '';
  private set = '';

  constructor(private readonly document: PdfDocument) {}

  /** After `BT` on a new page or part, what was set before may not hold. */
  reset(): void {
    this.spacing = '';
    this.set = '';
  }

  /** Operators that show runs one behind the other, from the current place. `size` in points. */
  show(runs: readonly Run[], size: number): string {
    let operators = '';
    for (const run of runs) {
      const face = this.face(run.font);
      const font = `/${face.id} ${fine(size)} Tf `;
      const spacing = `${fine(run.spacing)} Tc `;
      if (font !== this.set) operators += font;
      if (spacing !== this.spacing) operators += spacing;
      this.set = font;
      this.spacing = spacing;
      this.document.page.fonts[face.id] ??= face.font.ref();
      operators += `<${face.encode(run.text)}>Tj\n`;
    }
    return operators;
  }

  private face(name: FontName): Face {
    const known = this.faces.get(name);
    if (known) return known;
    const face = new Face(this.document.provideFont(name, false, false));
    this.faces.set(name, face);
    return face;
  }
}

class Face {
  readonly id: string;
  private readonly codes = new Map<string, string>();

  constructor(readonly font: PdfFont) {
    this.id = font.id;
  }

  /** Glyph numbers of the subset, four hexadecimal digits each. */
  encode(text: string): string {
    let hex = '';
    for (const character of text) hex += this.codes.get(character) ?? this.include(character);
    return hex;
  }

  private include(character: string): string {
    const { font, subset, widths, unicode, scale } = this.font;
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = font.glyphForCodePoint(codePoint);
    const code = subset.includeGlyph(glyph.id);
    widths[code] ??= glyph.advanceWidth * scale;
    unicode[code] ??= [codePoint];
    const hex = code.toString(16).padStart(4, '0');
    this.codes.set(character, hex);
    return hex;
  }
}
