import { withoutPeriods } from '../period-flow';
import { isMetric, type Meaning, phraseOf, scopeText, splitMetric, stripLeading } from './phrases';
import type { Spot } from './spots';

/** What each figure of a list with 分别 means. */
export interface ListMeaning extends Meaning {
  /** Empty where the items are no periods. */
  readonly period: string;
}

const JOIN = /^\s*(?:、|，|,|和|及|与|以及|，和|；)?\s*$/;
const RESPECTIVELY = /分别/;

/** How many figures, from `first` on, stand side by side: `1、2和3万笔`. */
export function runLength(spots: readonly Spot[], first: number): number {
  let next = first + 1;
  const unit = spots[first]?.quantity.unit;
  while (next < spots.length && JOIN.test(spots[next]?.gap ?? '-') && spots[next]?.gap !== '') {
    // 分别增长13.50%和13.58%，三年累计…: behind a comma another unit begins another clause.
    if (/[，,]/.test(spots[next]?.gap ?? '') && spots[next]?.quantity.unit !== unit) break;
    next++;
  }
  return next - first;
}

/** Reads `A、B和C的交易笔数分别为` before a run of `size` figures; null where the items do not match them one by one. */
export function listMeanings(
  head: string,
  size: number,
  periodNamed: (text: string) => string,
): readonly ListMeaning[] | null {
  const match = RESPECTIVELY.exec(head);
  if (!match || size < 2) return null;
  const before = head.slice(0, match.index).replace(/[，、\s]+$/, '');
  return periodItems(before, size, periodNamed) ?? namedItems(before, size);
}

/** 10月、11月和12月网络支付笔数分别为: each figure is of its own period. */
function periodItems(
  before: string,
  size: number,
  periodNamed: (text: string) => string,
): readonly ListMeaning[] | null {
  const pieces = before.split(/、|和|与|及|以及/);
  const last = pieces.length - 1;
  for (let first = 0; first + size - 1 <= last; first++) {
    const periods = pieces.slice(first, first + size).map((piece) => periodNamed(piece.trim()));
    if (periods.some((period) => period === '')) continue;
    if (new Set(periods).size < size) return null;
    const noun = phraseOf(pieces.map(withoutPeriods).join('').replace(/，/g, '')).noun;
    const meaning = noun === '' ? { concept: '', scope: '' } : splitMetric(noun);
    return periods.map((period) => ({ ...meaning, period }));
  }
  return null;
}

function namedItems(before: string, size: number): readonly ListMeaning[] | null {
  const parts = stripLeading(before).split(/[、]|和(?!谐|平)|以及|(?<!.*[普涉])及(?!时)|与(?!境|会)/);
  if (parts.length < size) return null;
  const items = [parts.slice(0, parts.length - size + 1).join('、'), ...parts.slice(parts.length - size + 1)];
  if (items.some((item) => item.trim() === '')) return null;
  const [first = ''] = items;
  const last = items.at(-1) ?? '';
  // 交易笔数、交易金额分别为: each item is a noun of its own; what stands before the first is the scope of all.
  if (items.every((item) => isMetric(item)) && !/的/.test(last)) {
    const { scope } = splitMetric(first);
    return items.map((item, at) => {
      const own = splitMetric(item);
      return { concept: own.concept, scope: at === 0 || own.scope === '' ? scope : own.scope, period: '' };
    });
  }
  return scopedItems(items, last);
}

/** 甲市、乙市和丙市的交易笔数: the last item carries the noun of all. */
function scopedItems(items: readonly string[], last: string): readonly ListMeaning[] | null {
  const noun = phraseOf(last);
  if (!isMetric(noun.noun) && !noun.noun.includes('的')) {
    return items.map((item) => ({ concept: '', scope: scopeText(item), period: '' }));
  }
  const { concept, scope } = splitMetric(noun.noun);
  if (scope === '' || concept === '') return null;
  return items.map((item, at) => ({
    concept: noun.qualifier + concept,
    scope: at === items.length - 1 ? scope : scopeText(item),
    period: '',
  }));
}
