import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { plantsOf } from '../../../../src/main/checker/power/plant';
import { measurePower } from '../../../../src/main/checker/power/power';
import { checkText } from '../../../../src/main/checker/run';
import { errorKinds, type PowerReport } from '../../../../src/shared/model/power';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');
const TEXT = `# 云杉支付有限公司2025年业务报告

## 一、总体情况

2025年，全年笔数合计为1,248万笔，其中线上640万笔、线下608万笔。详见附件1，共2个渠道。

## 二、分渠道情况

表1 业务量

| 渠道 | 笔数（万笔） | 占比（%） |
| --- | --- | --- |
| 线上 | 640 | 51.28 |
| 线下 | 408 | 32.69 |
| 自助 | 200 | 16.03 |
| 合计 | 1,248 | 100.00 |

## 附件1 渠道名单

| 序号 | 渠道 |
| --- | --- |
| 1 | 线上 |
| 2 | 线下 |
`;

describe('planting errors', () => {
  let report: PowerReport;
  beforeAll(() => {
    report = measurePower(TEXT);
  });

  it('adds up per kind and per section', () => {
    const sum = (shares: readonly { planted: number; caught: number }[]) => [
      shares.reduce((all, { planted }) => all + planted, 0),
      shares.reduce((all, { caught }) => all + caught, 0),
    ];
    expect(sum(report.kinds)).toEqual([report.planted, report.caught]);
    expect(sum(report.sections)).toEqual([report.planted, report.caught]);
    expect(report.errors).toHaveLength(report.planted);
    expect(report.planted).toBeGreaterThan(20);
    const kinds = report.kinds.map(({ kind }) => kind);
    expect([...kinds, ...report.absent].sort()).toEqual([...errorKinds].sort());
  });

  it('finds a digit changed under a total, and says which rule told', () => {
    const total = report.errors.find(({ kind, before }) => kind === 'total' && before.includes('1,248'));
    expect(total?.caughtBy).toContain('T109');
    expect(report.rules.map(({ code }) => code)).toContain('T109');
  });

  it('shows where it is blind: a figure that nothing confirms', () => {
    const blind = measurePower('# 报告\n\n2025年，受理咨询3,417件。\n');
    expect(
      blind.errors.filter(({ kind }) => kind === 'digit').every(({ caughtBy }) => caughtBy.length === 0),
    ).toBe(true);
    expect(blind.absent).toContain('total');
  });

  it('is the same for the same text', () => expect(measurePower(TEXT)).toEqual(report));

  it('plants only what changes the text, inside it', () => {
    for (const name of ['clean/budget-report.md', 'tables/payments.md']) {
      const text = readFileSync(join(FIXTURES, name), 'utf8');
      const plants = plantsOf(checkText(text));
      expect(plants.length).toBeGreaterThan(20);
      for (const { range, after } of plants) {
        expect(text.slice(range.start, range.end)).not.toBe(after);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('has nothing to plant in a text without figures', () => {
    const none = measurePower('# 报告\n\n本年度工作平稳有序。\n');
    expect(none).toMatchObject({ planted: 0, caught: 0 });
  });

  it('stops when it is told to', () => {
    let looks = 0;
    const onProgress = (): void => {
      if (++looks > 3) throw new Error('cancelled');
    };
    expect(() => measurePower(TEXT, { onProgress })).toThrow('cancelled');
  });

  it('catches most of what is planted in tables that add up', () => {
    const { kinds } = measurePower(readFileSync(join(FIXTURES, 'tables/department-accounts.md'), 'utf8'));
    const total = kinds.find(({ kind }) => kind === 'total');
    expect(total?.planted).toBeGreaterThan(5);
    expect((total?.caught ?? 0) / (total?.planted ?? 1)).toBeGreaterThan(0.9);
  }, 30_000);
});
