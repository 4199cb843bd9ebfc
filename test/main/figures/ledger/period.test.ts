import { describe, expect, it } from 'vitest';
import {
  formatPeriod,
  isOtherPeriod,
  joinPeriods,
  onlyPeriod,
  periodOfCell,
  takePeriod,
  wholePeriod,
} from '../../../../src/main/figures/ledger/period';
import { periodsOf } from '../../../../src/main/figures/periods';
import { cellOf } from './sheet-of';

const whole = (text: string): string | null => {
  const parts = wholePeriod(text);
  return parts && formatPeriod(parts);
};

describe('a period', () => {
  it.each([
    ['2025', '2025'],
    ['2025年', '2025'],
    ['2025年度', '2025'],
    ['2025年全年', '2025'],
    ['2025年1-12月', '2025'],
    ['FY2025', '2025'],
    ['2025年12月', '2025-12'],
    ['2025年3月份', '2025-03'],
    ['2025-03', '2025-03'],
    ['2025/3', '2025-03'],
    ['2025.03', '2025-03'],
    ['202503', '2025-03'],
    ['（2025年3月）', '2025-03'],
    ['2025年12月31日', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    ['2025/1/5', '2025-01-05'],
    ['20251231', '2025-12-31'],
    ['2025年第四季度', '2025Q4'],
    ['2025年四季度', '2025Q4'],
    ['2025年4季度', '2025Q4'],
    ['2025Q4', '2025Q4'],
    ['2025-Q4', '2025Q4'],
    ['Q4 2025', '2025Q4'],
    ['2025年10-12月', '2025Q4'],
    ['2025年上半年', '2025H1'],
    ['2025H2', '2025H2'],
    ['2025年1月至6月', '2025H1'],
    ['2025年1-9月', '2025-01..2025-09'],
    ['2025年前三季度', '2025-01..2025-09'],
    ['截至2025年12月31日', '..2025-12-31'],
    ['2025年末', '..2025-12-31'],
    ['2025年6月末', '..2025-06-30'],
    ['2024年2月底', '..2024-02-29'],
    ['12月', '12月'],
    ['四季度', '四季度'],
    ['Q1', 'Q1'],
    ['1-6月', '1-6月'],
    ['..2025-12-31', '..2025-12-31'],
  ])('%s is %s', (text, period) => expect(whole(text)).toBe(period));

  it.each([
    '',
    '12',
    '2025.1',
    '2025年13月',
    '2025年2月30日',
    '20251301',
    '12025',
    '3个月',
    '近12月',
    '2024年至2025年',
    '2025年收入',
    '本年',
    '1.5',
    '9'.repeat(300),
  ])('%s is none', (text) => expect(whole(text)).toBeNull());

  it.each(['2025', '2025-12', '2025Q4', '2025H1', '2025-12-31', '..2025-12-31'])(
    '%s stays what it is',
    (text) => expect(whole(text)).toBe(text),
  );

  it.each([
    '2025年12月',
    '2025年',
    '2025年第二季度',
    '2025年下半年',
    '2025年12月31日',
    '截至2025年6月30日',
    '2025年9月末',
  ])('%s reads as in a report', (text) => expect(whole(text)).toBe(periodsOf(text)[0]?.value));

  it.each([
    ['2025年12月业务统计表', '2025-12'],
    ['业务统计表（2025年1-9月）', '2025-01..2025-09'],
    ['2025年业务统计表 2025年', '2025'],
    ['业务统计表', null],
    ['2024年与2025年对比表', null],
  ])('of the title %s is %s', (title, period) => {
    const parts = onlyPeriod(title);
    expect(parts && formatPeriod(parts)).toBe(period);
  });

  it.each([
    ['2024年交易金额', '交易金额'],
    ['12月末余额', '余额'],
    ['交易金额（2025年）', '交易金额（）'],
  ])('leaves of %s the words %s', (text, rest) => expect(takePeriod(text)?.rest).toBe(rest));

  it.each([
    ['12月', '2025年', '2025-12'],
    ['2024年', '2025年12月', '2024'],
    ['2024年', '12月', '2024-12'],
    ['2024年3月', '12月', '2024-03'],
    ['四季度', '一季度', '四季度'],
    ['2025年', '12月末', '..2025-12-31'],
  ])('%s next to %s is %s', (near, far, period) => {
    const parts = joinPeriods(wholePeriod(near), wholePeriod(far));
    expect(parts && formatPeriod(parts)).toBe(period);
  });

  it.each([
    ['3', '月份', '', '3月'],
    ['2', '季度', '', '2季度'],
    ['13', '月份', '', null],
    ['3', '序号', '', null],
    ['2025年12月', '', '2025-12-01', '2025-12'],
    ['12月', '', '2025-12-01', '2025-12'],
    ['12月1日', '', '2025-12-01', '2025-12-01'],
    ['Dec-25', '', '2025-12-01', '2025-12'],
    ['1-Dec-25', '', '2025-12-01', '2025-12-01'],
    ['待定', '', '', null],
  ])('of the cell %s under %s is told by text and date', (text, header, date, period) => {
    const parts = periodOfCell({ ...cellOf(text), date }, header);
    expect(parts && formatPeriod(parts)).toBe(period);
  });

  it('of another time is told apart', () => {
    expect(['上年同期', '年初余额', '去年12月'].every(isOtherPeriod)).toBe(true);
    expect(['较上年增长', '比年初增减', '本期', '期末余额'].some(isOtherPeriod)).toBe(false);
  });
});
