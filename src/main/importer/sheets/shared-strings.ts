import { BOUNDS, ImportError } from '../bounds';
import { scanXml } from '../xml';

/** The workbook's string table: runs of rich text joined, readings (`rPh`) left out. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let parts = '';
  let isText = false;
  let reading = 0;
  scanXml(xml, {
    open(name) {
      if (name === 'x:si') parts = '';
      else if (name === 'x:rPh') reading++;
      else if (name === 'x:t') isText = reading === 0;
    },
    close(name) {
      if (name === 'x:t') isText = false;
      else if (name === 'x:rPh') reading--;
      else if (name === 'x:si') {
        if (strings.length >= BOUNDS.cells)
          throw new ImportError('too-large', '工作簿里的文字过多，超出可处理的范围');
        strings.push(cellText(parts));
      }
    },
    text(text) {
      if (isText) parts += text;
    },
  });
  return strings;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Text as the program shows it: `_x000D_` is how a workbook writes what XML cannot (ECMA-376 part 1, §22.9.2.19). */
export const cellText = (raw: string): string =>
  (raw.includes('_x')
    ? raw.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : raw
  ).replace(/\r\n?/g, '\n');
