import { describe, expect, it } from 'vitest';
import { p, run, tbl, tc } from '../../../helpers/docx';
import { lines, marksOf, notesOf, read } from './reading';

const deleted = (text: string): string =>
  `<w:del w:id="1" w:author="王某" w:date="2025-11-02T08:00:00Z"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const control = (inner: string): string =>
  `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
const from = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
const to = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>`;
const reference = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;
const comments = `<w:comment w:id="1" w:author="赵某">${p('请核对')}${p('口径')}</w:comment>`;

describe('tracked changes', () => {
  it('are taken as accepted, and say who and when', async () => {
    const body = p(
      `${run('全年')}${deleted('约12')}<w:ins w:id="2" w:author="李某" w:date="2025-12-01T00:00:00Z">${run('15')}</w:ins>${run('件')}`,
    );
    expect(await lines(body)).toEqual(['全年15件']);
    expect(await marksOf(body)).toEqual([
      'deleted “” 约12（王某 2025-11-02）',
      'inserted “15” 李某 2025-12-01',
    ]);
    expect(await notesOf(body)).toEqual(['tracked 正文第1段']);
  });

  it('mark both ends of a move', async () => {
    const body =
      p(`${run('甲')}<w:moveFrom w:id="1" w:author="王某">${run('共35件')}</w:moveFrom>`) +
      p(`<w:moveTo w:id="2" w:author="王某">${run('共35件')}</w:moveTo>`);
    expect(await lines(body)).toEqual(['甲', '共35件']);
    expect(await marksOf(body)).toEqual(['deleted “” 共35件（王某）', 'moved “共35件” 王某']);
  });

  it('show a deleted paragraph though nothing of it is left', async () => {
    const body = p('甲') + p(deleted('整段12件')) + p('乙');
    expect(await marksOf(body)).toEqual(['deleted “” 整段12件（王某 2025-11-02）']);
    expect((await read(body)).blocks.map((block) => 'label' in block && block.label)).toEqual([
      '正文第1段',
      '正文第2段',
      '正文第2段',
    ]);
  });

  it('put no line break where a paragraph of a cell was deleted', async () => {
    const body = tbl([[tc(p(deleted('12')) + p('甲') + p(deleted('13')) + p('乙')), '1']]);
    expect(await lines(body)).toEqual(['甲\n乙 | 1']);
    expect(await marksOf(body)).toHaveLength(2);
  });

  it('name deleted rows behind their table, and count inserted ones', async () => {
    const row = (cells: string, properties = ''): string =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const body = `<w:tbl>${row(tc('甲') + tc('1'))}${row(tc(p(deleted('乙'))) + tc(p(deleted('2'))), '<w:del w:id="1" w:author="王某"/>')}${row(tc('丙') + tc('3'), '<w:ins w:id="2"/>')}</w:tbl>`;
    expect(await lines(body)).toEqual(['甲 | 1 // 丙 | 3', '']);
    expect(await marksOf(body)).toEqual(['deleted “” 乙2（王某）']);
    expect(await notesOf(body)).toEqual(['tracked 表1']);
  });

  it('of form are marked and counted', async () => {
    const body =
      p(run('甲', '<w:rPrChange w:id="1" w:author="王某"><w:rPr/></w:rPrChange>')) +
      p('乙', '<w:pPrChange w:id="2" w:author="李某"><w:pPr/></w:pPrChange>');
    expect(await marksOf(body)).toEqual(['formatted “甲” 王某', 'formatted “乙” 李某']);
    expect((await read(body)).notes[0]?.message).toBe('有 2 处未处理的修订，已按接受全部修订读入');
  });
});

describe('comments', () => {
  it('mark what they stand on, across paragraphs and tables', async () => {
    const body =
      p(`${from(1)}${run('甲35件')}`) +
      tbl([['乙', '2']]) +
      p(`${run('丙')}${to(1)}${reference(1)}${run('丁')}`);
    expect(await marksOf({ body, comments })).toEqual(
      ['甲35件', '乙', '2', '丙'].map((text) => `comment “${text}” 赵某：请核对 口径`),
    );
  });

  it.each([
    ['without a range', p(`${run('甲')}${reference(1)}${run('乙')}`)],
    ['on nothing', p(`${run('甲')}${from(1)}${to(1)}${reference(1)}${run('乙')}`)],
    ['on deleted words', p(`${run('甲')}${from(1)}${deleted('9')}${to(1)}${reference(1)}${run('乙')}`)],
  ])('%s stand where they are referred to', async (_, body) => {
    expect((await marksOf({ body, comments })).filter((mark) => mark.startsWith('comment'))).toEqual([
      'comment “” 赵某：请核对 口径',
    ]);
  });

  it('end where they are referred to when their range has no end', async () => {
    const body = p(`${from(1)}${run('甲')}${reference(1)}${run('乙')}`) + p('丙');
    expect(await marksOf({ body, comments })).toEqual(['comment “甲” 赵某：请核对 口径']);
  });

  it('mark formulas and cells that begin with their range', async () => {
    const body = tbl([[tc(`${from(1)}${p('<m:oMath><m:r><m:t>35</m:t></m:r></m:oMath>')}${to(1)}`), '1']]);
    expect(await marksOf({ body, comments })).toEqual(['comment “35” 赵某：请核对 口径']);
  });
});

describe('prompts of content controls', () => {
  it.each([
    ['block', control(p('单击此处'))],
    ['run', p(control(run('单击此处')))],
    ['block in a cell', tbl([[tc(control(p('单击此处'))), '1']])],
    ['cell', tbl([[control(tc('单击此处')), '1']])],
    [
      'row',
      `<w:tbl>${control(`<w:tr>${tc('单击此处')}${tc('')}</w:tr>`)}<w:tr>${tc('甲')}${tc('1')}</w:tr></w:tbl>`,
    ],
    ['table of one cell', `<w:tbl><w:tr>${control(tc('单击此处'))}</w:tr></w:tbl>`],
    ['control in a control', control(p(control(run('单击此处'))))],
  ])('are marked at the level of a %s', async (_, body) => {
    expect(await marksOf(body)).toEqual(['prompt “单击此处”']);
  });

  it('are none once they are answered', async () => {
    expect(
      await marksOf(
        '<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>' +
          p('35件') +
          '</w:sdtContent></w:sdt>',
      ),
    ).toEqual([]);
  });
});

describe('highlights and strikes', () => {
  it.each([
    ['<w:highlight w:val="yellow"/>', 'highlighted'],
    ['<w:shd w:val="clear" w:fill="FFFF00"/>', 'highlighted'],
    ['<w:shd w:val="clear" w:fill="00FF00"/>', 'highlighted'],
    ['<w:strike/>', 'struck'],
    ['<w:dstrike w:val="1"/>', 'struck'],
  ])('%s is %s', async (properties, kind) => {
    expect(await marksOf(p(run('35', properties)))).toEqual([`${kind} “35”`]);
  });

  it.each([
    '<w:highlight w:val="none"/>',
    '<w:highlight w:val="white"/>',
    '<w:shd w:val="clear" w:fill="auto"/>',
    '<w:shd w:val="clear" w:fill="FFFFFF"/>',
    '<w:shd w:val="clear" w:fill="D9D9D9"/>',
    '<w:strike w:val="0"/>',
  ])('%s says nothing', async (properties) => {
    expect(await marksOf(p(run('35', properties)))).toEqual([]);
  });
});
