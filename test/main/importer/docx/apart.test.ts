import { describe, expect, it } from 'vitest';
import { p, run, tbl, tc } from '../../../helpers/docx';
import { labelsOf, lines, notesOf, read } from './reading';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const note = (kind: 'footnote' | 'endnote', id: number, inner: string): string =>
  `<w:${kind} w:id="${id}">${inner}</w:${kind}>`;
const reference = (kind: 'footnote' | 'endnote', id: number): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const drawing = (inner: string, description = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const picture = '<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>';
const box = (inner: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

describe('footnotes and endnotes', () => {
  it('count each kind for itself, and stand behind their block under their own number', async () => {
    const parts = {
      body: p(
        run('甲') +
          reference('footnote', 5) +
          run('乙') +
          reference('endnote', 3) +
          run('丙') +
          reference('footnote', 4),
      ),
      footnotes: note('footnote', 4, p('口径二')) + note('footnote', 5, p('口径一') + p('续')),
      endnotes: note('endnote', 3, p('出处')),
    };
    expect(await lines(parts)).toEqual([
      '甲{¹}乙{〔尾注¹〕}丙{²}',
      '{注¹：}口径一',
      '续',
      '{尾注¹：}出处',
      '{注²：}口径二',
    ]);
    expect(await labelsOf(parts)).toEqual(['正文第1段', '脚注1', '脚注1', '尾注1', '脚注2']);
  });

  it('of a cell stand behind its table', async () => {
    const body = tbl([[tc(p(run('120') + reference('footnote', 1))), '1']]) + p('后文');
    expect(await lines({ body, footnotes: note('footnote', 1, p('未经审计')) })).toEqual([
      '120{¹} | 1',
      '{注¹：}未经审计',
      '后文',
    ]);
  });

  it('keep their tables', async () => {
    const parts = {
      body: p(run('甲') + reference('footnote', 1)),
      footnotes: note('footnote', 1, tbl([['乙', '2']])),
    };
    expect(await lines(parts)).toEqual(['甲{¹}', '{注¹：}', '乙 | 2']);
    expect(await labelsOf(parts)).toEqual(['正文第1段', '脚注1', '表1']);
  });

  it('within notes, even within themselves, are not read', async () => {
    const inner = p(run('甲') + reference('footnote', 1) + box(p(reference('footnote', 1))));
    const parts = { body: p(run('文') + reference('footnote', 1)), footnotes: note('footnote', 1, inner) };
    expect(await lines(parts)).toEqual(['文{¹}', '{注¹：}甲{〔注缺〕}', '{〔注缺〕}']);
  });
});

describe('text boxes', () => {
  it('name their paragraphs that show something', async () => {
    const body = p(run('文') + box(p('') + p('甲') + p('乙'))) + p(box(p('丙')));
    expect(await lines(body)).toEqual(['文', '甲', '乙', '丙']);
    expect(await labelsOf(body)).toEqual(['正文第1段', '文本框1第1段', '文本框1第2段', '文本框2第1段']);
  });

  it('of a cell stand behind its table, with their tables', async () => {
    const body = tbl([[tc(p(run('甲') + box(p('框') + tbl([['乙', '2']])))), '1']]) + p('后文');
    expect(await lines(body)).toEqual(['甲 | 1', '框', '乙 | 2', '后文']);
  });
});

describe('pictures and objects', () => {
  it.each([
    ['a picture', drawing(picture), '{〔图片〕}', 'image 正文第1段'],
    ['a picture with words', drawing(picture, '2025年 趋势'), '{〔图片：2025年 趋势〕}', 'image 正文第1段'],
    ['a picture named by a program', drawing(picture, '图片 12.png'), '{〔图片〕}', 'image 正文第1段'],
    [
      'an old picture',
      '<w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>',
      '{〔图片〕}',
      'image 正文第1段',
    ],
    ['a chart', drawing('<c:chart r:id="rId1"/>'), '{〔图表〕}', 'object 正文第1段'],
    ['a new chart', drawing('<cx:chart xmlns:cx="urn:cx" r:id="rId1"/>'), '{〔图表〕}', 'object 正文第1段'],
    [
      'a diagram',
      drawing(
        '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId1"/>',
      ),
      '{〔图表〕}',
      'object 正文第1段',
    ],
    ['ink', drawing('<w14:contentPart r:id="rId1"/>'), '{〔图表〕}', 'object 正文第1段'],
    [
      'an embedded file',
      '<w:r><w:object><v:shape><v:imagedata r:id="rId1"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      '{〔嵌入对象〕}',
      'object 正文第1段',
    ],
  ])('%s', async (_, body, expected, noted) => {
    expect(await lines(p(body))).toEqual([expected]);
    expect(await notesOf(p(body))).toEqual([noted]);
  });

  it('a document set in from another file', async () => {
    expect(await lines(`${p('甲')}<w:altChunk r:id="rId1"/>${p('乙')}`)).toEqual([
      '甲',
      '{〔嵌入对象〕}',
      '乙',
    ]);
  });

  it('are counted in one sentence', async () => {
    const { notes } = await read(p(drawing(picture)) + p(run('甲') + drawing(picture)));
    expect(notes).toEqual([
      {
        code: 'image',
        message: '有 2 张图片，其中的文字和数字不在检查范围内',
        places: ['正文第1段', '正文第2段'],
      },
    ]);
  });
});

describe('what is left out and told', () => {
  const styles =
    '<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>';

  it.each([
    ['itself', p(run('甲') + run('藏12', '<w:vanish/>'))],
    ['a character style', p(run('甲') + run('藏12', '<w:rStyle w:val="c"/>'))],
    ['a paragraph style', p(run('藏12') + run('甲', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="h"/>')],
  ])('text hidden by %s', async (_, body) => {
    expect(await lines({ body, styles })).toEqual(['甲']);
    expect(await notesOf({ body, styles })).toEqual(['hidden 正文第1段']);
  });

  it('headers and footers, each branch once', async () => {
    const header = p(
      `${run('机密')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>2025</w:t></mc:Choice><mc:Fallback><w:t>2025</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    const { notes } = await read({ body: p('甲'), header, footer: p('第 1 页') });
    expect(notes).toEqual([
      { code: 'apart', message: '页眉页脚不读入正文：“机密2025”、“第 1 页”', places: [] },
    ]);
  });

  it('templates and pictures outside, of any part; plain links are none', async () => {
    const external = (id: string, type: string): string =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="https://example.com/${type}" TargetMode="External"/>`;
    const rels = (inner: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
    const notes = await notesOf({
      body: p('甲'),
      header: p('乙'),
      relationships: `${external('r1', 'oleObject')}${external('r2', 'hyperlink')}<Relationship Id="r3" Type="${RELATIONS}/settings" Target="settings.xml"/>`,
      extra: [
        { name: 'word/_rels/settings.xml.rels', data: rels(external('r1', 'attachedTemplate')) },
        { name: 'word/_rels/header1.xml.rels', data: rels(external('r1', 'image')) },
      ],
    });
    expect(notes[1]?.split(' ').sort()).toEqual([
      'external',
      'https://example.com/attachedTemplate',
      'https://example.com/image',
      'https://example.com/oleObject',
    ]);
  });
});
