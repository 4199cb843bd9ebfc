import { describe, expect, it } from 'vitest';
import { findLedgerTables } from '../../../../src/main/figures/ledger/layout';
import { sheetOf } from './sheet-of';

/** `value 金额 2025 万元` for each column; what is empty is left out. */
const proposed = (lines: string): string =>
  (findLedgerTables([sheetOf(lines)])[0]?.mapping ?? [])
    .map(({ role, concept, scope, period, unit }) =>
      [role, concept, scope, period, unit].filter(Boolean).join(' '),
    )
    .join(' | ');

describe('the proposed mapping', () => {
  it.each([
    ['机构|金额\n东部|1', 'scope | value 金额'],
    // Units in every header: still a header, and no title with a unit for the whole table.
    [
      '项目|交易笔数（万笔）|交易金额（亿元）\n线上支付|5|6',
      'concept | value 交易笔数 万笔 | value 交易金额 亿元',
    ],
    [
      '项目|2024年金额（万元）|2025年金额（亿元）|户数（户）\n线上支付|5|6|1',
      'concept | value 金额 2024 万元 | value 金额 2025 亿元 | value 户数 户',
    ],
    ['指标|2024年|2025年\n收入|1|2', 'concept | value 2024 | value 2025'],
    ['项目|2023|2024\n收入|1|2', 'concept | value 2023 | value 2024'],
    ['|2024年|2025年\n收入|1|2', 'concept | value 2024 | value 2025'],
    ['业务|2024年|2025年\n线上支付|1|2', 'concept | value 2024 | value 2025'],
    ['地区|业务|2024年|2025年\n东部|线上支付|1|2', 'scope | concept | value 2024 | value 2025'],
    ['银行名称|交易金额\n东部|1', 'scope | value 交易金额'],
    ['分组|交易金额\n东部|1', 'scope | value 交易金额'],
    ['指标名称|数值\n收入|1', 'concept | value'],
    ['产品名称|数值\n线上支付|1', 'concept | value'],
    [
      '机构|2024年|<\n^|金额（万元）|笔数（万笔）\n东部|1|2',
      'scope | value 金额 2024 万元 | value 笔数 2024 万笔',
    ],
    [
      '机构|金额（单位：元）|占比(%)|均价，元/笔\n东部|1|2|3',
      'scope | value 金额 元 | value 占比 % | value 均价 元/笔',
    ],
    ['机构|金额|增幅%\n^|万元|^\n东部|1|2', 'scope | value 金额 万元 | value 增幅 %'],
    [
      '单位：万元\n机构|交易金额|笔数|占比\n东部|1|2|3',
      'scope | value 交易金额 万元 | value 笔数 | value 占比',
    ],
    ['单位：万笔\n机构|交易笔数|金额\n东部|1|2', 'scope | value 交易笔数 万笔 | value 金额 万笔'],
    ['单位：%\n机构|占比|金额\n东部|1|2', 'scope | value 占比 % | value 金额'],
    [
      '单位：万元、万笔、%\n机构|金额|笔数|占比|得分\n东部|1|2|3|4',
      'scope | value 金额 万元 | value 笔数 万笔 | value 占比 % | value 得分',
    ],
    ['项目|单位|数值\n收入|万元|1\n交易量|万笔|2', 'concept | unit | value'],
    ['单位：元\n项目|计量单位|2025年\n收入|万元|1', 'concept | unit | value 2025'],
    ['单位|金额\n东部公司|1\n西部公司|2', 'scope | value 金额'],
    ['日期|金额\n2025-12-31|1\n2025-12-30|2', 'period | value 金额'],
    ['2025年业务表\n月份|金额\n1月|1\n2月|2', 'period | value 金额 2025'],
    ['2025年业务表\n月份|金额\n1|10\n2|20', 'period | value 金额 2025'],
    ['2026年1月编制\n期间|金额\n2025年1月|1\n2025年2月|2', 'period | value 金额'],
    ['年份|季度|机构|金额\n2025|1|东部|9\n2025|2|东部|8', 'period | period | scope | value 金额'],
    ['|金额\n2024年|1\n2025年|2', 'period | value 金额'],
    [
      '2025年12月业务表\n机构|期末余额|年初余额|上年同期\n东部|1|2|3',
      'scope | value 期末余额 2025-12 | value 年初余额 | value 上年同期',
    ],
    [
      '2025年业务表\n机构|1月|2月\n东部|1|2',
      'scope | value 2025-01 | value 2025-02'.replace('scope', 'concept'),
    ],
    ['机构|12月|2月\n东部|1|2', 'concept | value 12月 | value 2月'],
    ['机构|2025年12月末余额\n东部|1', 'scope | value 余额 ..2025-12-31'],
    ['机构|2024年较2023年增减\n东部|1', 'scope | value 2024年较2023年增减'],
    ['序号|机构|金额|备注\n1|东部|5|好\n2|西部|6|好', 'ignore | scope | value 金额 | ignore'],
    ['|机构|金额\n1|东部|5\n2|西部|6\n3|南部|7', 'ignore | scope | value 金额'],
    [
      '机构|联系电话|统一编码|账户数|金额\n东部|5550100|17|3|5',
      'scope | ignore | ignore | value 账户数 | value 金额',
    ],
    ['机构|开业日期|金额\n东部|2020-01-02|5', 'scope | ignore | value 金额'],
    ['机构|金额|评价\n东部|5|优', 'scope | value 金额 | ignore'],
    ['金额|机构\n5|东部', 'value 金额 | scope'],
    ['机构|金额\n东部|待定\n西部|—\n南部|5', 'scope | value 金额'],
    ['机构|金额||\n东部|5||\n西部|6||', 'scope | value 金额'],
    ['机构|金额|年限\n东部|5|2年\n西部|6|3年', 'scope | value 金额 | ignore'],
  ])('%j is %s', (lines, mapping) => expect(proposed(lines)).toBe(mapping));
});
