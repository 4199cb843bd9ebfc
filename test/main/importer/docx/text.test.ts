import { describe, expect, it } from 'vitest';
import { p, run, tbl } from '../../../helpers/docx';
import { lines, notesOf } from './reading';

const r = (inner: string): string => `<w:r>${inner}</w:r>`;
const pageBreak = r('<w:br w:type="page"/>');
const symbol = (font: string, code: string): string => r(`<w:sym w:font="${font}" w:char="${code}"/>`);

describe('page breaks', () => {
  it('stand before a paragraph that begins with one', async () => {
    expect(await lines(p('甲') + p(pageBreak + run('乙')))).toEqual(['甲', '---', '\n乙']);
  });

  it('part what stands before and behind them in a paragraph', async () => {
    expect(await lines(p(run('共120') + pageBreak + run('5家')) + p('乙'))).toEqual([
      '共120\n5家',
      '---',
      '乙',
    ]);
  });

  it('are one where several follow each other, and none at the start', async () => {
    const body = p(pageBreak) + p('甲') + p(pageBreak) + p(pageBreak) + p('乙', '<w:pageBreakBefore/>');
    expect(await lines(body)).toEqual(['甲', '---', '乙']);
  });

  it('that Word set itself are none', async () => {
    expect(await lines(p(r('<w:lastRenderedPageBreak/>') + run('甲')) + p('乙'))).toEqual(['甲', '乙']);
  });

  it('within content controls stand between the blocks around them', async () => {
    const control = `<w:sdt><w:sdtContent>${p('乙', '<w:pageBreakBefore/>')}</w:sdtContent></w:sdt>`;
    expect(await lines(p('甲') + control)).toEqual(['甲', '---', '乙']);
  });
});

describe('signs', () => {
  it.each([
    ['Wingdings', 'F0A8', '□'],
    ['Wingdings', 'F06C', '●'],
    ['Symbol', 'F0B1', '±'],
    ['Symbol', 'F032', '2'],
    ['Symbol', 'F061', 'α'],
    ['SYMBOL', 'f057', 'Ω'],
  ])('of the font %s %s show as %s', async (font, code, expected) => {
    expect(await lines(p(run('甲') + symbol(font, code)))).toEqual([`甲{${expected}}`]);
    expect(await notesOf(p(run('甲') + symbol(font, code)))).toEqual([]);
  });

  it.each([
    ['Webdings', 'F061'],
    ['Symbol', 'F0FF'],
    ['', ''],
    ['Wingdings', 'zz'],
  ])('unknown are told: %s %s', async (font, code) => {
    expect(await lines(p(symbol(font, code)))).toEqual(['{□}']);
    expect(await notesOf(p(symbol(font, code)))).toEqual(['symbol 正文第1段']);
  });
});

describe('raised and lowered digits', () => {
  const styles =
    '<w:style w:type="character" w:styleId="a"><w:name w:val="a"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>';

  it.each([
    ['<w:vertAlign w:val="superscript"/>', '120²'],
    ['<w:vertAlign w:val="subscript"/>', '120₂'],
    ['<w:rStyle w:val="a"/>', '120²'],
    ['<w:rStyle w:val="b"/>', '120²'],
    ['<w:rStyle w:val="a"/><w:vertAlign w:val="baseline"/>', '1202'],
  ])('by %s', async (properties, expected) => {
    expect(await lines({ body: p(run('120') + run('2', properties)), styles })).toEqual([expected]);
  });
});

describe('markup around text', () => {
  it.each([
    ['hyperlink', '<w:hyperlink r:id="rId1">', '</w:hyperlink>'],
    ['simple field', '<w:fldSimple w:instr="PAGE 9">', '</w:fldSimple>'],
    [
      'smart tag',
      '<w:smartTag w:element="date"><w:smartTagPr><w:attr w:name="y" w:val="9"/></w:smartTagPr>',
      '</w:smartTag>',
    ],
    ['custom XML', '<w:customXml w:element="x"><w:customXmlPr/>', '</w:customXml>'],
    ['direction', '<w:dir w:val="ltr"><w:bdo w:val="ltr">', '</w:bdo></w:dir>'],
    [
      'content control',
      '<w:sdt><w:sdtPr><w:alias w:val="9"/></w:sdtPr><w:sdtContent>',
      '</w:sdtContent></w:sdt>',
    ],
    [
      'choice',
      '<mc:AlternateContent><mc:Choice Requires="w14">',
      `</mc:Choice><mc:Fallback>${run('35')}</mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'fallback',
      '<mc:AlternateContent><mc:Choice Requires="new"><n:x xmlns:n="urn:n"/></mc:Choice><mc:Fallback>',
      '</mc:Fallback></mc:AlternateContent>',
    ],
  ])('%s is looked through', async (_, open, close) => {
    expect(await lines(p(`${run('共')}${open}${run('35')}${close}${run('件')}`))).toEqual(['共35件']);
  });

  it('reads the base of ruby text only', async () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt>${run('9')}</w:rt><w:rubyBase>${run('勾稽')}</w:rubyBase></w:ruby>`;
    expect(await lines(p(r(ruby) + run('表')))).toEqual(['勾稽表']);
  });

  it('drops empty paragraphs', async () => {
    expect(await lines(`${p('') + p(run('  '))}<w:p/>${p('甲')}`)).toEqual(['甲']);
  });
});

describe('formulas', () => {
  const t = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const m = (name: string, inner: string): string => `<m:${name}>${inner}</m:${name}>`;
  const formula = (inner: string): string => p(`${run('为')}${m('oMath', inner)}${run('。')}`);

  it.each([
    ['a fraction', m('f', m('num', t('320')) + m('den', t('1284'))), '为320{/}1284。'],
    ['a fraction of sums', m('f', m('num', t('a+b')) + m('den', t('c'))), '为{(}a+b{)}{/}c。'],
    ['a power', m('sSup', m('e', t('10')) + m('sup', t('4'))), '为10⁴。'],
    ['a root with its degree', m('rad', m('deg', t('3')) + m('e', t('27'))), '为3{次}{√}27。'],
    ['a root', m('rad', m('deg', '') + m('e', t('27'))), '为{√}27。'],
    [
      'an integral, when no sign is named',
      m('nary', m('sub', t('1')) + m('sup', t('2')) + m('e', t('x'))),
      '为{∫}₁²{ }x。',
    ],
    [
      'signs around several parts',
      m('d', `<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${m('e', t('1'))}${m('e', t('2'))}`),
      '为{[}1{, }2{]}。',
    ],
    ['lines', `${t('12')}<m:r><w:br/></m:r>${t('34')}`, '为12\n34。'],
    ['deleted parts', `${t('12')}<w:del w:id="1">${t('99')}</w:del>`, '为12。'],
    ['inserted parts', `${t('12')}<w:ins w:id="1">${t('34')}</w:ins>`, '为1234。'],
    [
      'one branch',
      '<mc:AlternateContent><mc:Choice Requires="m">' +
        t('12') +
        '</mc:Choice><mc:Fallback>' +
        t('12') +
        '</mc:Fallback></mc:AlternateContent>',
      '为12。',
    ],
  ])('show %s', async (_, inner, expected) => {
    const [line] = await lines(formula(inner));
    expect(line).toBe(expected);
  });

  it('are noted where they stand', async () => {
    expect(await notesOf(tbl([['甲', '1']]) + formula(t('x')))).toEqual(['equation 正文第1段']);
  });
});
