import { type ZipPart, zip } from './zip.ts';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Contents of the parts, without their XML declaration and root element. */
export interface DocxParts {
  /** What stands in `<w:body>`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** What stands in `<w:hdr>` of word/header1.xml; likewise the footer. */
  readonly header?: string;
  readonly footer?: string;
  /** `<Relationship …/>` elements beside those of the parts above. */
  readonly relationships?: string;
  /** Further files, as they are. */
  readonly extra?: readonly ZipPart[];
  /** Content type of the main part, to make a .docm or a template. */
  readonly mainType?: string;
}

const KINDS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header', 'footer'] as const;
const ROOTS: Readonly<Record<(typeof KINDS)[number], string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
};

const declared = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

/** A Word file from hand-written XML. */
export function docx(parts: DocxParts | string): Uint8Array {
  const given: DocxParts = typeof parts === 'string' ? { body: parts } : parts;
  const fileOf = (kind: (typeof KINDS)[number]): string =>
    kind === 'header' || kind === 'footer' ? `${kind}1.xml` : `${kind}.xml`;
  const present = KINDS.filter((kind) => given[kind] !== undefined);
  const types = present
    .map((kind) => `<Override PartName="/word/${fileOf(kind)}" ContentType="${WORD}.${kind}+xml"/>`)
    .join('');
  const relations = present
    .map(
      (kind, index) => `<Relationship Id="rPart${index}" Type="${OFFICE}/${kind}" Target="${fileOf(kind)}"/>`,
    )
    .join('');
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  return zip([
    {
      name: '[Content_Types].xml',
      data: `${declaration}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${given.mainType ?? `${WORD}.document.main+xml`}"/>${types}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${declaration}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `${declaration}<Relationships xmlns="${package_}/relationships">${relations}${given.relationships ?? ''}</Relationships>`,
    },
    { name: 'word/document.xml', data: declared('document', `<w:body>${given.body}</w:body>`) },
    ...present.map((kind) => ({
      name: `word/${fileOf(kind)}`,
      data: declared(ROOTS[kind], given[kind] ?? ''),
    })),
    ...(given.extra ?? []),
  ]);
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (unit) => `&#${unit.charCodeAt(0)};`);

/** `<w:r>` with a text; `properties` goes into `<w:rPr>`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** `<w:p>`: a text, or runs and other XML; `properties` goes into `<w:pPr>`. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** `<w:tc>` of a text or of paragraphs; `properties` goes into `<w:tcPr>`. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${content.startsWith('<') ? content : p(content)}</w:tc>`;

/** `<w:tbl>` of rows of `<w:tc>` elements or plain texts. */
export const tbl = (rows: readonly (readonly string[])[], rowProperties = ''): string => {
  const lines = rows.map((cells) => {
    const inner = cells.map((cell) =>
      cell.startsWith('<w:tc') || cell.startsWith('<w:sdt') ? cell : tc(cell),
    );
    return `<w:tr>${rowProperties ? `<w:trPr>${rowProperties}</w:trPr>` : ''}${inner.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
};
