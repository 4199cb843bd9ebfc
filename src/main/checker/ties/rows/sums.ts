import { absolute, add, compare, decimal, formatDecimal, zero } from '../../../../shared/decimal';
import type { ProseBlock } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from '../prose/claims';
import { isOfKind } from './kinds';
import type { NamedRow, RowCell, RowIndex, RowMention } from './row-index';

/** 刷单返利、虚假贷款和冒充客服三类案件合计1,611起 over the rows of these names. */
const TOGETHER =
  /(?:合计|共计|共|总计|之和)(?:[^，。；\d]{0,8}?占[^，。；\d]{0,10}?的?|[^，。；、\d占]{1,6}?)?(?:为|达)?$/;
const JOINED = /^[^，。；\d]{0,4}(?:、|和|与|及|以及)$/;
const CLOSE = 24;

/** Sums of rows that a sentence names one by one. */
export function rowSumTies(
  input: TieInput,
  index: RowIndex,
  { prose: { text } }: ProseBlock,
  claims: readonly Claim[],
  mentions: readonly RowMention[],
): readonly Tie[] {
  return claims.flatMap((claim): readonly Tie[] => {
    if (claim.quantity.approximator !== null) return [];
    if (!TOGETHER.test(text.slice(Math.max(0, claim.spot.from - CLOSE), claim.spot.from))) return [];
    const rows = namedTogether(text, mentions, claim);
    return rows.length < 2 ? [] : sumOf(input, index, claim, rows);
  });
}

/** The rows of one table that a list right before the sum names. */
function namedTogether(text: string, mentions: readonly RowMention[], { spot }: Claim): readonly NamedRow[] {
  const last = mentions.findLastIndex(({ to }) => to <= spot.from);
  const closing = mentions[last];
  if (!closing || closing.from < spot.sentence || /[，。；\d]/.test(text.slice(closing.to, spot.from)))
    return [];
  if (spot.from - closing.to > CLOSE) return [];
  const list = [closing];
  for (let at = last - 1; at >= 0; at--) {
    const [one, next] = [mentions[at], list[0]];
    if (!one || !next || !JOINED.test(text.slice(one.to, next.from))) break;
    list.unshift(one);
  }
  // A name before the list that no row bears is of what is added up too.
  const before = text.slice(0, list[0]?.from ?? 0);
  if (/(?:、|和|与|及)$/.test(before)) return [];
  for (const { table } of closing.rows) {
    const rows = list.flatMap((mention) => mention.rows.find((row) => row.table === table) ?? []);
    if (rows.length === list.length) return rows;
  }
  return [];
}

function sumOf(input: TieInput, index: RowIndex, claim: Claim, rows: readonly NamedRow[]): readonly Tie[] {
  const kind = { kind: claim.quantity.unit === '%' ? 'share' : 'amount', name: '', sign: 1 } as const;
  const [first, ...others] = rows.map((row) =>
    index.figuresOf(row).filter((cell) => cell.quantity.unit === claim.quantity.unit && isOfKind(cell, kind)),
  );
  if (!first) return [];
  const columns = first.flatMap((cell): readonly (readonly RowCell[])[] => {
    const rest = others.flatMap(
      (cells) => cells.find(({ header, column }) => header === cell.header && column === cell.column) ?? [],
    );
    return rest.length === others.length ? [[cell, ...rest]] : [];
  });
  const ties = columns.map((cells) => tieOf(input, claim, cells));
  const holding = ties.find(({ status }) => status === 'pass' || status === 'rounding');
  if (holding) return [holding];
  const slips = columns.flatMap((cells, at) => (isSlip(claim, cells) ? (ties[at] ?? []) : []));
  return slips.length === 1 ? slips : [];
}

const sumIn = (cells: readonly RowCell[]) =>
  cells.reduce((sum, { quantity }) => add(sum, decimal(quantity.value)), zero);

function isSlip({ quantity, value }: Claim, cells: readonly RowCell[]): boolean {
  const sum = sumIn(cells);
  return (
    compare(absolute(sum), value) !== 0 && isSlipOf(formatDecimal(sum), quantity.value, quantity.precision)
  );
}

const tieOf = ({ quantities }: TieInput, claim: Claim, cells: readonly RowCell[]): Tie =>
  buildTie({
    kind: 'sum',
    form: 'sum',
    stated: termOf(quantities, claim.fact.quantity),
    operands: cells.map(({ index }) => ({ role: 'addend', term: termOf(quantities, index) })),
  });
