import { describe, expect, it } from 'vitest';
import { type Imported, importReport } from '../../../../src/main/importer/import';
import { type DocxParts, docx, p, run, tbl, tc } from '../../../helpers/docx';

/** Imports through every step; the proof must hold in each of these tests. */
async function imported(parts: DocxParts | string): Promise<Imported> {
  const result = await importReport(docx(parts), 'a.docx');
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.proof.differences).toEqual([]);
  return result.value;
}
const textOf = async (parts: DocxParts | string): Promise<string> => (await imported(parts)).text.trimEnd();

const style = (id: string, name: string, inner = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (levels: string, id = 1): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
const numbered = (text: string, at = 0, id = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
const drawing = (inner: string, description = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const picture = '<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>';
const box = (inner: string): string =>
  `<wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp>`;

describe('headings', () => {
  it('come from styles, by name or by outline level, through what a style is based on', async () => {
    const styles =
      style('a', 'heading 1') +
      style('b', '自定义', '<w:basedOn w:val="a"/>') +
      style('c', '小节', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style('t', 'Title') +
      style('m', 'toc 1');
    const body =
      p('年度报告', '<w:pStyle w:val="t"/>') +
      p('一、概况\t1', '<w:pStyle w:val="m"/>') +
      p('概况', '<w:pStyle w:val="a"/>') +
      p('业务', '<w:pStyle w:val="b"/>') +
      p('明细', '<w:pStyle w:val="c"/>') +
      p('正文。');
    expect(await textOf({ body, styles })).toBe(
      '# 年度报告\n\n一、概况\t1\n\n## 概况\n\n## 业务\n\n### 明细\n\n正文。',
    );
  });

  it('are guessed from their numbers where no style says so, and the title from its form', async () => {
    const body =
      p(run('年度报告', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
      p('一、总体情况') +
      p('（一）业务规模') +
      p('一、全年交易1,284万笔，同比增长3%。');
    expect(await textOf(body)).toBe(
      '# 年度报告\n\n## 一、总体情况\n\n### （一）业务规模\n\n一、全年交易1,284万笔，同比增长3%。',
    );
  });
});

describe('automatic numbers', () => {
  it('become text, level by level, and start anew below', async () => {
    const numbering = list(level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）'));
    const body = [
      numbered('全年受理投诉35件，均已办结。'),
      numbered('线上20件，办结率为100%。', 1),
      numbered('线下15件，办结率为100%。', 1),
      numbered('完成整改3项，无逾期。'),
      numbered('系统类1项，已验收。', 1),
    ].join('');
    const imports = await imported({ body, numbering });
    expect(imports.text.trimEnd().split('\n\n')).toEqual([
      '一、全年受理投诉35件，均已办结。',
      '（一）线上20件，办结率为100%。',
      '（二）线下15件，办结率为100%。',
      '二、完成整改3项，无逾期。',
      '（一）系统类1项，已验收。',
    ]);
    expect(imports.proof.numbers).toBe(7);
  });

  it('of plain lists become list items', async () => {
    const numbering =
      list(level(0, 'decimal', '%1.')) + list(level(0, 'bullet', '') + level(1, 'bullet', ''), 2);
    const body =
      numbered('第一步') + numbered('第二步') + p('然后：') + numbered('要点', 0, 2) + numbered('细节', 1, 2);
    expect(await textOf({ body, numbering })).toBe('1. 第一步\n2. 第二步\n\n然后：\n\n- 要点\n    - 细节');
  });

  it.each([
    ['decimal', '%1）', '1）甲'],
    ['upperRoman', '%1', 'I 甲'],
    ['lowerLetter', '(%1)', '(a) 甲'],
    ['decimalEnclosedCircleChinese', '%1', '① 甲'],
    ['ideographTraditional', '%1、', '甲、甲'],
    ['decimalFullWidth', '%1．', '１．甲'],
    ['decimalZero', '第%1条', '第01条 甲'],
  ])('are printed in the form %s', async (format, text, expected) => {
    expect(await textOf({ body: numbered('甲'), numbering: list(level(0, format, text)) })).toBe(expected);
  });

  it('go on in a list of the same kind, and start where an override says', async () => {
    const numbering = `${list(level(0, 'decimal', '第%1项：'))}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = numbered('甲') + numbered('乙', 0, 2) + numbered('丙', 0, 3) + numbered('丁', 0, 3);
    expect((await textOf({ body, numbering })).split('\n\n')).toEqual([
      '第1项：甲',
      '第2项：乙',
      '第5项：丙',
      '第6项：丁',
    ]);
  });

  it('count empty paragraphs, and not what was deleted', async () => {
    const numbering = list(level(0, 'decimal', '第%1项：'));
    const gone = `<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del>`;
    const deleted = p(
      gone,
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="2"/></w:rPr>',
    );
    const body = numbered('甲') + deleted + numbered('') + numbered('丙');
    expect((await textOf({ body, numbering })).split('\n\n')).toEqual(['第1项：甲', '第3项：丙']);
  });

  it('print all levels where the list says so, and none for numId 0', async () => {
    const numbering = list(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
    const body =
      numbered('甲类业务平稳，无异常。') + numbered('乙类业务平稳，无异常。', 1) + numbered('丙。', 0, 0);
    expect((await textOf({ body, numbering })).split('\n\n')).toEqual([
      '一、甲类业务平稳，无异常。',
      '1.1 乙类业务平稳，无异常。',
      '丙。',
    ]);
  });
});

describe('tables', () => {
  it('keep merged cells where they reach', async () => {
    const body = tbl([
      [tc('项目', '<w:vMerge w:val="restart"/>'), tc('2024年', '<w:gridSpan w:val="2"/>')],
      [tc('', '<w:vMerge/>'), '笔数', '金额'],
      ['线上', '1,200', '35.50'],
      [tc('合计', '<w:gridSpan w:val="2"/>'), '35.50'],
    ]);
    expect(await textOf(body)).toBe(
      [
        '| 项目 | 2024年 | << |',
        '| --- | --- | --- |',
        '| ^^ | 笔数 | 金额 |',
        '| 线上 | 1,200 | 35.50 |',
        '| 合计 | << | 35.50 |',
      ].join('\n'),
    );
  });

  it('fill up short rows and say so; empty columns before and behind are cells', async () => {
    const before = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>';
    const body = `<w:tbl><w:tr>${tc('甲')}${tc('1')}${tc('2')}</w:tr>${before}${tc('3')}${tc('4')}</w:tr><w:tr>${tc('5')}</w:tr></w:tbl>`;
    const { text, notes } = await imported(body);
    expect(text).toBe('| 甲 | 1 | 2 |\n| --- | --- | --- |\n|  | 3 | 4 |\n| 5 |  |  |\n');
    expect(notes).toMatchObject([{ code: 'ragged-row', places: ['表1第3行'] }]);
  });

  it('come behind the table that they are nested in', async () => {
    const inner = tbl([
      ['甲', '1'],
      ['乙', '2'],
    ]);
    const { text, notes } = await imported(
      tbl([
        ['外', tc(`${p('见下')}${inner}${p('')}`)],
        ['末', '9'],
      ]),
    );
    expect(text).toBe(
      '| 外 | 见下<br>〔嵌套表〕 |\n| --- | --- |\n| 末 | 9 |\n\n| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |\n',
    );
    expect(notes).toMatchObject([{ code: 'nested-table', places: ['表1第1行第2格'] }]);
  });

  it('of a single cell are their content', async () => {
    expect(await textOf(tbl([[tc(p('一、提示') + p('注意12项。'))]]))).toBe('## 一、提示\n\n注意12项。');
  });

  it('are read through content controls, paragraphs of a cell parted', async () => {
    const control = (inner: string): string =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const row = (cells: string): string => `<w:tr>${cells}</w:tr>`;
    const body = control(
      `<w:tbl>${control(row(control(tc('甲')) + tc(p('1') + p('2'))))}${row(tc(control(p('乙'))) + tc(p(control(run('3')))))}</w:tbl>`,
    );
    expect(await textOf(body)).toBe('| 甲 | 1<br>2 |\n| --- | --- |\n| 乙 | 3 |');
  });

  it('leave out deleted rows and what covered cells hide', async () => {
    const body = `<w:tbl><w:tr>${tc('甲', '<w:vMerge w:val="restart"/>')}${tc('1')}</w:tr><w:tr>${tc('藏77', '<w:vMerge/>')}${tc('2')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('删88')}${tc('99')}</w:tr></w:tbl>`;
    const { text, notes } = await imported(body);
    expect(text).toBe('| 甲 | 1 |\n| --- | --- |\n| ^^ | 2 |\n');
    expect(notes).toMatchObject([
      { code: 'hidden', places: ['表1第2行第1格'] },
      { code: 'tracked', places: ['表1'] },
    ]);
  });

  it.each([
    ['a span beyond reason', tbl([[tc('甲', '<w:gridSpan w:val="2000000000"/>'), '1']]), 'too-many-cells'],
    [
      'nesting without end',
      Array.from({ length: 20 }).reduce((inner: string) => tbl([['甲', tc(inner)]]), p('甲')),
      'too-deep',
    ],
  ])('refuse %s', async (_, body, code) => {
    expect(await importReport(docx(body), 'a.docx')).toMatchObject({ ok: false, error: { code } });
  });
});

describe('what stands beside the text', () => {
  it('puts footnotes behind their paragraph', async () => {
    const note = (id: number, text: string): string =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/><w:tab/></w:r>${run(text)}`)}</w:footnote>`;
    const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = p(`${run('金额120')}${reference(2)}${run('亿元。')}`) + p('下一段。');
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote>${note(2, '口径为2025年末。')}`;
    expect(await textOf({ body, footnotes })).toBe('金额120¹亿元。\n\n注¹：口径为2025年末。\n\n下一段。');
  });

  it('reads a text box once, behind what anchors it', async () => {
    const shape = drawing(box(p('框内35件')));
    const fallback = `<w:pict><v:shape><v:textbox><w:txbxContent>${p('框内35件')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const inner = /<w:r>(.*)<\/w:r>/.exec(shape)?.[1];
    const body = p(
      `${run('见右')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${inner}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await textOf(body)).toBe('见右\n\n框内35件');
    expect(await textOf(p(`${run('见左')}<w:r>${fallback}</w:r>`))).toBe('见左\n\n框内35件');
  });

  it('puts a placeholder where pictures and objects are', async () => {
    const chart = '<c:chart r:id="rId8"/>';
    const body =
      p(drawing(picture)) + p('图1 交易趋势') + p(drawing(picture, '2025年趋势')) + p(drawing(chart));
    const { text, notes } = await imported(body);
    expect(text.trimEnd().split('\n\n')).toEqual([
      '〔图片〕',
      '图1 交易趋势',
      '〔图片：2025年趋势〕',
      '〔图表〕',
    ]);
    expect(notes).toMatchObject([
      { code: 'image', places: ['正文第1段', '正文第3段'] },
      { code: 'object', places: ['正文第4段'] },
    ]);
  });

  it('keeps headers and footers apart', async () => {
    const { text, notes } = await imported({
      body: p('正文。'),
      header: p('机密 2025'),
      footer: p('第 1 页'),
    });
    expect(text).toBe('正文。\n');
    expect(notes).toMatchObject([{ code: 'apart', message: expect.stringContaining('机密 2025') }]);
  });

  it('leaves out hidden text and says so', async () => {
    const { text, notes } = await imported(p(run('可见12件') + run('隐藏34件', '<w:vanish/>')));
    expect(text).toBe('可见12件\n');
    expect(notes).toMatchObject([{ code: 'hidden' }]);
  });

  it('tells of macros and outside links, and reads neither', async () => {
    const { notes } = await imported({
      body: p('正文。'),
      extra: [{ name: 'word/vbaProject.bin', data: 'x' }],
      relationships:
        '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.com/a.png" TargetMode="External"/><Relationship Id="rY" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.com/" TargetMode="External"/>',
    });
    expect(notes.map(({ code, places }) => [code, places])).toEqual([
      ['macro', []],
      ['external', ['https://example.com/a.png']],
    ]);
  });
});

describe('runs', () => {
  it('join to one text however Word cut them', async () => {
    expect(await textOf(p(['全年交易', '1,2', '84', '.', '50万笔。'].map((one) => run(one)).join('')))).toBe(
      '全年交易1,284.50万笔。',
    );
  });

  it('keep raised and lowered digits from joining numbers', async () => {
    const body = p(
      run('共120') +
        run('2', '<w:vertAlign w:val="superscript"/>') +
        run('家，CO') +
        run('2', '<w:vertAlign w:val="subscript"/>'),
    );
    expect(await textOf(body)).toBe('共120²家，CO₂');
  });

  it('carry tabs, breaks, hyphens, symbols and formulas', async () => {
    const body = p(
      `${run('甲')}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`,
    );
    expect(await textOf(body)).toBe('甲\t乙\n丙-丁☑');
    const fraction =
      '<m:oMath><m:f><m:num><m:r><m:t>320</m:t></m:r></m:num><m:den><m:r><m:t>1284</m:t></m:r></m:den></m:f></m:oMath>';
    expect(await textOf(p(`${run('均值为')}${fraction}`))).toBe('均值为320/1284');
  });

  it('keep the parts of formulas apart', async () => {
    const r = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const part = (name: string, inner: string): string => `<m:${name}>${inner}</m:${name}>`;
    const fraction = part('f', part('num', r('3')) + part('den', r('4')));
    const power = part('sSup', part('e', r('10')) + part('sup', r('4')));
    const math = (inner: string): string => `<m:oMath>${inner}</m:oMath>`;
    expect(await textOf(p(`${run('共2')}${math(fraction + power)}${run('5次')}`))).toBe('共2 3/4 10⁴ 5次');
    expect(await textOf(p(math(part('sSup', part('e', r('x')) + part('sup', r('n+1'))))))).toBe('x^(n+¹)');
    const sum = part(
      'nary',
      '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' +
        part('sub', r('1')) +
        part('sup', r('12')) +
        part('e', r('35')),
    );
    expect(await textOf(p(`${run('为')}${math(sum)}${run('。')}`))).toBe('为∑₁¹² 35。');
    const row = (one: string, two: string): string => part('mr', part('e', r(one)) + part('e', r(two)));
    expect(await textOf(p(math(part('m', row('1', '2') + row('3', '4')))))).toBe('[1, 2; 3, 4]');
  });

  it('part numbers at page breaks, references to nothing and newer signs', async () => {
    expect(await textOf(p(`${run('12')}<w:r><w:br w:type="page"/></w:r>${run('34')}`))).toBe(
      '12\n34\n\n\\newpage',
    );
    const lost = '<w:r><w:footnoteReference w:id="9"/></w:r>';
    expect(await textOf(p(`${run('12')}${lost}${run('34')}`))).toBe('12〔注缺〕34');
    const emoji =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="urn:new" w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>7</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    expect(await textOf(p(`${run('第')}${emoji}${run('项')}`))).toBe('第7项');
  });

  it('show results of fields, not their codes', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = p(
      `${run('表')}${field('begin')}<w:r><w:instrText> SEQ 表 99 </w:instrText></w:r>${field('separate')}${run('3')}${field('end')}${run(' 名单')}`,
    );
    expect(await textOf(body)).toBe('表3 名单');
  });

  it('mark what an editor left', async () => {
    const { text, marks, notes } = await imported(
      p(
        `${run('全年')}<w:del w:id="1" w:author="王某"><w:r><w:delText>约</w:delText></w:r></w:del><w:ins w:id="2" w:author="李某" w:date="2025-12-01T00:00:00Z">${run('1,284')}</w:ins>${run('万笔', '<w:highlight w:val="yellow"/>')}${run('作废', '<w:strike/>')}<w:commentRangeStart w:id="7"/>${run('。')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
      ).replace('<w:p>', '<w:p>'),
    );
    expect(text).toBe('全年1,284万笔作废。\n');
    const shown = marks.map(({ kind, range, detail }) => [kind, text.slice(range.start, range.end), detail]);
    expect(shown).toEqual([
      ['deleted', '', '约（王某）'],
      ['inserted', '1,284', '李某 2025-12-01'],
      ['highlighted', '万笔', ''],
      ['struck', '作废', ''],
      ['comment', '。', ''],
    ]);
    expect(notes.map((note) => note.code)).toEqual(['tracked', 'comment']);
  });

  it('tell who commented, and prompts nobody answered', async () => {
    const { marks } = await imported({
      body: `${p(`<w:commentRangeStart w:id="1"/>${run('35件')}<w:commentRangeEnd w:id="1"/>`)}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字。')}</w:sdtContent></w:sdt>`,
      comments: `<w:comment w:id="1" w:author="赵某">${p('请核对')}</w:comment>`,
    });
    expect(marks.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['comment', '赵某：请核对'],
      ['prompt', ''],
    ]);
  });
});

describe('places', () => {
  it('are told for every paragraph and cell', async () => {
    const { text, map } = await imported(
      p('第一段。') +
        p('') +
        tbl([
          ['甲', '1'],
          ['乙', '2'],
        ]) +
        p('第二段。'),
    );
    expect(map.map(({ range, label }) => [text.slice(range.start, range.end), label])).toEqual([
      ['第一段。', '正文第1段'],
      ['甲', '表1第1行第1格'],
      ['1', '表1第1行第2格'],
      ['乙', '表1第2行第1格'],
      ['2', '表1第2行第2格'],
      ['第二段。', '正文第2段'],
    ]);
  });
});
