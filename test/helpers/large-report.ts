/** Whole numbers that look drawn, the same on every run. */
function* draws(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state >> 8;
  }
}

const GIVEN = [
  '云杉',
  '禾渡',
  '青梧',
  '白榆',
  '石泉',
  '临溪',
  '双河',
  '松原',
  '远山',
  '清平',
  '安澜',
  '长亭',
];
const PLACES = ['东区', '西区', '南区', '北区', '滨海', '高新', '新城', '老城'];
const WORK =
  '全年围绕支付服务主责，完善制度流程，压实条线责任，推动问题整改闭环管理，持续改进客户体验，并按季度向监管部门报告进展情况。';

/**
 * A fictional report of about `bytes` bytes of UTF-8 with about `figures` figures: prose with comparisons, parts and
 * shares, and tables with totals, as a long report has them. The same for the same arguments.
 */
export function largeReport(bytes: number, figures: number): string {
  const random = draws(7);
  const below = (limit: number): number => random.next().value % limit;
  const parts = ['# 云岭支付集团2025年业务发展报告\n\n'];
  const perSection = 31;
  const sections = Math.ceil(figures / perSection);
  const filler = Math.max(0, Math.round((bytes / sections - 1_100) / Buffer.byteLength(WORK)));
  for (let section = 1; section <= sections; section++) {
    const name = `${GIVEN[section % GIVEN.length]}${PLACES[below(PLACES.length)]}第${section}分公司`;
    const [online, offline] = [1_000 + below(90_000), 1_000 + below(90_000)];
    const before = Math.round(((online + offline) * 100) / (105 + below(20)));
    const rate = (((online + offline - before) * 100) / before).toFixed(2);
    const rows = PLACES.slice(0, 4).map(
      (place) => [place, 100 + below(9_000), 1_000 + below(90_000)] as const,
    );
    const [count, amount] = [1, 2].map((at) => rows.reduce((sum, row) => sum + Number(row[at]), 0));
    parts.push(
      `## ${section}. ${name}\n\n`,
      `2025年，${name}交易笔数${online + offline}万笔，比上年的${before}万笔增长${rate}%，其中线上${online}万笔、线下${offline}万笔，线上占比${((online * 100) / (online + offline)).toFixed(1)}%。受理投诉${20 + below(200)}件，同比下降${1 + below(30)}.${below(10)}%。服务商户${1_000 + below(9_000)}户，较年初增加${10 + below(90)}户。\n\n`,
      `${WORK.repeat(filler)}\n\n`,
      `表${section} ${name}各片区业务量\n\n| 片区 | 笔数（万笔） | 金额（万元） | 笔数占比 |\n| --- | ---: | ---: | ---: |\n`,
      ...rows.map(
        ([place, own, value]) =>
          `| ${place} | ${own} | ${value.toLocaleString('en-US')} | ${((own * 100) / (count ?? 1)).toFixed(2)}% |\n`,
      ),
      `| 合计 | ${count} | ${(amount ?? 0).toLocaleString('en-US')} | 100.00% |\n\n`,
    );
  }
  return parts.join('');
}
