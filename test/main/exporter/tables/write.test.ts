import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../src/main/checker/run';
import { writeTable } from '../../../../src/main/exporter/tables/write';
import { readSheets } from '../../../../src/main/importer/sheets/read';

const TEXT = [
  '# 演示支付公司2025年业务情况报告',
  '2025年，全年交易金额为12345678901234567.89元，“=SUM(A1)”渠道交易5,700.75万元，较上年下降14.37%。',
  '*表1 交易情况*',
  '| 项目 | 金额（万元） |\n| --- | --- |\n| +线上 | 3,600.50 |\n| 线下 | 2,100.25 |\n| 合计 | 5,700.75 |',
].join('\n\n');
const analysis = checkText(TEXT);
const all = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const csvOf = async (table: 'figures' | 'ties' | 'quotes', rows: readonly number[]): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await writeTable({ analysis, table, format: 'csv', rows }),
  );

describe('a data table as CSV', () => {
  it('begins with the mark and ends every line as Excel does', async () => {
    const csv = await csvOf('figures', all(analysis.quantities.length));
    expect(csv.startsWith('\uFEFF行,章节,原文,值')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(analysis.quantities.length + 2);
  });

  it('keeps every digit, and minus signs of numbers', async () => {
    const csv = await csvOf('figures', all(analysis.quantities.length));
    expect(csv).toContain('12345678901234567.89');
    expect(csv).not.toMatch(/e\+\d/i);
  });

  it('writes the rows asked for in their order, and leaves out what is none', async () => {
    const [, ...lines] = (await csvOf('figures', [3, 1, 99_999])).split('\r\n');
    const [third, first] = [analysis.quantities[3], analysis.quantities[1]];
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(third?.raw ?? '?');
    expect(lines[1]).toContain(first?.raw ?? '?');
  });

  it('makes no formula of a text', async () => {
    const tables = await Promise.all(
      (['figures', 'ties', 'quotes'] as const).map((one) => csvOf(one, all(100))),
    );
    for (const cell of tables.join('\r\n').split(/\r\n|,/)) expect(cell).not.toMatch(/^"?[=+@]/);
    expect(tables[0]).toContain("'+线上");
  });

  it('quotes as RFC 4180 says', async () => expect(await csvOf('figures', all(50))).toContain('"5,700.75'));
});

async function sheetsOf(bytes: Uint8Array) {
  const read = await readSheets(bytes, 'table.xlsx');
  if (!read.ok) throw new Error(read.error.message);
  return read.value.sheets;
}

describe('a data table as a workbook', () => {
  it('opens with its header and its exact numbers', async () => {
    const rows = all(analysis.quantities.length);
    const bytes = await writeTable({ analysis, table: 'figures', format: 'xlsx', rows });
    const [sheet] = await sheetsOf(bytes);
    expect(sheet?.name).toBe('数字');
    expect(sheet?.rows).toHaveLength(1 + analysis.quantities.length);
    const texts = (sheet?.rows ?? []).map((row) => row.map(({ text }) => text));
    expect(texts[0]?.slice(0, 4)).toEqual(['行', '章节', '原文', '值']);
    const values = texts.map((row) => row[3]);
    // More digits than Excel keeps stand as text.
    expect(values).toContain('12345678901234567.89');
    expect(values).toContain('57007500');
  });

  it('takes 20,000 rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => at % analysis.ties.length);
    const bytes = await writeTable({ analysis, table: 'ties', format: 'xlsx', rows });
    expect((await sheetsOf(bytes))[0]?.rows).toHaveLength(20_001);
  });
});
