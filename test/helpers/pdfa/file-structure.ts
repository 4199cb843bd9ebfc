import { type Dictionary, type PdfObjects, textOf, type Value } from './objects';
import type { Breaches } from './report';

/** Clause 6.1: header, trailer, cross-reference, strings, streams, limits. Reads the bytes as well as the objects. */
export function checkFileStructure(pdf: PdfObjects, breaches: Breaches): void {
  const raw = Buffer.from(pdf.bytes).toString('latin1');
  const is = breaches.check.bind(breaches);
  is(
    '6.1.2',
    /^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(raw),
    'header, and a comment of four bytes above 127',
  );
  is('6.1.3', pdf.list(pdf.trailer['/ID']).length === 2, 'trailer with ID');
  is('6.1.3', pdf.trailer['/Encrypt'] === undefined, 'no encryption');
  is('6.1.3', /%%EOF\r?\n?$/.test(raw), 'nothing after the last end-of-file marker');
  for (const [table = ''] of raw.matchAll(/(?<=\n)xref[\s\S]{1,24}/g))
    is('6.1.4', /^xref\r?\n\d+ \d+\r?\n/.test(table), 'cross-reference table');
  for (const [, head] of raw.matchAll(/(?:^|\n)(\d+[^\n]{0,3}\d+[^\n]{0,3}obj\b)/g))
    is('6.1.9', /^\d+ \d+ obj$/.test(head ?? ''), `object header ${head}`);
  is(
    '6.1.7.1',
    (raw.match(/\bstream\r?\n/g) ?? []).length === (raw.match(/\r?\nendstream\b/g) ?? []).length,
    'line breaks around streams',
  );
  is(
    '6.1.12',
    Object.keys(pdf.dict(pdf.catalog['/Perms'])).every((key) => key === '/DocMDP' || key === '/UR3'),
    'permissions',
  );
  let count = 0;
  for (const { id, value, isStream } of pdf.all()) {
    count += 1;
    if (isStream) checkStream(id, value as Dictionary, breaches);
    checkLimits(id, value, breaches);
  }
  is('6.1.13', count <= 8_388_607, 'number of objects');
  is('6.9', pdf.catalog['/OCProperties'] === undefined, 'no optional content');
  is(
    '6.10',
    pdf.dict(pdf.catalog['/Names'])['/AlternatePresentations'] === undefined,
    'no alternate presentations',
  );
  is('6.11', pdf.catalog['/Requirements'] === undefined, 'no requirements');
}

function checkStream(id: string, dict: Dictionary, breaches: Breaches): void {
  for (const key of ['/F', '/FFilter', '/FDecodeParms'])
    breaches.check('6.1.7.1', dict[key] === undefined, `${id}: stream with ${key}`);
  const filters = [dict['/Filter'] ?? []].flat();
  for (const filter of filters)
    breaches.check('6.1.7.2', filter !== '/LZWDecode' && filter !== '/Crypt', `${id}: filter ${filter}`);
}

function checkLimits(id: string, value: Value, breaches: Breaches): void {
  const is = breaches.check.bind(breaches);
  if (typeof value === 'number') {
    const limit = Number.isInteger(value) ? 2 ** 31 : 3.403e38;
    is('6.1.13', Math.abs(value) < limit, `${id}: number ${value}`);
  } else if (typeof value === 'string') {
    const limit = value.startsWith('/') ? 128 : 32_767 * 2;
    is('6.1.13', Buffer.byteLength(textOf(value)) <= limit, `${id}: long string or name`);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      is('6.1.13', Buffer.byteLength(key) <= 128, `${id}: long name`);
      checkLimits(id, child, breaches);
    }
  }
}
