import { type PdfObjects, textOf } from './objects';
import type { Breaches } from './report';

const EMBEDDED_TYPES = /^\/[\w.+-]+\/[\w.+-]+$/;
const RELATIONS = ['/Source', '/Data', '/Alternative', '/Supplement', '/Unspecified'];

/** Clauses 6.2.3, 6.5, 6.6 and 6.8: output intent, actions, metadata, embedded files. */
export function checkCatalog(pdf: PdfObjects, breaches: Breaches): void {
  checkOutputIntent(pdf, breaches);
  checkMetadata(pdf, breaches);
  checkEmbeddedFiles(pdf, breaches);
  const { catalog } = pdf;
  const names = pdf.dict(catalog['/Names']);
  breaches.check('6.5.1', names['/JavaScript'] === undefined, 'no JavaScript');
  breaches.check('6.5.2', catalog['/AA'] === undefined, 'no additional actions of the document');
  for (const { id, value } of pdf.all()) {
    const dict = pdf.dict(value);
    const forbidden =
      /^\/(?:Launch|Sound|Movie|ResetForm|ImportData|Hide|SetOCGState|Rendition|Trans|GoTo3DView|JavaScript)$/;
    const isAction = dict['/Type'] === '/Action' || dict['/S'] === '/JavaScript';
    breaches.check('6.5.1', !isAction || !forbidden.test(String(dict['/S'])), `${id}: action`);
  }
}

function checkOutputIntent(pdf: PdfObjects, breaches: Breaches): void {
  const intents = pdf.list(pdf.catalog['/OutputIntents']).map((one) => pdf.dict(one));
  const intent = intents.find((one) => one['/S'] === '/GTS_PDFA1');
  breaches.check('6.2.3', intent !== undefined, 'output intent of PDF/A');
  const profile = pdf.data(intent?.['/DestOutputProfile']);
  const is = breaches.check.bind(breaches);
  is('6.2.3', pdf.dict(intent?.['/DestOutputProfile'])['/N'] === 3, 'profile of three components');
  is('6.2.3', profile.length > 128 && profile.readUInt32BE(0) === profile.length, 'profile size');
  is('6.2.3', profile.toString('latin1', 36, 40) === 'acsp', 'profile signature');
  is('6.2.3', (profile[8] ?? 9) <= 4, 'profile version');
  is(
    '6.2.3',
    /^(?:mntr|prtr)RGB /.test(profile.toString('latin1', 12, 20)),
    'display or output profile, RGB',
  );
}

/** What XMP of its own says, without an extension schema (6.6.2.3). */
const NAMESPACES = [
  'adobe:ns:meta/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://purl.org/dc/elements/1.1/',
  'http://ns.adobe.com/xap/1.0/',
  'http://ns.adobe.com/pdf/1.3/',
  'http://www.aiim.org/pdfa/ns/id/',
];

function checkMetadata(pdf: PdfObjects, breaches: Breaches): void {
  const is = breaches.check.bind(breaches);
  const reference = pdf.catalog['/Metadata'];
  const xmp = pdf.data(reference).toString('utf8');
  is('6.6.2.1', pdf.dict(reference)['/Subtype'] === '/XML', 'metadata of the document');
  is('6.6.2.1', pdf.dict(reference)['/Filter'] === undefined, 'metadata in plain text');
  is(
    '6.6.2.1',
    /^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp),
    'packet header without bytes or encoding',
  );
  for (const [, namespace] of xmp.matchAll(/xmlns:\w+="([^"]*)"/g))
    is('6.6.2.3', NAMESPACES.includes(namespace ?? ''), `schema ${namespace}`);
  is('6.6.4', /<pdfaid:part>3<\/pdfaid:part>/.test(xmp), 'part 3');
  is('6.6.4', /<pdfaid:conformance>A<\/pdfaid:conformance>/.test(xmp), 'conformance A');
  const info = pdf.dict(pdf.trailer['/Info']);
  const title = /<dc:title>.*?<rdf:li[^>]*>([^<]*)</s.exec(xmp)?.[1];
  is(
    '6.6.3',
    unescaped(title ?? '') === textOf(pdf.get(info['/Title'])),
    'title as in the information dictionary',
  );
  const author = /<dc:creator>.*?<rdf:li[^>]*>([^<]*)</s.exec(xmp)?.[1];
  is(
    '6.6.3',
    unescaped(author ?? '') === textOf(pdf.get(info['/Author'])),
    'author as in the information dictionary',
  );
  const created = textOf(pdf.get(info['/CreationDate'])).replace(/\D/g, '');
  is(
    '6.6.3',
    /<xmp:CreateDate>([^<]*)</.exec(xmp)?.[1]?.replace(/\D/g, '') === created,
    'creation date as there',
  );
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function checkEmbeddedFiles(pdf: PdfObjects, breaches: Breaches): void {
  const is = breaches.check.bind(breaches);
  const associated = pdf.list(pdf.catalog['/AF']);
  for (const { id, value } of pdf.all()) {
    const dict = pdf.dict(value);
    if (dict['/EF'] === undefined) continue;
    is('6.8', dict['/F'] !== undefined && dict['/UF'] !== undefined, `${id}: F and UF`);
    is('6.8', RELATIONS.includes(String(dict['/AFRelationship'])), `${id}: AFRelationship`);
    is('6.8', associated.includes(id), `${id}: associated with the document`);
    const stream = pdf.dict(pdf.dict(dict['/EF'])['/F']);
    is('6.8', EMBEDDED_TYPES.test(String(stream['/Subtype'])), `${id}: MIME type`);
    is('6.8', pdf.dict(stream['/Params'])['/ModDate'] !== undefined, `${id}: ModDate`);
  }
}
