import { describe, expect, it } from 'vitest';
import { guessHeading } from '../../../src/main/importer/headings';

describe('guessHeading', () => {
  it.each([
    ['一、总体情况', 2],
    ['十二、其他事项', 2],
    ['三．下一步工作安排', 2],
    ['　　二、存在的问题', 2],
    ['四、贯彻落实监管要求，完善内控制度', 2],
    ['一、三季度总体情况', 2],
    ['第一章 总则', 2],
    ['第三部分：风险管理', 2],
    ['第2章 系统建设', 2],
    ['第一节 组织架构', 3],
    ['（一）业务开展情况', 3],
    ['(三) 客户身份识别', 3],
    ['（十一）应急演练', 3],
    ['（二）2025年投诉处理情况', 3],
    ['1. 监测模型', 4],
    ['1．监测模型', 4],
    ['3、人员培训', 4],
    ['12. 外包管理', 4],
    ['1.2025年工作回顾', 4],
    ['2. 2026年工作计划', 4],
    ['（1）数据来源', 5],
    ['(2) 统计口径', 5],
    ['（3）Key management', 5],
  ])('takes %s for a heading of level %i', (text, level) => expect(guessHeading(text)).toBe(level));

  it.each([
    [''],
    ['总体情况'],
    ['一、'],
    ['（一）'],
    ['1.'],
    ['一、全年交易平稳。'],
    ['（一）总体情况。全年交易平稳'],
    ['一、主要情况如下：'],
    ['1. 完善制度；'],
    ['1. 已完成系统升级，交易恢复正常'],
    ['2、全年受理投诉12件'],
    ['（1）交易金额：3.2亿元'],
    ['（2）占比5.1%'],
    ['2025.12'],
    ['12.25'],
    ['3.15消费者权益日活动'],
    ['2025.12.31 期末余额'],
    ['1.5亿元'],
    ['1.5 亿元'],
    ['3、4月份交易量'],
    ['（12）'],
    ['（1,204.5）'],
    ['（一）3.5亿元'],
    ['二、三季度交易额'],
    ['一、总体情况\t3'],
    ['一、总体情况……3'],
    ['一、总体情况........3'],
    ['一、甲\n乙'],
    ['第一次会议'],
    ['一是完善制度'],
    [`一、${'长'.repeat(40)}`],
  ])('takes %j for none', (text) => expect(guessHeading(text)).toBeNull());

  it('takes time in proportion to hostile text', () => {
    const started = performance.now();
    for (const unit of ['（', ' ', '一', '1.', '·', '1,'])
      for (let times = 0; times < 2000; times++) guessHeading(unit.repeat(2000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
