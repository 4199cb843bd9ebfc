import type { Table } from '../../../shared/model/document';
import type { Range } from '../../../shared/model/range';
import { compactText } from '../tables/cell-text';
import { entriesOf } from '../tables/each-table';
import { DAY_MINUTES, type MomentColumn, momentColumns } from './cell-moments';

/** An entry whose end stands before its beginning. */
export interface EndsFirst {
  readonly shown: string;
  readonly before: string;
  readonly range: Range;
  readonly other: Range;
}

const BEGINS =
  /^(?:线索|问题|案件|投诉|事件|首次)?(?:发现|发生|受理|收到|接收|接报|开始|启动|起始|立项|申请|登记|交办|转办|下发|签订|签约|投诉|举报|入网|开户)(?:日期|时间|时点|日)?$/;
const ENDS =
  /完成|办结|结束|终止|恢复|关闭|销号|回复|反馈|解决|提交|结案|整改(?:时限|期限|日期|时间)|截止|到期|止付|注销/;
/** Of days without a year one so long before the other is of the next year. */
const MOST_DAYS = 150;

/** 发现日期 6月30日 beside 完成日期 6月28日. Only where the other entries run forward. */
export function rowsEndingFirst(table: Table): readonly EndsFirst[] {
  const names = table.header.cells.map((cell) => compactText(cell).replace(/[（(].*$/, ''));
  if (!names.some((name) => BEGINS.test(name)) || !names.some((name) => ENDS.test(name))) return [];
  const columns = momentColumns(table);
  const starts = columns.filter(({ column }) => BEGINS.test(names[column] ?? ''));
  const ends = columns.filter(({ column }) => ENDS.test(names[column] ?? ''));
  return starts.flatMap((start) =>
    ends.flatMap((end) => (start.grain === end.grain ? endingFirst(table, start, end) : [])),
  );
}

function endingFirst(table: Table, start: MomentColumn, end: MomentColumn): readonly EndsFirst[] {
  const entries = entriesOf(table);
  const spans = start.moments.map((first, at) => {
    const last = end.moments[at];
    return first && last ? last.minutes - first.minutes : null;
  });
  const back = spans.flatMap((span, at) => (span !== null && span < 0 ? [at] : []));
  const forward = spans.filter((span) => span !== null && span >= 0).length;
  if (back.length === 0 || back.length * 2 > forward || start.open === 'day') return [];
  return back.flatMap((at): EndsFirst[] => {
    const cells = entries[at]?.row.cells ?? [];
    const [first, last] = [cells[start.column], cells[end.column]];
    const isOfNextYear = start.open === 'year' && (spans[at] ?? 0) < -MOST_DAYS * DAY_MINUTES;
    if (!first || !last || isOfNextYear) return [];
    return [{ shown: compactText(last), before: compactText(first), range: last.range, other: first.range }];
  });
}
