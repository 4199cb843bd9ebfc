import { CERTIFICATION, certify } from './certification';
import { arrayOf, dictionaryOf, type PdfFile } from './pdf-file';
import { closingPage, pageNumbers } from './pdf-pages';
import {
  type Dictionary,
  type Latin1,
  pdfDate,
  readDictionary,
  referenceOf,
  textString,
  UnsupportedPdf,
  writeArray,
  writeDictionary,
} from './pdf-syntax';
import { writeUpdate } from './pdf-update';
import { STAMP_OBJECTS, type StampFace, stampObjects } from './stamp/appearance';
import { type StampPlace, stampPlace, stampsIn } from './stamp/place';

/** What the seal says besides its signature. */
export interface SealText {
  /** The signer's common name. */
  readonly name: string;
  readonly signedAt: Date;
  readonly reason: string;
  /** Where it is sealed, and how the signer is reached; empty where not told. */
  readonly place: string;
  readonly contact: string;
  /** The first seal of a file certifies it: from then on, further signatures only (DocMDP, level 2). */
  readonly certifies: boolean;
  /** The look of the visible stamp's characters; null for a seal that shows nothing. */
  readonly stamp: StampFace | null;
}

/** The update that adds a signature, with nothing but zeros in its place. Offsets are those of the whole file. */
export interface SealUpdate {
  readonly text: Latin1;
  /** Offsets of `<` of /Contents and behind its `>`. */
  readonly from: number;
  readonly to: number;
}

type Objects = Map<number, string>;

const NUMBER_WIDTH = 12;
const RANGE_PLACE = `[0 ${'?'.repeat(3 * NUMBER_WIDTH + 2)}]`;
/** ISO 32000-1 table 219: signatures exist, and only appending keeps them valid. */
const SIGNATURE_FLAGS = '3';
/** Print and locked (table 165). PDF/A wants every annotation to print; of no size it shows nothing. */
const WIDGET_FLAGS = '132';

/**
 * The one way in which this program adds a signature: field, widget on the first page, signature dictionary. The
 * verifier writes it again to see that nothing else was changed between two signatures. `reserved` is the number of
 * bytes for the CMS. Throws `UnsupportedPdf`.
 */
export function sealUpdate(file: PdfFile, seal: SealText, reserved: number): SealUpdate {
  const [signature, field] = [file.size, file.size + 1];
  const objects: Objects = new Map([[signature, signatureDictionary(seal, reserved)]]);
  const widget = addWidget(file, seal, field, objects);
  const entries = [
    `/Type /Annot /Subtype /Widget /FT /Sig /T ${textString(`Seal${signature}`)}`,
    `/V ${signature} 0 R /F ${WIDGET_FLAGS} /Rect ${writeArray(widget.rectangle.map(String))} /P ${widget.page} 0 R`,
    ...(seal.stamp ? [`/AP << /N ${field + 1} 0 R >>`] : []),
  ];
  objects.set(field, `<< ${entries.join(' ')} >>`);
  addToForm(file, field, field + (seal.stamp ? STAMP_OBJECTS : 0) + 1, objects);
  if (seal.certifies) certify(file, signature, objects);
  const text = writeUpdate(file, objects);
  // The last one: what stands before it, in strings of the page or the form, is the document's own.
  const place = text.lastIndexOf(`${signature} 0 obj\n<< /Type /Sig `);
  const from = file.text.length + text.indexOf('/Contents <', place) + '/Contents '.length;
  const to = from + 2 * reserved + 2;
  const range = [from, to, file.text.length + text.length - to];
  // Spaces behind, so that the array keeps its width whatever the numbers.
  const padded = range.map((value) => String(value).padEnd(NUMBER_WIDTH)).join(' ');
  return { text: text.slice(0, place) + text.slice(place).replace(RANGE_PLACE, `[0 ${padded}]`), from, to };
}

const signatureDictionary = (
  { name, signedAt, reason, place, contact, certifies }: SealText,
  reserved: number,
): string =>
  [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${RANGE_PLACE}`,
    `/Contents <${'0'.repeat(reserved * 2)}>`,
    ...(certifies ? [CERTIFICATION] : []),
    `/M (${pdfDate(signedAt)}) /Name ${textString(name)}`,
    ...(reason === '' ? [] : [`/Reason ${textString(reason)}`]),
    ...(place === '' ? [] : [`/Location ${textString(place)}`]),
    ...(contact === '' ? [] : [`/ContactInfo ${textString(contact)}`]),
    '>>',
  ].join(' ');

/** The seal's widget: of no size on the first page, or the stamp on the closing one. */
function addWidget(file: PdfFile, seal: SealText, field: number, objects: Objects): StampPlace {
  const pages = pageNumbers(file);
  const [first] = pages;
  if (first === undefined) throw new UnsupportedPdf('文件里没有页面');
  const place = seal.stamp
    ? stampPlace(file, closingPage(file, pages) ?? first, stampsIn(file))
    : ({ page: first, rectangle: [0, 0, 0, 0] } as const);
  if (seal.stamp) {
    for (const [number, text] of stampObjects(seal, seal.stamp, field + 1)) objects.set(number, text);
  }
  const annotated = withItem(file, dictionaryOf(file, place.page), 'Annots', field, objects);
  if (annotated) objects.set(place.page, writeDictionary(annotated));
  return place;
}

/** `free`: the next number that no object has. */
function addToForm(file: PdfFile, field: number, free: number, objects: Objects): void {
  const root = referenceOf(file.trailer.get('Root'));
  if (root === null) throw new UnsupportedPdf('文件结构不完整');
  const catalog = dictionaryOf(file, root);
  const given = catalog.get('AcroForm');
  const number = referenceOf(given);
  const direct = given?.startsWith('<<') ? readDictionary(given, 0).value : new Map<string, string>();
  const form = number === null ? direct : dictionaryOf(file, number);
  const fields = withItem(file, form, 'Fields', field, objects) ?? form;
  const made = writeDictionary(new Map([...fields, ['SigFlags', SIGNATURE_FLAGS]]));
  if (number !== null) {
    objects.set(number, made);
    return;
  }
  // A form of its own, so that the next signature leaves the catalog alone.
  objects.set(free, made);
  objects.set(root, writeDictionary(new Map([...catalog, ['AcroForm', `${free} 0 R`]])));
}

/** The dictionary with a reference more in an array entry; null when the array is an object of its own. */
function withItem(
  file: PdfFile,
  dictionary: Dictionary,
  key: string,
  item: number,
  objects: Objects,
): Dictionary | null {
  const given = dictionary.get(key);
  const items = writeArray([...arrayOf(file, given), `${item} 0 R`]);
  const number = referenceOf(given);
  if (number === null) return new Map([...dictionary, [key, items]]);
  objects.set(number, items);
  return null;
}
