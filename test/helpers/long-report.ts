/** How much a page holds, about: characters of prose, rows of a table. */
const CHARACTERS = 560;
const ROWS = 22;
const SENTENCES = [
  '公司围绕支付服务主责完善制度流程，压实条线责任，推动问题整改闭环管理。',
  '各分公司按季度核对业务台账，发现差异当日登记、次日处理，并保留处理记录。',
  '客户服务热线全年接通率保持稳定，回访结果表明客户对处理时效较为满意。',
  '系统运行平稳，核心链路双机房部署，演练中切换时间符合内部规定。',
  '对高风险商户实行名单管理，新增商户一律现场核验，资料不全的不予开通。',
];
const REGIONS = ['云海', '滨江', '松原', '远山', '青梧', '禾渡', '白榆', '石泉'];

/** A fictional report of about so many pages, of which tables of five columns with `rows` rows in all are a part. */
export function longReport(pages: number, rows: number): string {
  const sections = Math.max(1, Math.round(pages / 10));
  const perSection = Math.ceil(rows / sections);
  const prose = Math.max(2, Math.round(((pages - rows / ROWS) * CHARACTERS) / sections / 170));
  const parts = ['# 云岭支付集团关于2025年业务运行情况的报告\n\n云海市分行：\n\n'];
  let row = 0;
  for (let section = 1; section <= sections; section += 1) {
    parts.push(`## ${section}. 第${section}分公司运行情况\n\n`);
    for (let paragraph = 0; paragraph < prose; paragraph += 1) {
      const text = SENTENCES.map((_, at) => SENTENCES[(at + paragraph + section) % SENTENCES.length]).join(
        '',
      );
      parts.push(
        `第${paragraph + 1}项，本期处理业务${section * 1000 + paragraph * 37}.${paragraph % 100}万笔。${text}\n\n`,
      );
    }
    parts.push(
      `表${section} 第${section}分公司明细表\n\n| 序号 | 地区 | 笔数（万笔） | 金额（万元） | 说明 |\n|---|---|---|---|---|\n`,
    );
    for (let at = 0; at < perSection && row < rows; at += 1, row += 1) {
      const region = REGIONS[row % REGIONS.length];
      parts.push(
        `| ${at + 1} | ${region}第${(row % 37) + 1}网点 | ${row * 3 + 101}.50 | ${(row * 97 + 1000).toLocaleString('en-US')}.25 | 按期完成核对 |\n`,
      );
    }
    parts.push('\n');
  }
  return parts.join('');
}
