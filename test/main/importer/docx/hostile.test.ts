import { describe, expect, it } from 'vitest';
import { BOUNDS, ImportError } from '../../../../src/main/importer/bounds';
import { readDocx } from '../../../../src/main/importer/docx/read';
import { openPackage } from '../../../../src/main/importer/package';
import type { SourceDocument } from '../../../../src/main/importer/source-document';
import { type DocxParts, docx, p, run, tbl, tc } from '../../../helpers/docx';
import { type ZipPart, zip } from '../../../helpers/zip';

const readBytes = async (bytes: Uint8Array): Promise<SourceDocument> => readDocx(await openPackage(bytes));
const read = (parts: DocxParts | string): Promise<SourceDocument> => readBytes(docx(parts));

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (thrown) {
    if (thrown instanceof ImportError) return thrown.code;
    throw thrown;
  }
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const roots = (target: string, mode = ''): ZipPart => ({
  name: '_rels/.rels',
  data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"${mode}/></Relationships>`,
});
const main = (name: string, inner = `<w:body>${p('甲')}</w:body>`, root = 'w:document'): ZipPart => ({
  name,
  data: `<${root} ${WORD}>${inner}</${root}>`,
});

describe('the main part', () => {
  it.each([
    ['elsewhere', [roots('/docs/main.xml'), main('docs/main.xml')]],
    ['by a way around', [roots('word/../other/./main.xml'), main('other/main.xml')]],
    ['in other letters', [roots('word/document.xml'), main('Word/Document.xml')]],
  ])('is found %s', async (_, parts) => {
    expect((await readBytes(zip(parts))).blocks).toMatchObject([{ kind: 'paragraph', label: '正文第1段' }]);
  });

  it.each([
    ['without relations', [main('word/document.xml')]],
    ['missing', [roots('word/document.xml')]],
    ['outside', [roots('https://example.com/a.xml', ' TargetMode="External"'), main('word/document.xml')]],
    ['of another kind', [roots('a.xml'), main('a.xml', '<w:body/>', 'w:styles')]],
    ['without a body', [roots('a.xml'), main('a.xml', '')]],
  ])('%s is no Word file', async (_, parts) => {
    expect(await codeOf(readBytes(zip(parts)))).toBe('broken-docx');
  });

  it('that is no XML is said to be broken', async () => {
    expect(await codeOf(readBytes(zip([roots('a.xml'), { name: 'a.xml', data: '<w:document' }])))).toBe(
      'broken-xml',
    );
  });

  it('without text is an empty document', async () => {
    expect((await read('')).blocks).toEqual([]);
  });
});

describe('bounds', () => {
  const wide = (value: string): string => tbl([[tc('甲', `<w:gridSpan w:val="${value}"/>`), '1']]);

  it.each([
    ['a span', wide('1000000')],
    ['a span beyond all numbers', wide('9999999999999999')],
    ['columns before', tbl([['甲', '1']], '<w:gridBefore w:val="1000000"/>')],
    ['columns behind', tbl([['甲', '1']], '<w:gridAfter w:val="1000000"/>')],
    [
      'one wide row among many',
      tbl([
        [tc('甲', '<w:gridSpan w:val="450000"/>'), '1'],
        ['乙', '2'],
      ]),
    ],
  ])('are met before memory is taken: %s', async (_, body) => {
    const before = process.memoryUsage().heapUsed;
    expect(await codeOf(read(body))).toBe('too-many-cells');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('hold for all tables of a document together', async () => {
    const span = BOUNDS.tableCells - 1;
    const tables = Math.floor(BOUNDS.cells / BOUNDS.tableCells) + 1;
    expect(await codeOf(read(wide(String(span)).repeat(tables)))).toBe('too-many-cells');
  });

  it.each(['0', '-3', '1.5', 'x', ''])('a span of %s is one', async (value) => {
    expect((await read(wide(value))).blocks).toMatchObject([{ rows: [[{ label: '表1第1行第1格' }, {}]] }]);
  });

  it('refuse a note that is referred to without end', async () => {
    const footnotes = `<w:footnote w:id="1">${p('一'.repeat(20_000))}</w:footnote>`;
    const body = p('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(20_000));
    expect(await codeOf(read({ body, footnotes }))).toBe('too-large');
  });

  it('refuse tables within tables without end', async () => {
    const body = Array.from({ length: 12 }).reduce((inner: string) => tbl([['甲', tc(inner)]]), p('甲'));
    expect(await codeOf(read(body))).toBe('too-deep');
  });
});

describe('reading takes no longer than the text is', () => {
  const comments = Array.from({ length: 5000 }, (_, id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
  const styles = Array.from(
    { length: 5000 },
    (_, at) =>
      `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="s${at}"/><w:basedOn w:val="s${at + 1}"/></w:style>`,
  ).join('');

  it.each([
    ['open comments', p(comments + run('1').repeat(5000))],
    [
      'content controls in each other',
      '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'.repeat(190) +
        p(run('1').repeat(5000)) +
        '</w:sdtContent></w:sdt>'.repeat(190),
    ],
    [
      'insertions in each other',
      p(
        Array.from({ length: 390 }, (_, id) => `<w:ins w:id="1" w:author="${id}">`).join('') +
          run('1').repeat(5000) +
          '</w:ins>'.repeat(390),
      ),
    ],
    [
      'many paragraphs in one control',
      `<w:sdt><w:sdtContent>${p('1').repeat(130_000)}</w:sdtContent></w:sdt>`,
    ],
    ['many runs in a cell', tbl([[tc(p(run('1').repeat(130_000))), '1']])],
    ['many rows', `<w:tbl>${`<w:tr>${tc('1')}</w:tr>`.repeat(130_000)}</w:tbl>`],
    [
      'many page breaks',
      p('<w:r><w:t xml:space="preserve"> </w:t><w:br w:type="page"/></w:r>'.repeat(20_000)),
    ],
    ['formulas of nothing', p('<m:oMath><m:d><m:e/></m:d></m:oMath><w:del w:id="1"/>'.repeat(20_000))],
  ])('%s', { timeout: 20_000 }, async (_, body) => {
    expect(await codeOf(read(body))).toBe('read');
  });

  it('styles based on each other in a long chain', async () => {
    const body = Array.from({ length: 2000 }, (_, at) => p('甲', `<w:pStyle w:val="s${at}"/>`)).join('');
    expect((await read({ body, styles })).blocks).toHaveLength(2000);
  });

  it('a list with many overrides', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'.repeat(20_000);
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>${override}</w:num>`;
    const body = p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(10_000);
    expect((await read({ body, numbering })).blocks.at(-1)).toMatchObject({ marker: '10002.' });
  });
});
