import { operationsOf } from './content';
import { charactersOf } from './fonts';
import { PdfObjects, type Value } from './objects';

/**
 * The text of a tagged PDF as those hear it who cannot see it: in the order of the structure tree, without what is
 * only there for the eye. Read from what qpdf makes of the file.
 */
export function structureText(bytes: Uint8Array): string {
  const pdf = new PdfObjects(bytes);
  const texts = new Map<string, string>();
  for (const page of pdf.pages()) readPage(pdf, page, texts);
  const walk = (kid: Value, page: Value | undefined): string => {
    if (typeof kid === 'number') return texts.get(`${page}/${kid}`) ?? '';
    const node = pdf.dict(kid);
    if (node['/MCID'] !== undefined) return texts.get(`${node['/Pg']}/${node['/MCID']}`) ?? '';
    return pdf
      .list(node['/K'])
      .map((child) => walk(child, node['/Pg']))
      .join('');
  };
  return walk(pdf.catalog['/StructTreeRoot'] ?? null, undefined);
}

function readPage(pdf: PdfObjects, page: string, texts: Map<string, string>): void {
  const dict = pdf.dict(page);
  const fonts = pdf.dict(pdf.dict(dict['/Resources'])['/Font']);
  const maps = new Map(
    Object.entries(fonts).map(([name, font]) => [
      name,
      charactersOf(pdf.data(pdf.dict(font)['/ToUnicode']).toString('latin1')),
    ]),
  );
  let [font, mark] = ['', ''];
  for (const { operator, operands } of operationsOf(pdf.data(dict['/Contents']).toString('latin1'))) {
    if (operator === 'Tf') font = operands[0] ?? '';
    if (operator === 'BDC') mark = /\/MCID (\d+)/.exec(operands[1] ?? '')?.[1] ?? '';
    if (operator === 'EMC') mark = '';
    if (operator !== 'Tj' || mark === '') continue;
    const codes = (operands[0] ?? '').slice(1, -1).match(/.{4}/g) ?? [];
    const text = codes.map((code) => maps.get(font)?.get(Number.parseInt(code, 16)) ?? '\ufffd').join('');
    texts.set(`${page}/${mark}`, (texts.get(`${page}/${mark}`) ?? '') + text);
  }
}
