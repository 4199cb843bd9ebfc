import { arrayOf, dictionaryOf, type PdfFile } from './pdf-file';
import {
  type Dictionary,
  readDictionary,
  referenceOf,
  UnsupportedPdf,
  wholeNumber,
  writeDictionary,
} from './pdf-syntax';

const FORBIDS_ALL = 1;
/** Filling in forms and signing are allowed, nothing else. */
const STANDARD_LEVEL = 2;
export const CERTIFICATION = `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P ${STANDARD_LEVEL} /V /1.2 >> >>]`;

/** Whether the next seal is the first one, and whether what is there already allows another. */
export function certifiesNext(file: PdfFile): boolean {
  const catalog = dictionaryOf(file, referenceOf(file.trailer.get('Root')) ?? -1);
  const level = certificationLevel(file, catalog);
  if (level === FORBIDS_ALL) throw new UnsupportedPdf('文件的首个签章声明不许再签，不能加签');
  return level === null && !hasSignature(file, catalog);
}

/** The /P of the file's certification (ISO 32000-1 §12.8.2.2, table 254); null without one. */
export function certificationLevel(file: PdfFile, catalog: Dictionary): number | null {
  const given = catalog.get('Perms');
  if (given === undefined || given === 'null') return null;
  const signature = dictionaryIn(file, given)?.get('DocMDP');
  if (signature === undefined) return null;
  const dictionary = dictionaryIn(file, signature);
  for (const reference of arrayOf(file, dictionary?.get('Reference'))) {
    const transform = dictionaryIn(file, reference);
    if (transform?.get('TransformMethod') !== '/DocMDP') continue;
    const parameters = transform.get('TransformParams');
    const level = parameters === undefined ? undefined : dictionaryIn(file, parameters)?.get('P');
    return wholeNumber(level) ?? STANDARD_LEVEL;
  }
  return STANDARD_LEVEL;
}

function hasSignature(file: PdfFile, catalog: Dictionary): boolean {
  const given = catalog.get('AcroForm');
  const form = given === undefined ? null : dictionaryIn(file, given);
  return arrayOf(file, form?.get('Fields')).some((one) => {
    const field = dictionaryIn(file, one);
    return field?.get('FT') === '/Sig' && field.has('V');
  });
}

/** A dictionary that stands here or in an object of its own; null for anything else. */
export function dictionaryIn(file: PdfFile, value: string): Dictionary | null {
  const number = referenceOf(value);
  if (number !== null) return dictionaryOf(file, number);
  return value.startsWith('<<') ? readDictionary(value, 0).value : null;
}

/** The catalog says which signature certifies (ISO 32000-1 §12.8.4). */
export function certify(file: PdfFile, signature: number, objects: Map<number, string>): void {
  const root = referenceOf(file.trailer.get('Root')) ?? -1;
  const written = objects.get(root);
  const catalog = written === undefined ? dictionaryOf(file, root) : readDictionary(written, 0).value;
  const given = catalog.get('Perms');
  const others = given === undefined ? null : dictionaryIn(file, given);
  const permissions = new Map([...(others ?? []), ['DocMDP', `${signature} 0 R`] as const]);
  objects.set(root, writeDictionary(new Map([...catalog, ['Perms', writeDictionary(permissions)]])));
}
