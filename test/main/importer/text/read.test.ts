import { describe, expect, it } from 'vitest';
import { compose } from '../../../../src/main/importer/compose';
import { readText } from '../../../../src/main/importer/text/read';

/** The working text of a plain text. */
const written = (lines: readonly string[]): string => compose(readText(lines.join('\n'))).text;

const ONE_LINE_EACH = [
  '云杉支付有限公司',
  '2025年度反洗钱工作情况报告',
  '',
  '海州市金融管理局：',
  '现将本公司2025年度反洗钱工作情况报告如下。',
  '一、总体情况',
  '全年监测交易1,204.5万笔，金额38.72亿元，比上年增长6.4%，其中线上交易占比91.3%，均已逐笔留存记录，未发现系统性风险。',
  '（一）组织建设',
  '设专岗12人。',
  '类别\t本年\t上年',
  '可疑交易报告\t318\t296',
  '大额交易报告\t1,044\t',
  '二、下一步安排',
  '1. 完善监测模型',
  '云杉支付有限公司',
  '2026年1月20日',
];

const WRAPPED = [
  '          云杉支付有限公司关于系统运行情况的报告',
  '',
  '海州市金融管理局：',
  '',
  '    2025年，本公司支付系统全年平稳运行，共处理交易1,204.5万',
  '笔，金额38.72亿元，同比分别增长5.1%和6.4%，系统可用率达到',
  '99.99%，未发生二级以上事件。',
  '    全年开展应急演练4次，覆盖机房切换、网络中断、数据库故障等',
  '场景，参演人员共86人次，发现问题7项，均已在当季完成整改，整改',
  '结果已报备。',
  '',
  '一、运行情况',
  '    核心系统全年计划内停机3次，累计2.5小时，较上年减少1.2小时，',
  '均安排在凌晨时段，未影响客户办理业务。',
  '',
  '                                云杉支付有限公司',
  '                                2026年1月20日',
];

describe('readText', () => {
  it('takes each line for a paragraph where lines are not broken', () => {
    expect(written(ONE_LINE_EACH)).toBe(
      [
        '# 云杉支付有限公司<br>2025年度反洗钱工作情况报告',
        '海州市金融管理局：',
        '现将本公司2025年度反洗钱工作情况报告如下。',
        '## 一、总体情况',
        ONE_LINE_EACH[6],
        '### （一）组织建设',
        '设专岗12人。',
        '| 类别 | 本年 | 上年 |\n| --- | --- | --- |\n| 可疑交易报告 | 318 | 296 |\n| 大额交易报告 | 1,044 |  |',
        '## 二、下一步安排',
        '#### 1. 完善监测模型',
        '云杉支付有限公司',
        '2026年1月20日\n',
      ].join('\n\n'),
    );
  });

  it('joins lines that a program broke', () => {
    expect(written(WRAPPED)).toBe(
      [
        '# 云杉支付有限公司关于系统运行情况的报告',
        '海州市金融管理局：',
        WRAPPED.slice(4, 7)
          .map((line) => line.trim())
          .join('\n'),
        WRAPPED.slice(7, 10)
          .map((line) => line.trim())
          .join('\n'),
        '## 一、运行情况',
        WRAPPED.slice(12, 14)
          .map((line) => line.trim())
          .join('\n'),
        '云杉支付有限公司',
        '2026年1月20日\n',
      ].join('\n\n'),
    );
  });
});
