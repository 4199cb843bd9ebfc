import { describe, expect, it } from 'vitest';
import { leadOf } from '../../../../src/main/figures/identity/lead';

/** The figure stands between the brackets. */
function lead(marked: string) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return leadOf(marked.replace(/[[\]]/g, ''), start, end);
}

describe('what stands around a figure', () => {
  it.each(['商户增加[20家]', '同比下降了[5.2%]', '比上年末减少约[120户]', '新增[12家]', '增长超过[8%]'])(
    '%s: a change',
    (text) => {
      expect(lead(text).change).toBe(true);
    },
  );

  it.each([
    '商户增至[20家]',
    '工业增加值[20亿元]',
    '上升到[5.2%]',
    '商户为[20家]',
    '商户增加20家；特约商户[1,284家]',
  ])('%s: a level', (text) => {
    expect(lead(text).change).toBe(false);
  });

  it('tells the direction', () => {
    expect(lead('同比下降[5.2%]').sign).toBe(-1);
    expect(lead('同比增长[5.2%]').sign).toBe(1);
  });

  it.each(['力争交易金额达到[15亿元]', '单笔不超过[1,000元]', '完成[3,000万笔]的目标', '满[10元]'])(
    '%s: no claim of what is',
    (text) => {
      expect(lead(text).planned).toBe(true);
    },
  );

  it.each(['由[9个]拓展到29个', '（上年为[120家]）', '从去年的[120家]增至150家'])('%s: earlier', (text) => {
    expect(lead(text).earlier).toBe(true);
  });

  it('stays within the sentence', () => {
    expect(lead('力争再创新高。交易金额[15亿元]')).toEqual(lead('交易金额[15亿元]'));
    expect(lead('')).toMatchObject({ change: false, planned: false });
  });

  it('sees adjusted figures', () => {
    expect(lead('剔除一次性因素后，净利润[15亿元]').adjusted).toBe(true);
    expect(lead('净利润[15亿元]').adjusted).toBe(false);
  });
});
