import { PAGE } from '../layout/page';
import { type Outline, WATERMARK_GREY, watermark } from '../layout/watermark';
import { fine } from './numbers';
import type { PdfDocument, PdfReference } from './pdf-document';

/** The drawing behind the pages of a draft, once for all of them. */
export function watermarkForm(document: PdfDocument): PdfReference {
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, PAGE.width, PAGE.height],
    Resources: {},
  });
  const drawn = watermark().map(
    (outline) => `q ${outline.matrix.map(fine).join(' ')} cm\n${pathOf(outline)}f Q`,
  );
  form.end(`${WATERMARK_GREY} g\n${drawn.join('\n')}`);
  return form;
}

type Point = readonly [number, number];

/** SVG path data of absolute M, L, H, V, Q and Z as path operators of PDF. */
function pathOf({ path }: Outline): string {
  let operators = '';
  let [x, y]: Point = [0, 0];
  const to = (next: Point): string => {
    [x, y] = next;
    return `${fine(x)} ${fine(y)}`;
  };
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVQZ])([^MLHVQZ]*)/g)) {
    const numbers =
      rest.trim() === ''
        ? []
        : rest
            .trim()
            .split(/[\s,]+/)
            .map(Number);
    const pairs = (size: number): number[][] =>
      Array.from({ length: numbers.length / size }, (_, at) => numbers.slice(at * size, (at + 1) * size));
    if (command === 'Z') operators += 'h\n';
    if (command === 'H') for (const next of numbers) operators += `${to([next, y])} l\n`;
    if (command === 'V') for (const next of numbers) operators += `${to([x, next])} l\n`;
    if (command === 'M' || command === 'L')
      for (const [index, [a = 0, b = 0]] of pairs(2).entries())
        operators += `${to([a, b])} ${command === 'M' && index === 0 ? 'm' : 'l'}\n`;
    if (command === 'Q')
      for (const [a = 0, b = 0, c = 0, d = 0] of pairs(4)) {
        // PDF has cubic curves only: their control points lie two thirds of the way.
        const first = `${fine(x + (2 / 3) * (a - x))} ${fine(y + (2 / 3) * (b - y))}`;
        const second = `${fine(c + (2 / 3) * (a - c))} ${fine(d + (2 / 3) * (b - d))}`;
        operators += `${first} ${second} ${to([c, d])} c\n`;
      }
  }
  return operators;
}
