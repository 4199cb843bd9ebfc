import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPeriod } from '../../../src/main/figures/basis-period';
import { isoDate } from '../../../src/main/figures/date-iso';
import { lastDay, periodsOf } from '../../../src/main/figures/periods';
import { reportPeriod } from '../../../src/main/figures/report-period';
import { periodBefore, yearBefore } from '../../../src/main/figures/shift-period';
import { factsOf } from './facts-of';

const periods = (text: string, title = '禾渡支付有限公司2025年报告'): readonly string[] =>
  factsOf(`# ${title}\n\n${text}`).map(({ period }) => period);

describe('periods of figures', () => {
  it.each<readonly [string, readonly string[]]>([
    ['2025年12月，3家。', ['2025-12']],
    ['2025年，3家。', ['2025']],
    ['2025年第四季度，3家。', ['2025Q4']],
    ['2025年上半年，3家。', ['2025H1']],
    ['2025年前三季度，3家。', ['2025-01..2025-09']],
    ['2025年1—11月，3家。', ['2025-01..2025-11']],
    ['2025年12月31日，3家。', ['2025-12-31']],
    ['截至2025年12月末，3家。', ['..2025-12-31']],
    ['2025年末，3家。', ['..2025-12-31']],
    ['截至2024年2月末，3家。', ['..2024-02-29']],
    ['25年初的9家。', ['..2025-01-01']],
    ['二〇二五年十二月末，3家。', ['..2025-12-31']],
    ['二〇二五年三月，3家。', ['2025-03']],
    // Inherited, and taken back.
    ['2025年12月，3家。另有4家。', ['2025-12', '2025-12']],
    ['2025年12月，3家。目前，4家。', ['2025-12', '']],
    ['2025年9月，新系统上线。共3家。', ['']],
    ['2025年，我司加快建设。共3家。', ['2025']],
    ['2025年12月，3家（上年为2家），另有4家。', ['2025-12', '2024', '2025-12']],
    // Resolved against the year in force, else the report's.
    ['12月，3家。', ['2025-12']],
    ['2024年共3家，其中12月1家。', ['2024', '2024-12']],
    ['去年3家，今年4家。', ['2024', '2025']],
    ['去年12月为3家。', ['2024-12']],
    ['上年末3家，年末4家。', ['..2024-12-31', '..2025-12-31']],
    ['上半年3家，下半年4家。', ['2025H1', '2025H2']],
    ['全年3家。', ['2025']],
    ['报告期内3家，报告期末4家。', ['2025', '..2025-12-31']],
    ['2025年11月，3家；当月新增2家，上月末1家。', ['2025-11', '2025-11', '..2025-10-31']],
    ['自2021年以来，累计3家。', ['']],
    ['10月、11月和12月的交易笔数分别为1万笔、2万笔和3万笔。', ['2025-10', '2025-11', '2025-12']],
    ['2023年、2024年交易笔数分别为1万笔和2万笔。', ['2023', '2024']],
    // A basis is no period.
    ['2025年12月，交易笔数3万笔，较11月增加2万笔，比2024年末增加1万笔。', ['2025-12', '2025-12', '2025-12']],
    ['《2024年工作方案》要求3家。', ['']],
    ['连续3个月为4家。', ['', '']],
  ])('%s', (text, wanted) => expect(periods(text)).toEqual(wanted));

  it('resolves nothing where no year is known', () => {
    expect(periods('12月，3家。去年4家。全年5家。', '支付业务报告')).toEqual(['', '', '']);
  });

  it('takes a heading’s period', () => {
    expect(periods('## 一、2024年情况\n\n共3家。')).toEqual(['2024']);
  });
});

describe('the report’s own period', () => {
  it.each([
    ['禾渡支付有限公司2025年支付业务报告', '2025', '..2025-12-31'],
    ['某科技股份有限公司2025年半年度报告', '2025H1', '..2025-06-30'],
    ['2025年第三季度支付体系运行报告', '2025Q3', '..2025-09-30'],
    ['2025年11月工作月报', '2025-11', '..2025-11-30'],
    ['支付业务报告', '', ''],
  ])('%s', (title, value, end) => expect(reportPeriod(title)).toMatchObject({ value, end }));
});

describe('the period compared with', () => {
  it.each([
    ['同比', '2025Q4', '2024Q4'],
    ['同比', '..2024-02-29', '..2023-02-28'],
    ['比上年', '2025', '2024'],
    ['环比', '2025-01', '2024-12'],
    ['环比', '2025Q1', '2024Q4'],
    ['环比', '2025H1', '2024H2'],
    ['环比', '..2025-12-31', ''],
    ['季度环比', '2025-12', ''],
    ['较上月末', '..2025-03-31', '..2025-02-28'],
    ['较11月', '..2025-12-31', '..2025-11-30'],
    ['较2024年末', '2025', '..2024-12-31'],
    ['较年初', '2025-06', '..2024-12-31'],
    ['同比', '', ''],
    ['较改造前', '2025', ''],
  ])('%s of %s is %s', (basis, period, wanted) => expect(basisPeriod(basis, period)).toBe(wanted));

  it('goes back a year and a month from any month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const period = `${year}-${String(month).padStart(2, '0')}`;
        expect(yearBefore(period)).toBe(`${year - 1}${period.slice(4)}`);
        const before = month === 1 ? [year - 1, 12] : [year, month - 1];
        expect(periodBefore(period, 'month')).toBe(`${before[0]}-${String(before[1]).padStart(2, '0')}`);
      }),
    );
  });
});

describe('dates as ISO 8601', () => {
  it.each([
    ['2025年12月31日', '2025-12-31'],
    ['2022年1月10号', '2022-01-10'],
    ['2025年末', '2025-12-31'],
    ['2022年8月底', '2022-08-31'],
    ['2025年第四季度', '2025-Q4'],
    ['2025Q4', '2025-Q4'],
    ['2025年上半年', '2025-H1'],
    ['2025年度', '2025'],
    ['25年初', '2025'],
    ['11月', '--11'],
    ['3月5日', '--03-05'],
    ['20220105-20220107', '2022-01-05/2022-01-07'],
    ['2022年3月、5月、6月、7月', '2022-03/2022-07'],
    ['2022年3月5日至8日', '2022-03-05/2022-03-08'],
    ['2021至2025年', '2021/2025'],
    ['2025/1/10', '2025-01-10'],
    ['202206', '2022-06'],
    ['20230330至今', '2023-03-30'],
    ['二〇二六年一月十日', '2026-01-10'],
    ['２０２５年６月', '2025-06'],
    ['2025年12月31日10时', '2025-12-31'],
    ['2025年2月30日', ''],
    ['2025年13月', ''],
    ['四季度', ''],
    ['', ''],
  ])('%s → %s', (raw, wanted) => expect(isoDate(raw)).toBe(wanted));

  it('writes every day of the calendar and no other', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), part, part, (year, month, day) => {
        const valid = month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
        const pad = (value: number): string => String(value).padStart(2, '0');
        const wanted = valid ? `${year}-${pad(month)}-${pad(day)}` : '';
        expect(isoDate(`${year}年${month}月${day}日`)).toBe(wanted);
        expect(periodsOf(`${year}年${month}月${day}日`)[0]?.value ?? '').toBe(wanted);
      }),
    );
  });
});
