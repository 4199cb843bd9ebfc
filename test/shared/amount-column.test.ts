import { describe, expect, it } from 'vitest';
import { isAmountColumn } from '../../src/shared/amount-column';

const AMOUNTS: readonly (readonly [name: string, header: string, cells: readonly string[]])[] = [
  ['with decimals', '金额（万元）', ['1,108.62', '586.37', '90.58']],
  ['whole things without a comma', '年末员工（人）', ['312', '96', '74', '608']],
  ['with signs', '增减（件）', ['-126', '55', '-67', '9']],
  ['rates', '占比', ['12.5%', '87.5%', '—', '100%']],
  ['few and small', '件数', ['5', '3', '12', '20']],
  ['units in the cells', '规模', ['12件', '3件', '120件']],
  ['some absent', '金额', ['—', '1,200.50', '', '不适用', '80.00']],
  ['one cell in words', '金额', ['1,200.50', '待定', '80.00', '19.20']],
];

const NAMES: typeof AMOUNTS = [
  ['row numbers', '序号', ['1', '2', '3', '12']],
  ['row numbers without a name', '', ['1', '2', '3', '4']],
  ['more than a hundred of them', '', Array.from({ length: 120 }, (_, at) => `${at + 1}`)],
  ['ranks', '排名', ['3', '1', '2']],
  ['years', '', ['2021', '2022', '2024']],
  ['months', '时间', ['1月', '2月', '12月']],
  ['dates', '完成日期', ['2024年3月5日', '2024年6月30日']],
  ['dates with dots', '完成日期', ['2024.08.13', '2024.09.30']],
  ['telephones', '联系电话', ['13800000000', '13900000000']],
  ['words', '渠道', ['线上', '线下', '合计']],
  ['nothing', '备注', ['', '', '']],
  ['long text with a figure', '情况', ['已完成', '12', '未完成']],
];

describe('columns of amounts', () => {
  it.each(AMOUNTS)('%s', (_, header, cells) => expect(isAmountColumn(header, cells)).toBe(true));
  it.each(NAMES)('not: %s', (_, header, cells) => expect(isAmountColumn(header, cells)).toBe(false));
});
