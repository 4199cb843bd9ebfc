/** How a figure is said to follow from others; which of them, its words leave open. */
export interface Cue {
  readonly kind: 'share' | 'rate' | 'average' | 'difference' | 'points' | 'rest' | 'net' | 'sum';
  /** -1 where the words say that it fell. */
  readonly sign: 1 | -1;
  /** 日 of 日均, 月 of 月均; else empty. */
  readonly per: string;
}

const UP = '增长|增加|上升|提高|提升|上涨|攀升|增幅|涨幅|升幅|增|升|涨';
const DOWN = '下降|减少|降低|回落|下滑|下跌|缩短|压降|收窄|降幅|减幅|跌幅|降|减|跌';
const FILL = '(?:幅度?)?(?:了|约|为|达到?|均为|：)?';
const CHANGE = new RegExp(`(?:(?<up>${UP})|(?<down>${DOWN}))${FILL}$`);
const POINTS = new RegExp(
  `(?:(?<up>${UP}|扩大|高出?|快|多)|(?<down>${DOWN}|缩小|低|慢|少)|[高低快慢]于[^，。；\\d]{1,16}|前者[^，。；\\d]{1,6}后者)${FILL}$`,
);
const SHARE =
  /(?:占[^，。；\d]{0,20}|(?<name>[\p{Script=Han}]{1,6})(?:率|比例|比重|之比))(?:的|为|达到?|是|约)*$/u;
/** Rates that no two figures of a report need tell: of interest, of growth, of taxes. */
const OTHER_RATE =
  /增长|增速|变动|利|汇|税|费|周转|收益|倍|频|效|概|速|折旧|贴现|波动|准确|命中|可用|成功|市占/;
const AVERAGE =
  /(?:平均每(?<every>[天日月年季周])|平均|(?<per>[日月年季周])均|[人笔户件案场单家次台店起张]均)[^，。；\d]{0,10}$/;
const REST =
  /(?:其余|剩余|余下|尚有|尚余|仍有|还有|结余|节余|净资产|所有者权益|毛利|净额|净收入|净支出|差额)[^，。；、\d]{0,6}$/;
/** 净增31户, 净流出, 顺差: what came less what went. */
const NET =
  /净(?:增[加长]?额?|流入|入金|收款|收汇|投放|转入|(?<down>减少?额?|流出|出金|付款|付汇|回笼|转出))(?:了|约|为|达)?$|(?:顺差|(?<less>逆差))(?:为|达)?$/;
/** 比乙中心多处理182件: told by what is done more. */
const DOES = '(?:处理|受理|办理|完成|报送|发放|支付|收取|投入|拦截|新增)';
const DIFFERENCE = new RegExp(
  `(?:(?<up>增加|增长|上升|提高|多|高|高出|多出|延长)|(?<down>减少|下降|降低|少|低|缩短|减亏|压缩|压降))(?:了)?$|` +
    `[较比][^，。；\\d]{2,14}(?:(?<more>多)|(?<less>少))${DOES}$`,
);
const SUM = /(?:合计|共计|总计|合共|加总|相加)[^，。；、\d]{0,6}$/;
const REACH = 30;

/** Reads the words before a figure; null where it says nothing of other figures. */
export function cueBefore(text: string, from: number, unit: string): Cue | null {
  const head = text.slice(Math.max(0, from - REACH), from);
  if (unit === '个百分点' || unit === '基点') return cue('points', POINTS.exec(head));
  if (unit === '%' || unit === '‰') {
    const change = CHANGE.exec(head);
    if (change) return cue('rate', change);
    const share = SHARE.exec(head);
    const name = share?.groups?.['name'] ?? '';
    return share && !OTHER_RATE.test(name) ? cue('share', share) : null;
  }
  if (unit === '倍' || unit === '' || unit === '番' || unit === '成') return null;
  const average = AVERAGE.exec(head);
  if (average && !/[较比](?![例重率])|同比|环比/.test(average[0]))
    return {
      kind: 'average',
      sign: 1,
      per: (average.groups?.['per'] ?? average.groups?.['every'] ?? '').replace('天', '日'),
    };
  return (
    cue('net', NET.exec(head)) ??
    cue('rest', REST.exec(head)) ??
    cue('difference', DIFFERENCE.exec(head)) ??
    cue('sum', SUM.exec(head))
  );
}

const cue = (kind: Cue['kind'], match: RegExpExecArray | null): Cue | null =>
  match && { kind, sign: (match.groups?.['down'] ?? match.groups?.['less']) === undefined ? 1 : -1, per: '' };
