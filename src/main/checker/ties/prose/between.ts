import type { Claim } from './claims';

/** 8月较7月增长, 三季度比二季度减少: whose change from when. */
const BETWEEN =
  /(?:^|[，。；、（(：])(?:其中)?(?<own>\d{1,2}月|第?[一二三四]季度|(?:19|20)\d{2}年)份?[较比](?<then>\d{1,2}月|第?[一二三四]季度|(?:19|20)\d{2}年)份?(?:同比)?(?<word>增长|上升|增加|提高|下降|减少|降低|回落)(?:了|约)?$/;

/** What the words before a rate say of the two periods. */
export const betweenBefore = (text: string, { spot }: Claim): RegExpExecArray | null =>
  BETWEEN.exec(text.slice(Math.max(0, spot.from - 30), spot.from));

/** How a period ends that is called so: 8月 → -08. */
export function endOf(word: string): string {
  const [number] = /\d+/.exec(word) ?? [];
  if (word.endsWith('月')) return `-${(number ?? '').padStart(2, '0')}`;
  return number ?? `Q${'一二三四'.indexOf(word.replace(/^第/, '').charAt(0)) + 1}`;
}

/** 9月…3.8亿，8月较7月增长1.68%: the change is not that of the figure before it. */
export function isToldOfOther(text: string, { fact }: Claim, rate: Claim): boolean {
  const own = betweenBefore(text, rate)?.groups?.['own'];
  if (own !== undefined && rate.quantity.unit === '%') return true;
  return own !== undefined && fact.period !== '' && !fact.period.endsWith(endOf(own));
}
