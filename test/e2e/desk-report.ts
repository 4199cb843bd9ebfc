/** A report of a company that does not exist, in two years, and its ledger: for the tests of the data tables. */
interface Year {
  readonly year: number;
  readonly online: string;
  readonly total: string;
  /** What the annual table says of all merchants. */
  readonly merchants: string;
  /** The comparison with the year before; empty without one. */
  readonly change: string;
}

const report = ({
  year,
  online,
  total,
  merchants,
  change,
}: Year): string => `# 演示支付公司${year}年业务情况报告

**演示市分行：**

## 一、总体情况

${year}年，我司全年交易金额为${total}万元，${change}服务商户1,248户。年内召开季度例会3次，接受现场检查2次。

期末商户数1,248户，其中线上640户、线下408户、自助200户，户均交易金额约4.5万元。

## 二、分项情况

*表1 ${year}年交易情况统计表*

| 渠道 | 交易金额（万元） | 商户数（户） | 商户占比（%） |
| --- | --- | --- | --- |
| 线上 | ${online} | 640 | 51.28 |
| 线下 | 2,100.25 | 408 | 32.69 |
| 自助 | 1,000.00 | 200 | 16.03 |
| 合计 | ${total} | ${merchants} | 100.00 |

全年交易金额见表1，其中线上交易金额为${online}万元。商户数合计为1,248户。

## 三、投诉处理

全年共受理投诉86件，办结85件，办结率98.84%。

特此报告。

演示支付公司

${year + 1}年1月15日
`;

export const PREVIOUS = report({
  year: 2024,
  online: '1,899.75',
  total: '5,000.00',
  merchants: '1,248',
  change: '',
});

/** The number of merchants in the table is wrong, which several ties tell. */
export const DRAFT = report({
  year: 2025,
  online: '2,600.50',
  total: '5,700.75',
  merchants: '1,284',
  change: '比上年增长14.02%，',
});

/** One unit of the last place but two beside what the draft says. */
export const LEDGER = '2025年业务台账\n单位：万元\n项目,交易金额\n全年,5701.75\n线上,2600.50\n线下,2100.25\n';

export const DRAFT_TITLE = '演示支付公司2025年业务情况报告';
export const PREVIOUS_TITLE = '演示支付公司2024年业务情况报告';
