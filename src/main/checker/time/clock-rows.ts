import type { Table } from '../../../shared/model/document';
import { compactText } from '../tables/cell-text';
import { entriesOf } from '../tables/each-table';
import { sequenceColumn } from '../tables/sequence';
import { type CellMoment, DAY_MINUTES, momentColumns } from './cell-moments';
import type { OutOfOrder } from './timeline';

const HEADER = /^(?:发生|具体|起始|开始|北京)?(?:时间|时刻|时点|时间点|时间节点|钟点)$/;
/** What is done, in so many rows, one after another. */
const FEWEST = 5;
const HALF_DAY = DAY_MINUTES / 2;

/** 10:32 | 首报, 10:25 | 决定回退, 10:48 | 回退完成: a timeline of which one row goes back. */
export function clockRowsBack(table: Table): readonly OutOfOrder[] {
  const names = table.header.cells.map((cell) => compactText(cell).replace(/[（(].*$/, ''));
  if (!names.some((name) => HEADER.test(name))) return [];
  const first = sequenceColumn(table) === 0 ? 1 : 0;
  const found = momentColumns(table).find(
    ({ column, grain }) => grain === 'minute' && HEADER.test(names[column] ?? '') && column <= first + 1,
  );
  const moments = found?.moments ?? [];
  const told = moments.flatMap((moment) => moment ?? []);
  if (told.length < FEWEST || told.length < moments.length) return [];
  const at = told.findIndex((one, nth) => nth > 0 && !follows(told[nth - 1], one));
  const [before, wrong] = [told[at - 1], told[at]];
  if (!before || !wrong || !told.some((_, nth) => isOrdered(told.filter((__, other) => other !== nth))))
    return [];
  const cells = entriesOf(table).flatMap(({ row }) => row.cells[found?.column ?? -1] ?? []);
  const shownAt = (nth: number): string => compactText(cells[nth]);
  return [{ shown: shownAt(at), before: shownAt(at - 1), range: wrong.range, other: before.range }];
}

const isOrdered = (moments: readonly CellMoment[]): boolean =>
  moments.every((one, at) => at === 0 || follows(moments[at - 1], one));

/** Over midnight a time of day goes back by most of a day. */
const follows = (before: CellMoment | undefined, one: CellMoment): boolean =>
  before === undefined ||
  one.minutes >= before.minutes ||
  (one.minutes < DAY_MINUTES && before.minutes - one.minutes > HALF_DAY);
