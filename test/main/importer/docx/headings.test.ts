import { describe, expect, it } from 'vitest';
import { p, run, tbl } from '../../../helpers/docx';
import { lines } from './reading';

const style = (id: string, name: string, inner = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const styled = (text: string, id: string): string => p(text, `<w:pStyle w:val="${id}"/>`);
const large = (text: string, size = 44): string =>
  p(run(text, `<w:sz w:val="${size}"/>`), '<w:jc w:val="center"/>');
const based = (id: string): string => `<w:basedOn w:val="${id}"/>`;

describe('styles', () => {
  it.each([
    ['Title', '', '# 文'],
    ['标题', '', '# 文'],
    ['Title', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', '# 文'],
    ['HEADING 1', '', '## 文'],
    ['标题 3', '', '#### 文'],
    ['heading 8', '', '###### 文'],
    ['正文', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', '#### 文'],
    ['正文', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', '文'],
    ['toc 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', '文'],
    ['TOC Heading', '', '文'],
  ])('by the name %s %s', async (name, inner, expected) => {
    expect(await lines({ body: styled('文', 'a'), styles: style('a', name, inner) })).toEqual([expected]);
  });

  it.each([
    ['Title', '# 文'],
    ['heading 2', '### 文'],
    ['toc 2', '文'],
  ])('count through what they are based on: %s', async (name, expected) => {
    const styles = style('a', name) + style('b', '甲', based('a')) + style('c', '乙', based('b'));
    expect(await lines({ body: styled('文', 'c'), styles })).toEqual([expected]);
  });

  it('based on each other do not hang', async () => {
    const styles = style('a', '甲', based('b')) + style('b', '乙', based('a'));
    expect(await lines({ body: styled('文', 'a'), styles })).toEqual(['文']);
  });

  it('give way to the outline level of the paragraph', async () => {
    const body =
      p('文', '<w:pStyle w:val="a"/><w:outlineLvl w:val="1"/>') +
      p('章', '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>');
    expect(await lines({ body, styles: style('a', 'heading 4') })).toEqual(['### 文', '章']);
  });

  it.each(['-5', '1.5', '99', 'x', ''])('an outline level of %s is none', async (value) => {
    expect(await lines(p('文', `<w:outlineLvl w:val="${value}"/>`))).toEqual(['文']);
  });
});

describe('a title without style', () => {
  it('is the first large centred paragraph, and no other', async () => {
    expect(await lines(large('某公司年度报告') + large('二〇二五年'))).toEqual([
      '# 某公司年度报告',
      '二〇二五年',
    ]);
  });

  it('takes its size from the character style, the paragraph style or the defaults', async () => {
    const character =
      '<w:style w:type="character" w:styleId="c"><w:name w:val="c"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>';
    const body = p(run('年度报告', '<w:rStyle w:val="c"/>'), '<w:jc w:val="center"/>');
    expect(await lines({ body, styles: character })).toEqual(['# 年度报告']);
    const defaults =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="36"/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect(await lines({ body: p('年度报告', '<w:jc w:val="center"/>'), styles: defaults })).toEqual([
      '# 年度报告',
    ]);
  });

  it.each([
    ['small', large('年度报告', 35)],
    ['at the left', p(run('年度报告', '<w:sz w:val="44"/>'))],
    ['in a table', tbl([[large('年度报告').replace(/^/, '<w:tc>').replace(/$/, '</w:tc>'), '1']])],
  ])('is none when %s', async (_, body) => {
    expect((await lines(body)).join('')).not.toContain('#');
  });
});

describe('guessed headings', () => {
  it.each([
    ['in cells', tbl([['一、概况', '1']])],
    [
      'in text boxes',
      p(
        `${run('见')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('一、概况')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    ],
    ['in contents', styled('一、概况', 't')],
    ['in what goes on with a list', styled('一、概况', 'l')],
  ])('are not made %s', async (_, body) => {
    const styles = style('t', 'toc 1') + style('l', 'List Continue');
    expect((await lines({ body, styles })).join('')).not.toContain('#');
  });
});
