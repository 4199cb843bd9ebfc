import { type ZipPart, zip } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface XlsxSheet {
  readonly name: string;
  /** What stands in `<sheetData>`. */
  readonly data: string;
  /** Before and behind `<sheetData>`: `<cols>`, `<mergeCells>`. */
  readonly before?: string;
  readonly behind?: string;
  /** `state="hidden"` and the like. */
  readonly attributes?: string;
  /** Type of the relationship; `worksheet` unless told. */
  readonly type?: string;
}

export interface XlsxParts {
  readonly sheets: readonly XlsxSheet[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
  /** Further files, as they are. */
  readonly extra?: readonly ZipPart[];
  /** Names of parts left out, to make a broken file. */
  readonly without?: readonly string[];
}

/** A workbook from hand-written XML. A text is the `<sheetData>` of a single sheet named 台账. */
export function xlsx(parts: XlsxParts | string): Uint8Array {
  const given: XlsxParts = typeof parts === 'string' ? { sheets: [{ name: '台账', data: parts }] } : parts;
  const main = (root: string, inner: string): string =>
    `${DECLARATION}<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${inner}</${root}>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  const listed = given.sheets.map(
    ({ name, attributes = '' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}" ${attributes}/>`,
  );
  const targets = given.sheets.map(({ type = 'worksheet' }, index) =>
    relation(`rId${index + 1}`, type, `worksheets/sheet${index + 1}.xml`),
  );
  const all: readonly ZipPart[] = [
    {
      name: '[Content_Types].xml',
      data: `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        [
          ...targets,
          ...(given.strings === undefined
            ? []
            : [relation('rStrings', 'sharedStrings', 'sharedStrings.xml')]),
          ...(given.styles === undefined ? [] : [relation('rStyles', 'styles', '/xl/styles.xml')]),
        ].join(''),
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: main('workbook', `<workbookPr ${given.properties ?? ''}/><sheets>${listed.join('')}</sheets>`),
    },
    { name: 'xl/sharedStrings.xml', data: main('sst', given.strings ?? '') },
    { name: 'xl/styles.xml', data: main('styleSheet', given.styles ?? '') },
    ...given.sheets.map(({ data, before = '', behind = '' }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: main('worksheet', `${before}<sheetData>${data}</sheetData>${behind}`),
    })),
  ];
  return zip([...all.filter(({ name }) => !given.without?.includes(name)), ...(given.extra ?? [])]);
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (unit) => `&#${unit.charCodeAt(0)};`);

/** An inline string cell, a number cell, or nothing for null. `reference` and `style` may be left out. */
export function cell(content: string | number | null, reference = '', style = 0): string {
  if (content === null) return '';
  const attributes = `${reference ? ` r="${reference}"` : ''}${style ? ` s="${style}"` : ''}`;
  return typeof content === 'number'
    ? `<c${attributes}><v>${content}</v></c>`
    : `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** `<row>` elements with references from A1 on; null leaves a cell out. */
export const grid = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((row, at) => {
      const cells = row.map((content, column) => cell(content, `${letters(column)}${at + 1}`));
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    })
    .join('');

/** `<mergeCells>` of references. */
export const merges = (...references: readonly string[]): string =>
  `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`;

/** `<numFmts>` and `<cellXfs>` so that style n (from 1) has the nth format: a code, or the number of a built-in one. */
export function formats(...codes: readonly (string | number)[]): string {
  const own = codes.map((code, at) =>
    typeof code === 'string'
      ? `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const styles = codes.map((code, at) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + at}"/>`);
  return `<numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs>`;
}
