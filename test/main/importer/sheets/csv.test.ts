import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../../src/main/importer/sheets/read';
import { codeOf, opened, shown } from './sheet-file';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string, name = '台账.csv'): Promise<string[][]> => shown(utf8(text), name);

/** GB18030 of 项目,金额\r\n甲,"1,284.50"\r\n — Node writes no GB18030. */
const GB18030 = new Uint8Array([
  0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0xbc, 0xd7, 0x2c, 0x22, 0x31, 0x2c, 0x32,
  0x38, 0x34, 0x2e, 0x35, 0x30, 0x22, 0x0d, 0x0a,
]);
const TEXT = '项目,金额\r\n甲,"1,284.50"\r\n';

describe('a delimited text', () => {
  it('is the same in every encoding', async () => {
    const marked = utf8(`\uFEFF${TEXT}`);
    const wide = new Uint8Array(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
    const files = await Promise.all(
      [utf8(TEXT), marked, wide, GB18030].map((bytes) => opened(bytes, '台账.csv')),
    );
    for (const file of files) expect(file).toEqual(files[0]);
    expect(files[0]?.sheets).toEqual([
      {
        name: '台账',
        top: 0,
        left: 0,
        widths: [2, 2],
        rows: [
          [
            { text: '项目', number: '', date: '' },
            { text: '金额', number: '', date: '' },
          ],
          [
            { text: '甲', number: '', date: '' },
            { text: '1,284.50', number: '1284.5', date: '' },
          ],
        ],
      },
    ]);
  });

  it.each([
    ['commas', '甲,1\n乙,2\n'],
    ['semicolons', '甲;1\n乙;2\n'],
    ['tabs', '甲\t1\n乙\t2\n'],
    ['bars', '甲|1\n乙|2\n'],
    ['Chinese commas', '甲，1\n乙，2\n'],
    ['a stated delimiter', 'sep=;\n甲;1\n乙;2\n'],
    ['a stated delimiter of its own', 'sep=^\r\n甲^1\r\n乙^2\r\n'],
    ['quotation marks', '"甲","1"\n"乙","2"\n'],
    ['no line end', '甲,1\n乙,2'],
    ['old line ends', '甲,1\r乙,2\r'],
    ['mixed line ends', '甲,1\r\n乙,2\n'],
    ['blank lines behind', '甲,1\n乙,2\n\n,\n\n'],
  ])('with %s', async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
  });

  it.each<readonly [string, string, string[][]]>([
    [
      'thousands in quotation marks',
      '甲,"1,284"\n乙,"2,000"\n',
      [
        ['甲', '1,284'],
        ['乙', '2,000'],
      ],
    ],
    [
      'thousands between semicolons',
      '项目;金额\n甲;1,284\n乙;2,000\n',
      [
        ['项目', '金额'],
        ['甲', '1,284'],
        ['乙', '2,000'],
      ],
    ],
    [
      'line breaks and quotation marks in a cell',
      '甲,"一\r\n""二"""\n乙,2\n',
      [
        ['甲', '一\n"二"'],
        ['乙', '2'],
      ],
    ],
    [
      'a quotation mark inside a word',
      '甲,5" 管\n乙,2\n',
      [
        ['甲', '5" 管'],
        ['乙', '2'],
      ],
    ],
    [
      'title lines above',
      '业务台账\n单位：万元\n项目,金额\n甲,1\n',
      [
        ['业务台账', ''],
        ['单位：万元', ''],
        ['项目', '金额'],
        ['甲', '1'],
      ],
    ],
    [
      'blank lines between',
      '甲,1\n\n乙,2\n',
      [
        ['甲', '1'],
        ['', ''],
        ['乙', '2'],
      ],
    ],
    ['one column', '甲\n乙\n', [['甲'], ['乙']]],
  ])('keeps %s', async (_, text, rows) => expect(await rowsOf(text)).toEqual(rows));

  it('is filled up at the end of its short rows, and says so', async () => {
    const { sheets, notes } = await opened(utf8('甲,1,2\n乙,3\n丙,4,5\n'), '台账.csv');
    expect(sheets[0]?.rows.map((row) => row.length)).toEqual([3, 3, 3]);
    expect(sheets[0]?.widths).toEqual([3, 2, 3]);
    expect(notes).toMatchObject([{ code: 'ragged-row', places: ['台账!A2'] }]);
  });

  it('knows dates', async () => {
    const { sheets } = await opened(utf8('日期,金额\n2025/1/5,3\n'), '台账.csv');
    expect(sheets[0]?.rows[1]?.map(({ date }) => date)).toEqual(['2025-01-05', '']);
  });

  it.each([
    ['a quotation mark never closed', '甲,"1\n乙,2\n', 'broken-csv'],
    ['words behind a closing quotation mark', '"甲"某,1\n乙,2\n', 'broken-csv'],
    ['only white space', ' \n\t\n', 'empty'],
    ['a rectangle of more cells than the bound', `${'1,'.repeat(2000)}\n${'1\n'.repeat(2000)}`, 'too-large'],
    ['more cells than the bound', `${','.repeat(1_500_001)}`, 'too-large'],
  ])('is refused with %s', async (_, text, code) => expect(await codeOf(utf8(text), '台账.csv')).toBe(code));

  it('is refused with the line of the slip', async () => {
    const read = await readSheets(utf8('甲,1\n乙,"2\n'), '台账.csv');
    expect(read.ok ? '' : read.error.message).toContain('第 2 行');
  });

  it('is not taken for one when the bytes are no text', async () => {
    expect(await codeOf(new Uint8Array([0, 1, 2, 255, 254, 0]), '台账.csv')).toBe('not-text');
  });
});
