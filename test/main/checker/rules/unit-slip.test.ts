import { unitSlip } from '../../../../src/main/checker/rules/unit-slip';
import { testRule } from '../../../helpers/rule-tester';
import { SCALE_RIGHT, SCALE_WRONG } from './scale-cases';

/** One figure in the summary and in its section. */
const twice = (first: string, second: string, name = '云桥渠道交易金额'): string =>
  `# 2025年报告\n\n2025年，${name}为${first}。\n\n## 二、渠道业务开展情况\n\n2025年，${name}为${second}。\n`;

const slip = { message: 'slip', severity: 'error' } as const;

testRule(unitSlip, {
  reject: [
    ...SCALE_WRONG.map(([text, wrong, right]) => ({
      text,
      findings: [
        { message: 'scale', severity: 'doubt' as const, excerpt: wrong, fixed: text.replace(wrong, right) },
      ],
    })),
    { text: twice('3,190.25万元', '3,190.25亿元'), findings: [slip] },
    { text: twice('3,190.25万元', '31,902.5万元'), findings: [slip] },
    { text: twice('45.36亿元', '4,536亿元'), findings: [slip] },
    { text: twice('1,283.5万笔', '1,283.5笔', '云桥渠道交易笔数'), findings: [slip] },
    { text: twice('98.72万户', '987.2万户', '云桥渠道活跃商户数'), findings: [slip] },
    { text: twice('6,214元', '6,214万元', '云桥渠道手续费收入'), findings: [slip] },
    { text: twice('7,305.8亿元', '7,305.8万元'), findings: [slip] },
    { text: twice('1.4582亿笔', '145.82万笔', '云桥渠道交易笔数'), findings: [slip] },
  ],
  accept: [
    ...SCALE_RIGHT.map((text) => ({ text })),
    {
      name: 'the unit of means among those of the caption',
      text: '# 2024年报告\n\n表1 发卡（单位：张、万元、元/张）\n\n| 卡种 | 张数 | 金额 | 张均金额 |\n|---|---|---|---|\n| 实体卡 | 182,640 | 13,286.40 | 727.46 |\n| 虚拟卡 | 182,045 | 7,418.50 | 407.51 |\n\n实体卡张均金额为727.46元。\n',
    },
    { text: twice('3,190.25万元', '3,190.25万元') },
    { text: twice('3,190.25万元', '0.319025亿元') },
    { text: twice('3,190.25万元', '3,190.52万元') },
    { text: twice('30万元', '30亿元') },
    { text: '2025年，甲渠道交易金额为3,190.25万元。\n\n2025年，乙渠道交易金额为3,190.25亿元。\n' },
    { text: '2025年交易金额为3,190.25亿元。\n\n2024年交易金额为3,190.25万元。\n' },
    { text: '2025年，云桥渠道日均交易金额为8.74万元，累计交易金额为8.74亿元。\n' },
    { text: '没有重复的数字。\n' },
  ],
});
