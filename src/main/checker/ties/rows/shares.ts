import { compare, decimal, formatDecimal, shift } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { divided } from '../arithmetic';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from '../prose/claims';
import type { NamedRow, RowCell, RowIndex } from './row-index';

/** 国有银行劝阻金额占40.5% over a table without shares: its cell of the column named, of the total's. Null where nothing tells. */
export function rowShare(
  input: TieInput,
  index: RowIndex,
  claim: Claim,
  lead: string,
  rows: readonly NamedRow[],
): Tie | null {
  const pairs = rows.flatMap((row) => {
    const total = index.totalOf(row);
    return total ? pairsOf(index.figuresOf(row), index.figuresOf(total)) : [];
  });
  const ties = pairs.map((pair) => ({ pair, tie: tieOf(input, claim, pair) }));
  const named = ties.filter(({ pair: [cell] }) => isNamed(cell.header, lead));
  const holding = (named.length > 0 ? named : ties).find(({ tie }) => tie.status === 'pass');
  if (holding) return holding.tie;
  if (ties.some(({ tie }) => tie.status !== 'fail')) return null;
  const [only, ...others] = named.filter(({ pair }) => isSlip(claim, pair));
  return only && others.length === 0 ? only.tie : null;
}

type Pair = readonly [cell: RowCell, whole: RowCell];

function pairsOf(cells: readonly RowCell[], totals: readonly RowCell[]): readonly Pair[] {
  return cells.flatMap((cell): readonly Pair[] => {
    const whole = totals.find(({ column }) => column === cell.column);
    if (!whole || cell.quantity.unit === '%' || whole.quantity.unit !== cell.quantity.unit) return [];
    const [part, all] = [decimal(cell.quantity.value), decimal(whole.quantity.value)];
    return all.units > 0n && part.units >= 0n && compare(part, all) <= 0 ? [[cell, whole]] : [];
  });
}

/** 劝阻金额 in 劝阻金额占. */
const isNamed = (header: string, lead: string): boolean => {
  const name = header.replace(/[（(].*$/, '').replace(/^(?:19|20)\d{2}年/, '');
  return name.length > 1 && lead.includes(name);
};

function isSlip({ quantity }: Claim, [cell, whole]: Pair): boolean {
  const share = divided(
    shift(decimal(cell.quantity.value), 2),
    decimal(whole.quantity.value),
    quantity.precision,
  );
  return isSlipOf(formatDecimal(share), quantity.value, quantity.precision);
}

const tieOf = ({ quantities }: TieInput, claim: Claim, [cell, whole]: Pair): Tie =>
  buildTie({
    kind: 'share',
    form: 'share',
    stated: termOf(quantities, claim.fact.quantity),
    operands: [
      { role: 'part', term: termOf(quantities, cell.index) },
      { role: 'whole', term: termOf(quantities, whole.index) },
    ],
  });
