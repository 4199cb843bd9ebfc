import type { Cell, ReportDocument, Table } from '../../../../shared/model/document';
import type { Quantity } from '../../../../shared/model/quantity';
import type { Tie } from '../../../../shared/model/tie';
import { blockwise, ONLY_TABLES } from '../../../document/blockwise';
import { movedTie } from '../../moved';
import { notesBelow } from '../tables/notes';
import { acrossTies } from './across';
import { downTies } from './down';
import { sumGrid } from './grid';
import { groupTies } from './groups';
import { partTies } from './parts';

type QuantityIn = (cell: Cell) => number | null;

/** 合计, 小计 and 其中 of all tables, rows and columns, each evaluated. */
export const sumTies = (document: ReportDocument, quantities: readonly Quantity[]): readonly Tie[] =>
  tiesIn(document, quantityFinder(quantities));

const tiesIn = blockwise(
  (block, document, quantityIn: QuantityIn): readonly Tie[] => {
    if (block.kind !== 'table') return [];
    const grid = sumGrid(document, block);
    if (!grid) return [];
    const reason = doubtOf(document, block);
    return [
      ...downTies(grid, reason, quantityIn),
      ...groupTies(grid, reason, quantityIn),
      ...acrossTies(grid, reason, quantityIn),
      ...partTies(grid, quantityIn),
    ];
  },
  movedTie,
  ONLY_TABLES,
);

/** Words at a table that say why its total need not be the sum; empty when there are none. */
function doubtOf(document: ReportDocument, table: Table): string {
  const around = notesBelow(document, table);
  const own = document.text.slice(table.rows.at(-1)?.range.start ?? table.range.start, table.range.end);
  const word = /去重|重复|剔除|抵[销消]|不含|交叉|合并计算/.exec(`${own}${around}`);
  return word ? `表注含“${word[0]}”，合计不一定等于各项之和` : '';
}

/** Quantities ascend by place. */
function quantityFinder(quantities: readonly Quantity[]): QuantityIn {
  return ({ range: { start, end } }) => {
    let [low, high] = [0, quantities.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quantities[middle]?.range.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found = quantities[low];
    return found && found.range.start < end ? low : null;
  };
}
