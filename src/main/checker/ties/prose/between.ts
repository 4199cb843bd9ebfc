import type { Claim } from './claims';

/** 8月较7月增长, 三季度比二季度减少: whose change from when. */
const BETWEEN =
  /(?:^|[，。；、（(：])(?:其中)?(?<own>\d{1,2}月|第?[一二三四]季度|(?:19|20)\d{2}年)份?[较比](?<then>\d{1,2}月|第?[一二三四]季度|(?:19|20)\d{2}年)份?(?:同比)?(?<word>增长|上升|增加|提高|下降|减少|降低|回落)(?:了|约)?$/;

/** What the words before a rate say of the two periods. */
export function betweenBefore(text: string, { spot }: Claim): RegExpExecArray | null {
  const head = text.slice(Math.max(0, spot.from - 30), spot.from);
  return /[较比]/.test(head) ? BETWEEN.exec(head) : null;
}

/** How a period ends that is called so: 8月 → -08. */
export function endOf(word: string): string {
  const [number] = /\d+/.exec(word) ?? [];
  if (word.endsWith('月')) return `-${(number ?? '').padStart(2, '0')}`;
  return number ?? `Q${'一二三四'.indexOf(word.replace(/^第/, '').charAt(0)) + 1}`;
}

/** What came or went, not what there is. */
const FLOW =
  /(?:新[开增设签]|撤销|撤并|注销|退出|关[闭停]|终止|停用|清退|转入|转出|入职|离职|增设|淘汰|报废)[^，。；、\d]{0,10}$/;
const OF_STOCK =
  /^[^。；]{0,16}?[，,][^，。；\d]{0,8}(?:总[数量额户]|[户个家台]数|存量|余额|在用|现有)[^，。；\d]{0,4}[较比与]/;

/** 新开1个、撤销2个，账户总数比年初的8个净减少1个: the change of all there are, not of what went. */
const isOfStock = (text: string, { spot }: Claim): boolean =>
  OF_STOCK.test(text.slice(spot.to, spot.to + 40)) && FLOW.test(spot.head);

/** 9月…3.8亿，8月较7月增长1.68%: the change is not that of the figure before it. */
export function isToldOfOther(text: string, claim: Claim, rate: Claim): boolean {
  const { fact } = claim;
  if (isOfStock(text, claim)) return true;
  const own = betweenBefore(text, rate)?.groups?.['own'];
  if (own !== undefined && rate.quantity.unit === '%') return true;
  return own !== undefined && fact.period !== '' && !fact.period.endsWith(endOf(own));
}
