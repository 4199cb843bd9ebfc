const STREETS = ['东湖路', '西园路', '南桥街', '北苑路', '滨江道', '高新大道', '新城路', '老城街'];
const TRADES = ['餐饮', '零售', '物流', '医药', '文具', '旅宿', '维修', '培训'];
const STATES = ['正常', '整改中', '已注销'];

export interface LongTableOptions {
  /** Rows of all tables together, without their total rows. */
  readonly rows: number;
  /** Over how many annexes they are spread; 1 if not said. */
  readonly annexes?: number;
}

const grouped = (value: number): string => value.toLocaleString('en-US');

/** Draws that look random, the same on every run. */
const drawn = (at: number, salt: number): number => ((at + 1) * 7_919 + salt * 104_729) % 99_991;

/** Cells of row `at`: number, merchant, transactions, amount in 元, state. */
export function longTableRow(at: number): readonly [string, string, number, number, string] {
  const street = STREETS[drawn(at, 1) % STREETS.length];
  const trade = TRADES[drawn(at, 2) % TRADES.length];
  return [
    String(at + 1),
    `${street}${trade}店第${drawn(at, 3)}号`,
    10 + drawn(at, 4),
    1_000 + drawn(at, 5) * 7,
    STATES[drawn(at, 6) % STATES.length] ?? '正常',
  ];
}

/**
 * A fictional report whose annexes are long lists: five columns of text and figures, a total row each, and a few sentences
 * that name the totals.
 */
export function longTableReport({ rows, annexes = 1 }: LongTableOptions): string {
  const perAnnex = Math.ceil(rows / annexes);
  const parts: string[] = [];
  const sentences: string[] = [];
  for (let annex = 1, from = 0; from < rows; annex++, from += perAnnex) {
    const until = Math.min(rows, from + perAnnex);
    let [count, amount] = [0, 0];
    const lines: string[] = [];
    for (let at = from; at < until; at++) {
      const [, name, own, value, state] = longTableRow(at);
      count += own;
      amount += value;
      lines.push(`| ${at - from + 1} | ${name} | ${grouped(own)} | ${grouped(value)} | ${state} |\n`);
    }
    sentences.push(
      `附件${annex}列示商户${grouped(until - from)}户，交易${grouped(count)}笔，金额${grouped(amount)}元。\n\n`,
    );
    parts.push(
      `## 附件${annex} 特约商户明细\n\n表${annex} 特约商户交易明细\n\n`,
      '| 序号 | 商户名称 | 交易笔数（笔） | 交易金额（元） | 状态 |\n| --- | --- | ---: | ---: | --- |\n',
      ...lines,
      `| 合计 | | ${grouped(count)} | ${grouped(amount)} | |\n\n`,
    );
  }
  return `# 云岭支付有限公司2025年特约商户情况报告\n\n## 一、总体情况\n\n${sentences.join('')}${parts.join('')}`;
}
