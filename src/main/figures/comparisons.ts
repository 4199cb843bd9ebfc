import type { Comparison } from '../../shared/model/quantity';

const UP = '增长|上升|提升|提高|增加|上涨|扩大|增幅|升幅|增速|增';
const DOWN = '下降|减少|降低|下跌|下滑|缩减|回落|降幅|减幅|降';
const BASIS =
  '同比|(?:季度|月度|年度)?环比|较(?:上年|去年|上月|上季|上季度|上期|年初|上年末|上年同期|去年同期|\\d{1,2}月)(?:末)?|比(?:上年|去年|上月|年初|上年末|上年同期|去年同期)(?:末)?';
const BEFORE_RATE = new RegExp(
  `(?<basis>${BASIS})[，,]?(?:均|也|又|累计)?(?<direction>${UP}|${DOWN}|持平)?(?:了|约|近|超|为|达|至)*$`,
  'u',
);
const PAIRED = new RegExp(`(?<basis>${BASIS})分别(?<direction>${UP}|${DOWN})(?:了|约|近|超|为|达)*$`, 'u');
const down = new RegExp(`^(?:${DOWN})$`, 'u');

const directionOf = (word: string | undefined): Comparison['direction'] => {
  if (word === '持平') return 'flat';
  return word !== undefined && down.test(word) ? 'down' : 'up';
};

/** 较11月下降 right before a rate → what the rate is compared with; null when nothing is. */
export function comparisonBefore(text: string, from: number, rate: string): Comparison | null {
  const match = BEFORE_RATE.exec(text.slice(Math.max(0, from - 24), from));
  if (!match?.groups?.basis) return null;
  return { basis: match.groups.basis, direction: directionOf(match.groups.direction), rate };
}

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** 分别增长56.4倍和51.2倍: runs of rates (indices of `places`) that belong, one by one, to the facts before them. */
export function pairedComparison(
  text: string,
  places: readonly Placed[],
): readonly {
  readonly rates: readonly number[];
  readonly basis: string;
  readonly direction: Comparison['direction'];
}[] {
  return places.flatMap((place, index) => {
    const match = PAIRED.exec(text.slice(Math.max(0, place.from - 24), place.from));
    if (!match?.groups?.basis) return [];
    const rates = [index];
    for (let next = index + 1; next < places.length; next++) {
      const previous = places[next - 1];
      const following = places[next];
      if (!previous || !following || !/^[和、与及]$/.test(text.slice(previous.to, following.from))) break;
      rates.push(next);
    }
    return [{ rates, basis: match.groups.basis, direction: directionOf(match.groups.direction) }];
  });
}
