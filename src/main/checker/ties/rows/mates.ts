import { absolute, compare, decimal } from '../../../../shared/decimal';
import type { Quantity } from '../../../../shared/model/quantity';
import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import { MAYBE } from '../same/index';

/**
 * The ties without those that hold a figure of a sentence against a cell whose row has that very figure in another cell: of
 * 减值损失 | 13,874.26 | 1,374.26 the sentence means the first.
 */
export function withoutRowMates(ties: readonly Tie[], { quantities }: TieInput): readonly Tie[] {
  const differing = ties.filter(({ status, reason }) => status === 'fail' || reason === MAYBE);
  if (differing.length === 0) return ties;
  const rows = cellsByRow(quantities, differing);
  const isMeant = ({ terms: [stated, other] }: Tie): boolean => {
    const [a, b] = [quantities[stated?.quantity ?? -1], quantities[other?.quantity ?? -1]];
    if (!a || !b || (a.place.row === undefined) === (b.place.row === undefined)) return false;
    const [said, cell] = a.place.row === undefined ? [a, b] : [b, a];
    return (rows.get(rowKey(cell)) ?? []).some((mate) => mate !== cell && isEqual(mate, said));
  };
  const left = new Set(differing.filter(isMeant));
  return left.size === 0 ? ties : ties.filter((tie) => !left.has(tie));
}

const rowKey = ({ place }: Quantity): string => `${place.block} ${place.row}`;

/** The cells of the tables in question by row. */
function cellsByRow(
  quantities: readonly Quantity[],
  ties: readonly Tie[],
): ReadonlyMap<string, readonly Quantity[]> {
  const terms = ties.flatMap(({ terms }) => terms.map(({ quantity }) => quantities[quantity ?? -1]));
  const blocks = new Set(terms.map((term) => term?.place.block));
  const rows = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    if (quantity.place.row === undefined || !blocks.has(quantity.place.block)) continue;
    const row = rows.get(rowKey(quantity));
    if (row) row.push(quantity);
    else rows.set(rowKey(quantity), [quantity]);
  }
  return rows;
}

const isEqual = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && compare(absolute(decimal(a.value)), absolute(decimal(b.value))) === 0;
