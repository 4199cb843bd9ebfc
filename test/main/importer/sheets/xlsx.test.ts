import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../../src/main/importer/sheets/read';
import { cell, formats, grid, merges, xlsx } from '../../../helpers/xlsx';
import { codeOf, firstCell, opened, shown } from './sheet-file';

const one = (data: string, behind = ''): Uint8Array => xlsx({ sheets: [{ name: '台账', data, behind }] });

describe('cells of a workbook', () => {
  it.each([
    ['a shared string', '<c t="s"><v>0</v></c>', { text: '机构名称', number: '', date: '' }],
    ['a string of a formula', '<c t="str"><f>A1</f><v>甲</v></c>', { text: '甲', number: '', date: '' }],
    ['an inline string', cell(' 乙 '), { text: ' 乙 ', number: '', date: '' }],
    ['a number stored as text', cell('1,284.50'), { text: '1,284.50', number: '1284.5', date: '' }],
    ['a code stored as text', cell('001234'), { text: '001234', number: '', date: '' }],
    ['a number', '<c><v>0.30000000000000004</v></c>', { text: '0.3', number: '0.3', date: '' }],
    ['a number with its type', '<c t="n"><v>1.5E-3</v></c>', { text: '0.0015', number: '0.0015', date: '' }],
    ['a number of a formula', '<c><f>1+1</f><v>2</v></c>', { text: '2', number: '2', date: '' }],
    ['a truth value', '<c t="b"><v>1</v></c>', { text: 'TRUE', number: '', date: '' }],
    ['an error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', { text: '#DIV/0!', number: '', date: '' }],
    [
      'an ISO date',
      '<c t="d"><v>2025-12-31T00:00:00</v></c>',
      { text: '2025-12-31', number: '', date: '2025-12-31' },
    ],
    ['an escaped line break', cell('甲_x000D_\n乙'), { text: '甲\n乙', number: '', date: '' }],
  ])('hold %s', async (_, xml, expected) => {
    const strings =
      '<si><r><t>机构</t></r><r><rPr><b/></rPr><t>名称</t></r><rPh sb="0" eb="2"><t>ジゴウ</t></rPh></si>';
    const bytes = xlsx({ sheets: [{ name: '台账', data: `<row>${xml}</row>` }], strings });
    expect(await firstCell(bytes)).toEqual(expected);
  });

  it.each([
    ['General', 1234.5, '1234.5', '1234.5', ''],
    ['0.00', 1.005, '1.01', '1.005', ''],
    ['#,##0.00', 1284.5, '1,284.50', '1284.5', ''],
    ['#,##0.00_);[Red](#,##0.00)', -5, '(5.00)', '-5', ''],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-', '0', ''],
    ['0.00%', 0.0735, '7.35%', '0.0735', ''],
    ['0.0%', 0.0735, '7.4%', '0.0735', ''],
    ['0!.0,"万"', 123456, '12.3万', '123456', ''],
    ['0.00,,"百万"', 12345678, '12.35百万', '12345678', ''],
    ['#,##0"万元"', 3190, '3,190万元', '3190', ''],
    ['@', 5, '5', '5', ''],
    ['0 " not closed', 5, '5', '5', ''],
    ['yyyy " not closed', 46022, '2025-12-31', '', '2025-12-31'],
    ['yyyy"年"m"月"', 45992, '2025年12月', '', '2025-12-01'],
    ['yyyy年m月d日', 45992, '2025年12月1日', '', '2025-12-01'],
    ['yyyy-mm-dd hh:mm', 46022.75, '2025-12-31 18:00', '', '2025-12-31'],
    ['上午/下午h"时"', 46022.75, 'PM6时', '', ''],
    ['h:mm', 0.5, '12:00', '', ''],
    ['[h]:mm', 1.5, '36:00', '', ''],
    [9, 0.5, '50%', '0.5', ''],
    [14, 46022, '2025/12/31', '', '2025-12-31'],
    [17, 45992, 'Dec-25', '', '2025-12-01'],
    [57, 45992, '2025年12月', '', '2025-12-01'],
    [9999, 5, '5', '5', ''],
  ])('under the format %s: %s', async (code, value, text, number, date) => {
    const data = `<row>${cell(value, '', 1)}</row>`;
    const bytes = xlsx({ sheets: [{ name: '台账', data }], styles: formats(code) });
    expect(await firstCell(bytes)).toEqual({ text, number, date });
  });

  it('count days from 1904 where the workbook says so', async () => {
    const sheets = [{ name: '台账', data: `<row>${cell(44560, '', 1)}</row>` }];
    const bytes = xlsx({ sheets, styles: formats('yyyy/m/d'), properties: 'date1904="1"' });
    expect(await firstCell(bytes)).toEqual({ text: '2025/12/31', number: '', date: '2025-12-31' });
  });

  it('are not counted as a figure of a formula that was never calculated', async () => {
    const { sheets, notes } = await opened(
      one('<row r="3"><c r="B3"><v>1</v></c><c r="C3"><f>B3*2</f><v></v></c></row>'),
    );
    expect(sheets[0]).toMatchObject({
      top: 2,
      left: 1,
      rows: [[{ text: '1' }, { text: '（公式没有结果）', number: '' }]],
    });
    expect(notes).toMatchObject([{ places: ['台账!C3'] }]);
    expect(notes[0]?.message).toContain('没有保存计算结果');
  });
});

describe('a sheet as a grid', () => {
  it('is its used rectangle, with its place', async () => {
    const { sheets } = await opened(
      one('<row r="5"><c r="C5"><v>1</v></c></row><row r="7"><c r="E7"><v>2</v></c></row>'),
    );
    expect(sheets[0]).toMatchObject({ top: 4, left: 2 });
    expect(sheets[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', '', ''],
      ['', '', ''],
      ['', '', '2'],
    ]);
  });

  it('counts on where rows and cells do not say where they stand', async () => {
    const data = `<row>${cell('甲')}${cell(1)}</row><row r="4"><c r="B4"><v>2</v></c><c><v>3</v></c></row><row><c/><c><v>4</v></c></row>`;
    expect(await shown(one(data))).toEqual([
      ['甲', '1', ''],
      ['', '', ''],
      ['', '', ''],
      ['', '2', '3'],
      ['', '4', ''],
    ]);
  });

  it('has covered cells where cells are merged', async () => {
    const data = grid([
      ['标题', null, null],
      ['甲', '乙', 1],
      [null, null, 2],
    ]);
    expect(await shown(one(data, merges('A1:C1', 'A2:B3')))).toEqual([
      ['标题', '<', '<'],
      ['甲', '<', '1'],
      ['^', '<', '2'],
    ]);
  });

  it('does not show what a merged cell covers, and says so', async () => {
    const { sheets, notes } = await opened(one(grid([['甲', '盖住']]), merges('A1:B1')));
    expect(sheets[0]?.rows[0]?.[1]).toEqual({ text: '', number: '', date: '', covered: 'left' });
    expect(notes).toMatchObject([{ code: 'hidden', places: ['台账!B1'] }]);
  });

  it('leaves no covered cell without the cell that covers it', async () => {
    expect(await shown(one('<row r="3"><c r="C3"><v>1</v></c></row>', merges('B2:C3')))).toEqual([
      ['', '<'],
      ['^', '<'],
    ]);
  });

  it('leaves out merged cells that meet no content', async () => {
    const row = '<row r="5"><c r="C5"><v>1</v></c><c r="E5"><v>2</v></c></row>';
    const { sheets } = await opened(one(row, merges('D3:D5', 'A3:C3', 'A1:A4')));
    expect(sheets[0]).toMatchObject({ top: 2, left: 2 });
    expect(sheets[0]?.rows.map((cells) => Object.keys(cells))).toEqual(Array(3).fill(['0', '1', '2']));
    expect(sheets[0]?.rows.map((cells) => cells[1]?.covered)).toEqual([undefined, 'up', 'up']);
  });

  it('cuts merged cells off at its edge', async () => {
    expect(await shown(one(grid([['甲', 1]]), merges('A1:A1048576', 'C1:XFD9')))).toEqual([['甲', '1']]);
  });

  it('of random cells and merged cells shows every visible cell at its place', async () => {
    const size = 6;
    const area = fc.tuple(fc.nat(size - 2), fc.nat(size - 2), fc.nat(2), fc.nat(2));
    const texts = fc.array(
      fc.array(fc.option(fc.integer({ min: -99, max: 99 })), { minLength: size, maxLength: size }),
      {
        minLength: size,
        maxLength: size,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.array(area, { maxLength: 4 }), async (rows, areas) => {
        const owner = new Map<string, string>();
        const kept: string[] = [];
        for (const [top, left, down, across] of areas) {
          const keys: string[] = [];
          for (let row = top; row <= Math.min(top + down, size - 1); row++)
            for (let column = left; column <= Math.min(left + across, size - 1); column++)
              keys.push(`${'ABCDEF'[column]}${row + 1}`);
          if (keys.length < 2 || keys.some((key) => owner.has(key))) continue;
          for (const key of keys) owner.set(key, keys[0] ?? '');
          kept.push(`${keys[0]}:${keys.at(-1)}`);
        }
        // Corners keep the used rectangle at its full size.
        const full = rows.map((row, at) =>
          row.map((value, column) => (at % (size - 1) === 0 && column % (size - 1) === 0 ? 7 : value)),
        );
        const cells = await shown(one(grid(full), kept.length > 0 ? merges(...kept) : ''));
        cells.forEach((row, at) => {
          row.forEach((text, column) => {
            const key = `${'ABCDEF'[column]}${at + 1}`;
            const isCovered = (owner.get(key) ?? key) !== key;
            const value = full[at]?.[column];
            expect(/^[<^]$/.test(text)).toBe(isCovered);
            if (!isCovered) expect(text).toBe(value === null ? '' : String(value));
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a workbook', () => {
  it('gives its visible sheets in order and says what is left out', async () => {
    const data = grid([['甲', 1]]);
    const bytes = xlsx({
      sheets: [
        { name: '二', data },
        { name: '藏', data, attributes: 'state="veryHidden"' },
        { name: '一', data, before: '<cols><col min="1" max="1" hidden="1"/></cols>' },
        { name: '图', data: '', type: 'chartsheet' },
        { name: '空', data: '<row><c s="0"/></row>' },
      ],
      extra: [
        { name: 'xl/vbaProject.bin', data: 'x' },
        { name: 'xl/externalLinks/externalLink1.xml', data: 'x' },
        { name: 'xl/media/image1.png', data: 'x' },
      ],
    });
    const { sheets, notes, kind } = await opened(bytes, '台账.xlsm');
    expect(kind).toBe('xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['二', '一']);
    expect(notes.map(({ code, places }) => [code, ...places])).toEqual([
      ['macro'],
      ['external'],
      ['image'],
      ['hidden', '藏'],
      ['object', '图'],
      ['hidden', '一'],
    ]);
  });

  it('reads parts whose names differ in case', async () => {
    const { sheets } = await opened(
      xlsx({
        sheets: [{ name: '台账', data: '<row><c t="s"><v>0</v></c></row>' }],
        strings: '<si><t>甲</t></si>',
        without: ['xl/sharedStrings.xml'],
        extra: [
          {
            name: 'xl/SharedStrings.xml',
            data: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>乙</t></si></sst>',
          },
        ],
      }),
    );
    expect(sheets[0]?.rows[0]?.[0]?.text).toBe('乙');
  });

  it('under a wrong name is read with a note', async () => {
    expect((await opened(xlsx(grid([['甲', 1]])), '台账.csv')).notes).toMatchObject([{ code: 'extension' }]);
  });
});

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const ole = (text: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16(text)]);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
const deep = `<row>${'<x>'.repeat(500)}${'</x>'.repeat(500)}</row>`;

describe('a file that is refused', () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty'],
    ['an old workbook', ole('Workbook'), 'legacy-office'],
    ['a workbook with a password', ole('EncryptedPackage'), 'encrypted'],
    ['a PDF', bytesOf('%PDF-1.7'), 'wrong-format'],
    ['a web page called .xls', bytesOf('<html><table><tr><td>1</td></tr></table></html>'), 'wrong-format'],
    [
      'an XML workbook',
      bytesOf('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      'wrong-format',
    ],
    ['no zip', bytesOf('PK\u0003\u0004 and nothing'), 'broken-zip'],
    [
      'a workbook without its sheet',
      xlsx({ sheets: [{ name: 'a', data: '' }], without: ['xl/worksheets/sheet1.xml'] }),
      'broken-workbook',
    ],
    ['a workbook without content', xlsx('<row r="1"/>'), 'empty'],
    ['broken XML', xlsx('<row><c></row>'), 'broken-xml'],
    ['too deep XML', xlsx(deep), 'too-deep'],
    [
      'a document type',
      xlsx({
        sheets: [],
        without: ['xl/workbook.xml'],
        extra: [{ name: 'xl/workbook.xml', data: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }],
      }),
      'doctype',
    ],
    ['a bomb', xlsx('<row/>'.padEnd(8_000_000)), 'bomb'],
    ['cells at opposite corners', xlsx(far), 'too-large'],
    [
      'merged cells over the whole sheet with a cell at its end',
      one('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>', merges('A1:XFD1048576')),
      'too-large',
    ],
    [
      'a cell beyond the last row',
      xlsx('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
      'broken-workbook',
    ],
    ['a cell that is no place', xlsx('<row><c r="1A"><v>1</v></c></row>'), 'broken-workbook'],
    ['a cell in another row', xlsx('<row r="2"><c r="A3"><v>1</v></c></row>'), 'broken-workbook'],
    ['a row that is no number', xlsx('<row r="x"/>'), 'broken-workbook'],
    [
      'a cell given twice',
      xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
      'broken-workbook',
    ],
    ['a string out of range', xlsx('<row><c t="s"><v>3</v></c></row>'), 'broken-workbook'],
    [
      'merged cells that overlap',
      one(
        grid([
          ['甲', 1, 2],
          ['乙', 3, 4],
        ]),
        merges('A1:B2', 'A2:C2'),
      ),
      'broken-workbook',
    ],
    ['merged cells backwards', one(grid([['甲', 1]]), merges('B1:A1')), 'broken-workbook'],
  ])('%s', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

  it('has one sentence each', async () => {
    const read = await readSheets(xlsx(far), 'a.xlsx');
    expect(read.ok ? '' : read.error.message).toBe(
      '表格过大，超过 150 万格；请删去用不到的行列，或分成几份再导入',
    );
  });

  it('is not one whose dimension lies', async () => {
    const bytes = xlsx({
      sheets: [{ name: '台账', data: grid([['甲', 1]]), before: '<dimension ref="A1:XFD1048576"/>' }],
    });
    expect(await shown(bytes)).toEqual([['甲', '1']]);
  });

  it('is not one with a single cell at the end of the sheet', async () => {
    const { sheets } = await opened(xlsx('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'));
    expect(sheets[0]).toMatchObject({ top: 1_048_575, left: 16_383, rows: [[{ text: '2' }]] });
  });
});
