import { totalEqualsSum } from '../../../../src/main/checker/rules/total-equals-sum';
import { testRule } from '../../../helpers/rule-tester';

const table = (...rows: string[]): string => {
  const width = (rows[0]?.split('|').length ?? 2) - 2;
  return [rows[0], `|${'---|'.repeat(width)}`, ...rows.slice(1)].join('\n');
};

const branches = (total: string): string =>
  table('| 机构 | 笔数 |', '| 东区 | 120 |', '| 西区 | 80 |', '| 南区 | 51 |', `| 合计 | ${total} |`);

const cross = (a: string, sum: string, total: string, grand: string): string =>
  table(
    '| 渠道 | 线上 | 线下 | 合计 |',
    `| 甲 | ${a} | 20 | 30 |`,
    '| 乙 | 15 | 25 | 40 |',
    `| 合计 | ${sum} | 45 | ${grand} |`,
  ).replace('| 30 |', `| ${total} |`);

const shares = (total: string): string =>
  table(
    '| 渠道 | 笔数（万笔） | 占比（%） |',
    '| 线上 | 640 | 51.28 |',
    '| 线下 | 408 | 32.69 |',
    '| 自助 | 200 | 16.03 |',
    `| 合计 | ${total} | 100.00 |`,
  );

testRule(totalEqualsSum, {
  reject: [
    {
      name: 'a deduction that is less than planned, its difference wrong',
      text: table(
        '| 项目 | 预算 | 实际 | 差额 |',
        '| 一、营业收入 | 43,300.00 | 44,030.61 | 730.61 |',
        '| 二、营业支出 | 22,500.00 | 23,488.32 | 988.32 |',
        '| 三、利润总额 | 20,800.00 | 20,542.29 | -257.71 |',
        '| 减：所得税费用 | 5,350.00 | 4,908.66 | -441.34 |',
        '| 四、净利润 | 15,450.00 | 15,633.63 | 188.63 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '188.63' }],
    },
    {
      name: 'the total of all regions below subtotals of some',
      text: table(
        '| 地区 | 网点（个） | 金额（万元） |',
        '| 甲市 | 31 | 812.40 |',
        '| 乙市 | 24 | 655.10 |',
        '| 北片小计 | 55 | 1,467.50 |',
        '| 丙市 | 18 | 430.25 |',
        '| 丁市 | 27 | 702.35 |',
        '| 南片小计 | 45 | 1,132.60 |',
        '| 全省合计 | 100 | 2,601.00 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '2,601.00' }],
    },
    {
      name: 'a remark on one row below the table takes nothing away from its total',
      text: `${branches('215')}\n\n西区笔数较少，剔除停业网点后与上年持平。\n`,
      findings: [{ message: 'mismatch', excerpt: '215' }],
    },
    {
      name: 'people who came and left, by quarter',
      text: table(
        '| 季度 | 季初在岗人数 | 入职人数 | 离职人数 | 季末在岗人数 |',
        '| 一季度 | 210 | 18 | 12 | 216 |',
        '| 二季度 | 216 | 25 | 19 | 222 |',
        '| 三季度 | 222 | 14 | 36 | 210 |',
        '| 四季度 | 210 | 20 | 11 | 219 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '210' }],
    },
    {
      name: 'a closing balance, each movement with its sign',
      text: table(
        '| 项目 | 金额（万元） | 依据 |',
        '| 期初余额（2025年1月1日） | 5,218.40 | 对账单 |',
        '| 加：客户充值 | 36,270.15 | 流水 |',
        '| 减：客户提现 | 35,104.80 | 流水 |',
        '| 减：手续费收入结转 | 412.35 | 总账 |',
        '| 期末余额（2025年3月31日） | 5,917.40 | 对账单 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '5,917.40' }],
    },
    {
      name: 'a part of a numbered entry',
      text: '| 项目 | 预算数 | 执行数 |\n| --- | --- | --- |\n| 一、税收收入 | 290 | 300 |\n| 增值税 | 200 | 205 |\n| 所得税 | 60 | 56 |\n| 其他税 | 30 | 30 |\n| 二、非税收入 | 100 | 90 |\n| 收入合计 | 390 | 390 |\n',
      findings: [{ message: 'mismatch', excerpt: '300' }],
    },
    {
      name: 'one side of a budget balance',
      text: table(
        '| 收入项目 | 决算数 | 支出项目 | 决算数 |',
        '| 一般公共预算收入 | 59,200 | 一般公共预算支出 | 61,300 |',
        '| 上级补助收入 | 4,300 | 上解支出 | 1,250 |',
        '| 上年结余 | 3,900 | 年终结余 | 4,550 |',
        '| 收入总计 | 67,100 | 支出总计 | 67,100 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '67,100', severity: 'error', fixed: null }],
    },
    {
      name: 'a total that is not the sum',
      text: branches('261'),
      findings: [{ message: 'mismatch', excerpt: '261', line: 6, severity: 'error', fixed: null }],
    },
    {
      name: 'counts of whole things off by one are no rounding',
      text: branches('252'),
      findings: [{ message: 'mismatch', excerpt: '252', severity: 'error' }],
    },
    {
      name: 'amounts in 万元 that differ by rounding alone',
      text: table(
        '| 项目 | 金额（万元） |',
        '| 甲 | 10.33 |',
        '| 乙 | 10.33 |',
        '| 丙 | 10.33 |',
        '| 合计 | 31.00 |',
      ),
      findings: [{ message: 'rounding', excerpt: '31.00', severity: 'notice', fixed: null }],
    },
    {
      name: 'row and column sums show the total to be wrong',
      text: cross('10', '26', '30', '70'),
      findings: [{ message: 'culprit', excerpt: '26', fixed: cross('10', '25', '30', '70') }],
    },
    {
      name: 'row and column sums show an item to be wrong',
      text: cross('70', '25', '30', '70'),
      findings: [{ message: 'culprit', excerpt: '70', line: 3, fixed: cross('10', '25', '30', '70') }],
    },
    {
      name: 'a total column that is wrong in one row',
      text: table(
        '| 月份 | 北方 | 南方 | 小计 |',
        '| 1月 | 1 | 2 | 3 |',
        '| 2月 | 4 | 5 | 8 |',
        '| 3月 | 6 | 7 | 13 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '8', line: 4, fixed: null }],
    },
    {
      name: 'a subtotal; the total over all entries confirms its items',
      text: table(
        '| 类别 | 商户数 |',
        '| 餐饮 | 10 |',
        '| 零售 | 20 |',
        '| 小计 | 31 |',
        '| 医院 | 5 |',
        '| 学校 | 6 |',
        '| 小计 | 11 |',
        '| 合计 | 41 |',
      ),
      findings: [
        {
          message: 'mismatch',
          excerpt: '31',
          fixed: table(
            '| 类别 | 商户数 |',
            '| 餐饮 | 10 |',
            '| 零售 | 20 |',
            '| 小计 | 30 |',
            '| 医院 | 5 |',
            '| 学校 | 6 |',
            '| 小计 | 11 |',
            '| 合计 | 41 |',
          ),
        },
      ],
    },
    {
      name: 'thousands separators are kept in the evidence',
      text: table(
        '| 序号 | 产品 | 笔数 |',
        '| 1 | 快捷 | 1,200 |',
        '| 2 | 网关 | 2,300 |',
        '| | 合计 | 3,600 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '3,600' }],
    },
    {
      name: 'a deduction counts with a minus',
      text: table('| 项目 | 笔数 |', '| 交易 | 500 |', '| 减：退款 | 40 |', '| 合计 | 540 |'),
      findings: [{ message: 'mismatch', excerpt: '540' }],
    },
    {
      name: 'shares of the total settle that it is wrong',
      text: shares('1,284'),
      findings: [{ message: 'mismatch', excerpt: '1,284', fixed: shares('1,248') }],
    },
    {
      name: 'a missing row is told once',
      text: table(
        '| 地区 | 笔数 | 金额（万元） | 差错（笔） |',
        '| 东区 | 1,120 | 530.50 | 31 |',
        '| 西区 | 2,080 | 610.20 | 42 |',
        '| 南区 | 1,951 | 480.30 | 27 |',
        '| 合计 | 6,511 | 2,050.90 | 128 |',
      ),
      findings: [{ message: 'gap', excerpt: '6,511', severity: 'error', fixed: null }],
    },
    {
      name: 'a total of something else, perhaps',
      text: table(
        '| 地区 | 笔数 | 金额（万元） | 差错（笔） |',
        '| 东区 | 1,120 | 530.50 | 31 |',
        '| 西区 | 2,080 | 610.20 | 42 |',
        '| 合计 | 96,511 | 42,050.90 | 4,128 |',
      ),
      findings: [{ message: 'gap', severity: 'doubt', fixed: null }],
    },
    {
      name: 'much more than its rows, in one column: told as a doubt',
      text: table('| 商品 | 出口额 |', '| 手机 | 1,204 |', '| 汽车 | 817 |', '| 合计 | 98,217 |'),
      findings: [{ message: 'gap', severity: 'doubt', fixed: null }],
    },
    {
      name: 'a part larger than its whole',
      text: table(
        '| 项目 | 笔数 |',
        '| 支付 | 100 |',
        '| 其中：境外 | 130 |',
        '| 转账 | 50 |',
        '| 合计 | 150 |',
      ),
      findings: [{ message: 'exceeds', excerpt: '130' }],
    },
    {
      name: 'two header rows: the lower one names what adds to what',
      text: table(
        '| 地区 | 线上 | | 线下 | | 合计 | |',
        '| | 笔数 | 金额 | 笔数 | 金额 | 笔数 | 金额 |',
        '| 东 | 1 | 10.5 | 2 | 20.5 | 3 | 31.0 |',
        '| 西 | 3 | 30.0 | 4 | 40.0 | 8 | 70.0 |',
        '| 南 | 5 | 50.0 | 6 | 60.0 | 11 | 110.0 |',
      ),
      findings: [{ message: 'mismatch', excerpt: '8', line: 5 }],
    },
    {
      name: 'a total that stands above its entries',
      text: table('| 渠道 | 笔数 |', '| 合计 | 99 |', '| 甲 | 30 |', '| 乙 | 60 |'),
      findings: [{ message: 'mismatch', excerpt: '99', line: 3 }],
    },
  ],
  accept: [
    {
      name: 'a statement of profit against its budget',
      text: table(
        '| 项目 | 预算 | 实际 | 实际与预算差额 |',
        '| 一、营业收入 | 43,300.00 | 44,030.61 | 730.61 |',
        '| 其中：租赁净收入 | 42,000.00 | 43,136.17 | 1,136.17 |',
        '| 手续费净收入 | 1,300.00 | 894.44 | -405.56 |',
        '| 二、营业支出 | 22,500.00 | 23,488.32 | 988.32 |',
        '| 三、利润总额 | 20,800.00 | 20,542.29 | -257.71 |',
        '| 减：所得税费用 | 5,350.00 | 4,908.66 | -441.34 |',
        '| 四、净利润 | 15,450.00 | 15,633.63 | 183.63 |',
      ),
    },
    {
      name: 'subtotals, then the total of all regions',
      text: table(
        '| 地区 | 网点（个） | 金额（万元） |',
        '| 甲市 | 31 | 812.40 |',
        '| 乙市 | 24 | 655.10 |',
        '| 北片小计 | 55 | 1,467.50 |',
        '| 丙市 | 18 | 430.25 |',
        '| 丁市 | 27 | 702.35 |',
        '| 南片小计 | 45 | 1,132.60 |',
        '| 全省合计 | 100 | 2,600.10 |',
      ),
    },
    {
      name: 'a total of all branches, of which some are left out',
      text: `${branches('215').replace('合计', '全行合计')}\n\n注：合计已剔除各区之间的往来。\n`,
    },
    {
      name: 'a remark on the total below the table',
      text: `${branches('215')}\n\n各机构相互代理的业务在合计中剔除。\n`,
    },
    {
      name: 'people who came and left, with those lent out besides',
      text: table(
        '| 季度 | 季初在岗人数 | 入职人数 | 离职人数 | 借调人数 | 季末在岗人数 |',
        '| 一季度 | 210 | 18 | 12 | 3 | 213 |',
        '| 二季度 | 213 | 25 | 19 | 1 | 218 |',
      ),
    },
    {
      name: 'a closing balance that its movements make',
      text: table(
        '| 项目 | 金额（万元） | 依据 |',
        '| 期初余额（2025年1月1日） | 5,218.40 | 对账单 |',
        '| 加：客户充值 | 36,270.15 | 流水 |',
        '| 减：客户提现 | 35,104.80 | 流水 |',
        '| 减：手续费收入结转 | 412.35 | 总账 |',
        '| 期末余额（2025年3月31日） | 5,971.40 | 对账单 |',
      ),
    },
    {
      name: 'an entry called a difference',
      text: '| 类型 | 一季度（笔） | 二季度（笔） |\n| --- | --- | --- |\n| 长款 | 12 | 9 |\n| 短款 | 8 | 6 |\n| 时点差异 | 40 | 31 |\n| 合计 | 60 | 46 |\n',
    },
    {
      name: 'parts without a sign that they are parts, rounded',
      text: table(
        '| 险种 | 保费收入（亿元） |',
        '| 财产险 | 1,204.33 |',
        '| 人身险 | 2,817.46 |',
        '| 寿险 | 2,013.92 |',
        '| 健康险 | 651.28 |',
        '| 意外险 | 152.25 |',
        '| 合计 | 4,021.79 |',
      ),
    },
    {
      name: 'a second breakdown of the same whole',
      text: table(
        '| 指标 | 金额（亿元） |',
        '| 出口额 | 2,377.2 |',
        '| 其中：一般贸易 | 1,535.3 |',
        '| 加工贸易 | 490.6 |',
        '| 其中：机电产品 | 1,391.9 |',
        '| 高新技术产品 | 592.7 |',
      ),
    },
    {
      name: 'a part of what is left after gains',
      text: table('| 项目 | 本期 |', '| 财务费用 | 1,294.50 |', '| 其中：利息费用 | 2,334.12 |'),
    },
    {
      name: 'people who are counted in two rows and once in the total',
      text: table(
        '| 渠道 | 交易笔数 | 活跃用户（户） |',
        '| 线上 | 5,120 | 3,300 |',
        '| 线下 | 2,080 | 1,900 |',
        '| 合计 | 7,200 | 4,150 |',
      ),
    },
    {
      name: 'an average that its header does not name',
      text: table(
        '| 渠道 | 交易笔数 | 客单 |',
        '| 线上 | 5,120 | 33.1 |',
        '| 线下 | 2,080 | 19.4 |',
        '| 自助 | 800 | 40.2 |',
        '| 合计 | 8,000 | 30.3 |',
      ),
    },
    {
      name: 'an entry with only some of its parts below it',
      text: '| 项目 | 预算数 | 执行数 |\n| --- | --- | --- |\n| 一、税收收入 | 290 | 300 |\n| 增值税 | 200 | 205 |\n| 所得税 | 60 | 56 |\n| 二、非税收入 | 100 | 90 |\n| 收入合计 | 390 | 390 |\n',
    },
    {
      name: 'numbered entries over parts without numbers',
      text: '| 项目 | 预算数 | 执行数 |\n| --- | --- | --- |\n| 一、税收收入 | 300 | 310 |\n| 增值税 | 200 | 205 |\n| 所得税 | 60 | 65 |\n| 其他税 | 30 | 30 |\n| 二、非税收入 | 100 | 90 |\n| 收入合计 | 400 | 400 |\n',
    },
    {
      name: 'rises and falls do not add',
      text: '表1 居民消费价格涨跌幅度\n\n单位：%\n\n| 指标 | 全市 | 城市 |\n| --- | --- | --- |\n| 居民消费价格 | 0.4 | 0.5 |\n| 其中：食品 | 0.9 | 1.0 |\n| 衣着 | 1.1 | 1.1 |\n',
    },
    { name: 'right', text: branches('251') },
    { name: 'a dash counts as zero', text: branches('251').replace('| 合计', '| 北区 | — |\n| 合计') },
    {
      name: 'shares, averages and growth do not add',
      text: table(
        '| 机构 | 笔数 | 占比 | 笔均金额 | 同比增长 |',
        '| 甲 | 10 | 40% | 12.5 | 3% |',
        '| 乙 | 15 | 60% | 10.0 | 5% |',
        '| 合计 | 25 | 100% | 11.0 | 4% |',
      ),
    },
    {
      name: 'subtotals within a total',
      text: table(
        '| 类 | 数 |',
        '| a | 1 |',
        '| b | 2 |',
        '| 小计 | 3 |',
        '| c | 4 |',
        '| d | 5 |',
        '| 小计 | 9 |',
        '| 合计 | 12 |',
      ),
    },
    {
      name: 'a loose entry beside subtotals',
      text: table('| 类 | 数 |', '| a | 1 |', '| b | 2 |', '| 小计 | 3 |', '| 其他 | 4 |', '| 总计 | 7 |'),
    },
    {
      name: 'parts are not added again',
      text: table(
        '| 项目 | 数 |',
        '| 支付 | 100 |',
        '| 其中：线上 | 60 |',
        '| 转账 | 50 |',
        '| 合计 | 150 |',
      ),
    },
    {
      name: 'a part list that goes on without 其中',
      text: table(
        '| 序号 | 项目 | 数 |',
        '| 1 | 支付 | 100 |',
        '| | 其中：线上 | 60 |',
        '| | 线下 | 40 |',
        '| 2 | 转账 | 50 |',
        '| | 合计 | 150 |',
      ),
    },
    {
      name: 'enumerated levels',
      text: table(
        '| 项目 | 数 |',
        '| 一、银行 | 100 |',
        '| （一）国有 | 60 |',
        '| （二）股份 | 40 |',
        '| 二、机构 | 50 |',
        '| 合计 | 150 |',
      ),
    },
    {
      name: 'columns of several units are no items of one total',
      text: table(
        '| 地区 | 笔数（笔） | 金额（万元） | 合计 |',
        '| 东 | 3 | 4.5 | 甲 |',
        '| 西 | 1 | 2.5 | 乙 |',
        '| 合计 | 4 | 7.0 | |',
      ),
    },
    {
      name: 'stocks do not add over months',
      text: table(
        '| 月份 | 交易笔数 | 月末用户数 |',
        '| 1月 | 10 | 100 |',
        '| 2月 | 20 | 110 |',
        '| 3月 | 30 | 120 |',
        '| 合计 | 60 | 120 |',
      ),
    },
    {
      name: 'a note that entries overlap',
      text: `${table('| 渠道 | 用户 |', '| 甲 | 10 |', '| 乙 | 20 |', '| 合计 | 25 |')}\n\n注：合计已对重复用户去重。`,
    },
    {
      name: 'accountants’ negatives',
      text: table(
        '| 项目 | 金额 |',
        '| 收入 | 1,000.50 |',
        '| 支出 | (200.25) |',
        '| 调整 | -0.25 |',
        '| 合计 | 800.00 |',
      ),
    },
    {
      name: 'a total over groups that each have one',
      text: table(
        '| 项 | 数 |',
        '| 甲一 | 1 |',
        '| 甲二 | 2 |',
        '| 合计 | 3 |',
        '| 乙一 | 4 |',
        '| 乙二 | 5 |',
        '| 合计 | 9 |',
        '| 总计 | 12 |',
      ),
    },
    {
      name: 'measures with totals of their own',
      text: table(
        '| 区 | 线上笔数 | 线下笔数 | 合计笔数 | 线上金额 | 线下金额 | 合计金额 |',
        '| 东 | 1 | 2 | 3 | 1.5 | 2.5 | 4.0 |',
        '| 西 | 2 | 3 | 5 | 0.5 | 0.5 | 1.0 |',
      ),
    },
    {
      name: 'several breakdowns of one whole',
      text: table(
        '| 指标 | 年末数 |',
        '| 常住人口 | 100.0 |',
        '| 其中：城镇 | 60.2 |',
        '| 乡村 | 39.8 |',
        '| 其中：男性 | 51.0 |',
        '| 女性 | 49.0 |',
      ),
    },
    {
      name: 'both sides of a budget balance',
      text: table(
        '| 收入项目 | 决算数 | 支出项目 | 决算数 |',
        '| 一般公共预算收入 | 59,200 | 一般公共预算支出 | 61,300 |',
        '| 上级补助收入 | 4,300 | 上解支出 | 1,250 |',
        '| 上年结余 | 3,600 | 年终结余 | 4,550 |',
        '| 收入总计 | 67,100 | 支出总计 | 67,100 |',
      ),
    },
    {
      name: 'a grand total over the year’s total and what was carried over',
      text: table(
        '| 项目 | 决算数 |',
        '| 财政拨款收入 | 800 |',
        '| 事业收入 | 150 |',
        '| 本年收入合计 | 950 |',
        '| 使用非财政拨款结余 | 20 |',
        '| 上年结转和结余 | 30 |',
        '| 收入总计 | 1,000 |',
      ),
    },
  ],
});
