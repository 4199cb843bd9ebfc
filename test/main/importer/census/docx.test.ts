import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { censusDocx } from '../../../../src/main/importer/census/docx';
import { openPackage } from '../../../../src/main/importer/package';
import type { Census } from '../../../../src/main/importer/source-document';
import { type DocxParts, docx, p, run, tbl, tc } from '../../../helpers/docx';

const censusIn = async (parts: DocxParts | string): Promise<Census> =>
  censusDocx(await openPackage(docx(parts)));
const textsOf = async (parts: DocxParts | string): Promise<readonly string[]> =>
  (await censusIn(parts)).texts.map(({ text }) => text);
const gridsOf = async (parts: DocxParts | string): Promise<readonly (readonly (readonly string[])[])[]> =>
  (await censusIn(parts)).grids.map(({ rows }) => rows);

const r = (inner: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inner}</w:r>`;
const t = (text: string): string => `<w:t>${text}</w:t>`;
const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
const shape = (inner: string): string =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(inner)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const picture =
  '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>';
const alternate = (choice: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
const reference = (id: number, kind = 'footnote'): string => r(`<w:${kind}Reference w:id="${id}"/>`);

describe('censusDocx', () => {
  const STYLES =
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Deeper"><w:basedOn w:val="Secret"/></w:style>' +
    '<w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>';

  const TEXTS: readonly (readonly [string, string, readonly string[]])[] = [
    ['paragraphs', p('甲12') + p('') + p('乙'), ['甲12', '乙']],
    ['runs as one text', p(run('3,1') + run('90') + run('.25')), ['3,190.25']],
    [
      'tabs, breaks and hyphens',
      p(
        r('<w:tab/>') +
          r(
            `${t('1')}<w:tab/>${t('2')}<w:br/>${t('3')}<w:cr/>${t('4')}<w:noBreakHyphen/>${t('5')}<w:softHyphen/>${t('6')}`,
          ),
      ),
      ['\t1\t2\n3\n4-56'],
    ],
    ['tab stops as nothing', p(run('甲'), '<w:tabs><w:tab w:val="left" w:pos="40"/></w:tabs>'), ['甲']],
    [
      'insertions but not deletions',
      p(
        `<w:ins>${run('新5')}</w:ins><w:del><w:r><w:delText>旧6</w:delText></w:r></w:del><w:del>${run('7')}</w:del>`,
      ),
      ['新5'],
    ],
    [
      'moved text at its new place',
      p(`<w:moveFrom>${run('8')}</w:moveFrom>`) + p(`<w:moveTo>${run('8')}</w:moveTo>`),
      ['8'],
    ],
    [
      'fields by their result',
      p(
        `${r('<w:fldChar w:fldCharType="begin"/>')}${r('<w:instrText>PAGE 9</w:instrText>')}${r('<w:fldChar w:fldCharType="separate"/>')}${run('3')}<w:fldSimple w:instr="X 4">${run('5')}</w:fldSimple>`,
      ),
      ['35'],
    ],
    [
      'links, tags and content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="9"/></w:sdtPr><w:sdtContent>${p(`<w:hyperlink>${run('1')}</w:hyperlink><w:smartTag>${run('2')}</w:smartTag><w:sdt><w:sdtContent>${run('3')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ['123'],
    ],
    [
      'raised and lowered digits',
      p(
        run('120') +
          run('2', '<w:vertAlign w:val="superscript"/>') +
          run('CO') +
          run('2', '<w:vertAlign w:val="subscript"/>') +
          run('3', '<w:rStyle w:val="Note"/>') +
          run('4', '<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>'),
      ),
      ['120²CO₂³4'],
    ],
    [
      'no hidden text',
      p(
        run('1') +
          run('2', '<w:vanish/>') +
          run('3', '<w:vanish w:val="false"/>') +
          run('4', '<w:rStyle w:val="Deeper"/>') +
          run('5', '<w:rStyle w:val="Shown"/>') +
          run('6', '<w:webHidden/>'),
      ) + p(run('7'), '<w:pStyle w:val="Hidden"/>'),
      ['1356'],
    ],
    ['text whose paragraph mark alone is hidden', p(run('1'), '<w:rPr><w:vanish/></w:rPr>'), ['1']],
    [
      'text that was hidden before a tracked change',
      p(run('1', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      ['1'],
    ],
    ['styles in a circle', p(run('1', '<w:rStyle w:val="Loop"/>')), ['1']],
    [
      'no symbols, pictures and ruby, which part nothing but themselves',
      p(
        r(`${t('1')}<w:sym w:char="F052"/>${t('2')}`) +
          r(picture) +
          run('3') +
          r(`<w:ruby><w:rt>${run('pin')}</w:rt><w:rubyBase>${run('字')}</w:rubyBase></w:ruby>`),
      ),
      ['1 2 3字'],
    ],
    [
      'text boxes once, behind their paragraph',
      p(
        run('1') +
          r(alternate(shape(p('盒2')), `<w:pict><v:textbox>${box(p('盒2'))}</v:textbox></w:pict>`)) +
          run('3'),
      ),
      ['盒2', '13'],
    ],
    [
      'old text boxes',
      p(run('1') + r(`<w:pict><v:textbox>${box(p('盒2') + p('盒3'))}</v:textbox></w:pict>`)),
      ['盒2', '盒3', '1'],
    ],
    [
      'the fallback where no choice draws',
      p(
        r(alternate(t('9'), t('1'))) +
          r(`<mc:AlternateContent><mc:Choice Requires="x">${t('8')}</mc:Choice></mc:AlternateContent>`),
      ),
      ['1'],
    ],
    [
      'alternates within each other',
      p(
        r(alternate(shape(p(run('2') + r(alternate(shape(p('3')), t('9'))))), t('8'))) +
          r(alternate(t('7'), t('4'))),
      ),
      ['3', '2', '4'],
    ],
    [
      'formulas, whose parts stand apart',
      p(
        '<m:oMath><m:sSup><m:e><m:r><m:t>1</m:t></m:r><m:r><m:t>0</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>',
      ),
      ['10 ⁴ '],
    ],
    [
      'the paragraphs of a table of one cell',
      p('1') + tbl([[tc(p('2') + p('3'))]]) + p('4'),
      ['1', '2', '3', '4'],
    ],
    ['one cell over several columns likewise', tbl([[tc('2', '<w:gridSpan w:val="3"/>')]]), ['2']],
    ['nothing of section properties', '<w:sectPr><w:headerReference/></w:sectPr>', []],
  ];

  it.each(TEXTS)('counts %s', async (_, body, texts) => {
    expect(await textsOf({ body, styles: STYLES })).toEqual(texts);
  });

  it('says where texts stand', async () => {
    const { texts } = await censusIn(
      p('甲') +
        tbl([
          ['1', '2'],
          ['', '4'],
        ]) +
        p('乙'),
    );
    expect(texts.map(({ label }) => label)).toEqual([
      '正文第1段',
      '表1第1行第1格',
      '表1第1行第2格',
      '表1第2行第2格',
      '正文第2段',
    ]);
  });

  it('counts notes as often as they are referred to, and no others', async () => {
    const note = (id: number, text: string, type = ''): string =>
      `<w:footnote w:id="${id}"${type}>${p(r('<w:footnoteRef/>') + run(text))}</w:footnote>`;
    const parts = {
      body: p(
        run('甲') +
          reference(1) +
          run('5') +
          reference(1) +
          reference(0) +
          `<w:del>${reference(2)}</w:del>` +
          reference(7, 'endnote'),
      ),
      footnotes: note(0, '线', ' w:type="separator"') + note(1, '注1') + note(2, '注2') + note(3, '注3'),
      endnotes: `<w:endnote w:id="7">${p('尾7')}</w:endnote>`,
      header: p('页眉8'),
      comments: `<w:comment w:id="0">${p('批9')}</w:comment>`,
    };
    expect(await textsOf(parts)).toEqual(['注1', '注1', '尾7', '甲 5   ']);
  });

  const GRIDS: readonly (readonly [string, string, readonly (readonly (readonly string[])[])[]])[] = [
    [
      'cells and their paragraphs',
      tbl([
        ['1', tc(p('2') + p('3'))],
        ['', '4'],
      ]),
      [
        [
          ['1', '2\n3'],
          ['', '4'],
        ],
      ],
    ],
    [
      'cells over columns',
      tbl([
        [tc('1', '<w:gridSpan w:val="2"/>'), '2'],
        ['3', '4', '5'],
      ]),
      [
        [
          ['1', '1', '2'],
          ['3', '4', '5'],
        ],
      ],
    ],
    [
      'cells over rows, without the text they cover',
      tbl([
        [tc('1', '<w:vMerge w:val="restart"/>'), '2'],
        [tc('9', '<w:vMerge/>'), '3'],
        [tc('8', '<w:vMerge w:val="continue"/>'), '4'],
      ]),
      [
        [
          ['1', '2'],
          ['1', '3'],
          ['1', '4'],
        ],
      ],
    ],
    [
      'a merge that goes on from nothing',
      tbl([
        [tc('1', '<w:vMerge/>'), tc('2', '<w:hMerge w:val="continue"/>')],
        ['3', '4'],
      ]),
      [
        [
          ['1', '1'],
          ['3', '4'],
        ],
      ],
    ],
    [
      'cells over rows and columns',
      tbl([
        [tc('1', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), '2'],
        [tc('', '<w:gridSpan w:val="2"/><w:vMerge/>'), '3'],
      ]),
      [
        [
          ['1', '1', '2'],
          ['1', '1', '3'],
        ],
      ],
    ],
    [
      'old merges',
      tbl([
        [tc('1', '<w:hMerge w:val="restart"/>'), tc('9', '<w:hMerge/>'), '2'],
        ['3', '4', '5'],
      ]),
      [
        [
          ['1', '1', '2'],
          ['3', '4', '5'],
        ],
      ],
    ],
    [
      'rows that begin late and end early',
      `<w:tbl>${[
        ['<w:gridBefore w:val="1"/>', '1'],
        ['<w:gridAfter w:val="1"/>', '2'],
        ['', '3'],
      ]
        .map(([properties, text]) => `<w:tr><w:trPr>${properties}</w:trPr>${tc(text ?? '')}${tc('x')}</w:tr>`)
        .join('')}</w:tbl>`,
      [
        [
          ['', '1', 'x'],
          ['2', 'x', ''],
          ['3', 'x', ''],
        ],
      ],
    ],
    [
      'no deleted rows',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr>${tc('8')}${tc('9')}</w:tr><w:tr>${tc('1')}${tc('2')}</w:tr></w:tbl>`,
      [[['1', '2']]],
    ],
    [
      'rows and cells in content controls',
      `<w:tbl><w:sdt><w:sdtContent><w:tr>${tc('1')}<w:sdt><w:sdtContent>${tc('2')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`,
      [[['1', '2']]],
    ],
    [
      'nested tables behind theirs, and their text there only',
      tbl([[tc(`${p('1')}${tbl([['5', '6']])}${p('2')}`), '3']]) + tbl([['7', '8']]),
      [[['1\n2', '3']], [['5', '6']], [['7', '8']]],
    ],
    [
      'a nested table of one cell with the cell around it',
      tbl([[tc(`${p('1')}${tbl([['5']])}${p('2')}`), '3']]),
      [[['1\n5\n2', '3']]],
    ],
    [
      'nothing in covered cells',
      tbl([
        [tc('1', '<w:vMerge w:val="restart"/>'), '2'],
        [tc(tbl([['8', '9']]), '<w:vMerge/>'), '3'],
      ]),
      [
        [
          ['1', '2'],
          ['1', '3'],
        ],
      ],
    ],
    ['tables in text boxes', p(run('1') + r(shape(tbl([['2', '3']])))), [[['2', '3']]]],
    ['text boxes of cells beside them', tbl([[tc(p(run('1') + r(shape(p('2'))))), '3']]), [[['1', '3']]]],
  ];

  it.each(GRIDS)('counts %s', async (_, body, grids) => {
    expect(await gridsOf(body)).toEqual(grids);
  });

  it('gives the text of each cell once', async () => {
    const merged = tbl([
      [tc('1', '<w:gridSpan w:val="2"/>'), '2'],
      ['3', '', '5'],
    ]);
    expect(await textsOf(merged)).toEqual(['1', '2', '3', '5']);
  });

  it('finds the parts by their relationships, whatever they are called', async () => {
    const files = new Map([
      [
        '_rels/.rels',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Texte/Haupt.xml"/></Relationships>',
      ],
      [
        'Texte/_rels/Haupt.xml.rels',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/footnotes" Target="../Noten/Fuss.xml"/></Relationships>',
      ],
      [
        'Texte/haupt.xml',
        '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>甲</d:t><d:footnoteReference d:id="1"/></d:r></d:p></d:body></d:document>',
      ],
      [
        'Noten/Fuss.xml',
        '<n:footnotes xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:footnote n:id="1"><n:p><n:r><n:t>注</n:t></n:r></n:p></n:footnote></n:footnotes>',
      ],
    ]);
    const { texts } = await censusDocx({
      names: [...files.keys()],
      read: async (name) => files.get(name) ?? null,
    });
    expect(texts.map(({ text }) => text)).toEqual(['注', '甲 ']);
  });

  const HOSTILE: readonly (readonly [string, DocxParts | string, string])[] = [
    ['a cell over a billion columns', tbl([[tc('1', '<w:gridSpan w:val="1000000000"/>'), '2']]), 'too-large'],
    [
      'a row that begins a billion columns late',
      `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>${tc('1')}</w:tr></w:tbl>`,
      'too-large',
    ],
    [
      'wide cells in many rows',
      tbl([[tc('1', '<w:gridSpan w:val="150000"/>')], ...Array.from({ length: 40 }, () => ['1'])]),
      'too-large',
    ],
    [
      'tables within tables',
      Array.from({ length: 9 }).reduce<string>((inner) => tbl([[tc(inner), '1']]), p('1')),
      'too-deep',
    ],
    [
      'a note referred to time and again',
      {
        body: p(reference(1).repeat(300)),
        footnotes: `<w:footnote w:id="1">${p('长'.repeat(100_000))}</w:footnote>`,
      },
      'too-large',
    ],
  ];

  it.each(HOSTILE)('refuses %s', async (_, parts, code) => {
    const started = performance.now();
    await expect(censusIn(parts)).rejects.toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('refuses a package without a text', async () => {
    await expect(censusDocx({ names: [], read: async () => null })).rejects.toMatchObject({
      code: 'broken-xml',
    });
  });

  it('gives each grid as many cells in each row', async () => {
    const cell = fc.record({
      span: fc.integer({ min: 1, max: 3 }),
      merge: fc.constantFrom('', '<w:vMerge/>', '<w:vMerge w:val="restart"/>', '<w:hMerge/>'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const xml = tbl(
            rows.map((row, at) =>
              row.map(({ span, merge }, column) =>
                tc(`${at}-${column}`, `<w:gridSpan w:val="${span}"/>${merge}`),
              ),
            ),
          );
          for (const grid of await gridsOf(xml)) {
            expect(new Set(grid.map((row) => row.length)).size).toBe(1);
            const widest = Math.max(...rows.map((row) => row.reduce((sum, { span }) => sum + span, 0)));
            expect(grid[0]?.length).toBe(widest);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
