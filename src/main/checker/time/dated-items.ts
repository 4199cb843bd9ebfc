import type { Block, Prose, ReportDocument } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { sourceRange } from '../../document/prose';
import { isValidDate, type NamedDate, namedDates } from './calendar';
import type { OutOfOrder } from './timeline';

/** An item that begins with the day it tells of. */
interface DatedItem {
  /** Comparable among items that all name their year, or all do not. */
  readonly key: number;
  readonly hasYear: boolean;
  readonly shown: string;
  readonly range: Range;
}

const BEGINS = /^[\d（(①-⑳一二三四五六七八九十]/;
const HEAD =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[①-⑳]|第[一二三四五六七八九十]+[，、])?\s*$/;
const NEXT = /^(?:[（(][^）)]{1,6}[）)])?(?:[，,：:]|(?:凌晨|上午|下午|晚)|\d{1,2}时)/;
/** What is still to be done stands in the order of its list. */
const PLANNED = /^[，,：:](?:将|拟|计划|应|须|完成时限)/;
const LEAST = 3;
const YEAR = 400;
const MONTH = 32;

/** （一）3月15日，审议通过…；（二）7月20日，批复…；（三）6月18日，…: items told by their days, of which one goes back. */
export const itemsOutOfOrder = ({ blocks }: ReportDocument): readonly OutOfOrder[] =>
  runsOf(blocks).flatMap((items): OutOfOrder[] => {
    if (items.length < LEAST || isOrdered(items)) return [];
    const isOne = items.some((_, at) => isOrdered(items.filter((__, other) => other !== at)));
    if (!isOne || new Set(items.map(({ hasYear }) => hasYear)).size > 1) return [];
    const at = items.findIndex(({ key }, nth) => nth > 0 && key < (items[nth - 1]?.key ?? key));
    const [before, item] = [items[at - 1], items[at]];
    return before && item
      ? [{ shown: item.shown, before: before.shown, range: item.range, other: before.range }]
      : [];
  });

const isOrdered = (items: readonly DatedItem[]): boolean =>
  items.every(({ key }, at) => at === 0 || key >= (items[at - 1]?.key ?? key));

function runsOf(blocks: readonly Block[]): readonly (readonly DatedItem[])[] {
  const runs: DatedItem[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    const item = block.kind === 'list-item' || block.kind === 'paragraph' ? itemOf(block.prose) : null;
    if (item && isOpen) runs.at(-1)?.push(item);
    else if (item) runs.push([item]);
    isOpen = item !== null;
  }
  return runs;
}

/** The day that an item begins with, and where it stands; null where it begins otherwise. */
export function datedItem(prose: Prose): { readonly date: NamedDate; readonly range: Range } | null {
  const { text } = prose;
  if (!BEGINS.test(text)) return null;
  const head = text.slice(0, 32);
  const [date] = namedDates(head);
  if (!date || date.month === null || date.day === null || !isValidDate(date)) return null;
  const behind = text.slice(date.end, date.end + 12);
  if (!HEAD.test(head.slice(0, date.start)) || !NEXT.test(behind) || PLANNED.test(behind)) return null;
  return { date, range: sourceRange(prose, date.start, date.end) };
}

function itemOf(prose: Prose): DatedItem | null {
  const item = datedItem(prose);
  if (!item) return null;
  const { year, month, day, start, end } = item.date;
  return {
    key: (year ?? 0) * YEAR + (month ?? 0) * MONTH + (day ?? 0),
    hasYear: year !== null,
    shown: prose.text.slice(start, end),
    range: item.range,
  };
}
