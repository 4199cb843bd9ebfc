import type { Tie, TieTerm } from '../../../../shared/model/tie';
import type { CheckedReport } from '../../rule';
import { holds } from '../arithmetic';

/** A rate of a table that does not follow from its operands. */
export interface WrongRate {
  readonly tie: Tie;
  readonly stated: TieTerm;
  /** Operands that break other ties too: the likelier culprits. */
  readonly suspects: readonly TieTerm[];
  /** What the rate must read, where the rate is known to be the wrong one; empty otherwise. */
  readonly text: string;
}

/** The failing ones of these ties, each with what its neighbours tell. */
export function wrongRates(report: CheckedReport, ties: readonly Tie[]): readonly WrongRate[] {
  const failing = ties.filter(({ status }) => status === 'fail');
  if (failing.length === 0) return [];
  const others = tiesByQuantity(report.ties, failing);
  const columns = siblings(report, ties, failing);
  return failing.flatMap((tie) => {
    const [stated, ...operands] = tie.terms;
    if (!stated) return [];
    const statusesOf = (term: TieTerm): readonly Tie['status'][] =>
      (others.get(term.quantity ?? -1) ?? []).filter((other) => other !== tie).map(({ status }) => status);
    const suspects = operands.filter((term) => statusesOf(term).includes('fail'));
    const confirmed = operands.every((term) => statusesOf(term).some(holds));
    const column = (columns.get(columnOf(report, tie)) ?? []).filter((other) => other !== tie);
    const isOdd = column.length >= 2 && column.every(({ status }) => holds(status));
    const isSure = suspects.length === 0 && (confirmed || (isOdd && tie.form !== 'sum'));
    return [{ tie, stated, suspects, text: isSure ? fixText(report, tie, stated) : '' }];
  });
}

/** All ties of the figures that `failing` ones hold. */
function tiesByQuantity(ties: readonly Tie[], failing: readonly Tie[]): ReadonlyMap<number, readonly Tie[]> {
  const byQuantity = new Map<number, Tie[]>();
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  for (const { terms } of failing) {
    for (const { quantity } of terms) {
      if (quantity === null) continue;
      byQuantity.set(quantity, []);
      first = Math.min(first, quantity);
      last = Math.max(last, quantity);
    }
  }
  for (const tie of ties)
    for (const { quantity } of tie.terms)
      if (quantity !== null && quantity >= first && quantity <= last) byQuantity.get(quantity)?.push(tie);
  return byQuantity;
}

/** All ties of the columns that `failing` ones stand in. */
function siblings(
  report: CheckedReport,
  ties: readonly Tie[],
  failing: readonly Tie[],
): ReadonlyMap<string, readonly Tie[]> {
  const blockOf = ({ terms }: Tie): number => report.quantities[terms[0]?.quantity ?? -1]?.place.block ?? -1;
  const tables = new Set(failing.map(blockOf));
  const columns = new Map<string, Tie[]>(failing.map((tie) => [columnOf(report, tie), []]));
  for (const tie of ties) if (tables.has(blockOf(tie))) columns.get(columnOf(report, tie))?.push(tie);
  return columns;
}

/** The column or, where operands stand above and below the rate, the row that a rate belongs to. */
export function columnOf({ quantities }: CheckedReport, { form, terms }: Tie): string {
  const [stated, operand] = terms.map(({ quantity }) => quantities[quantity ?? -1]?.place);
  // The operands of a rate stand beside it; those of a sum of shares stand in its own column.
  const isDown = form === 'sum' ? stated?.column === operand?.column : stated?.row === operand?.row;
  const line = isDown ? `column ${stated?.column}` : `row ${stated?.row}`;
  return `${stated?.block} ${form} ${line}`;
}

/** Where words say the direction, a figure of the other sign cannot stand in their place. */
function fixText({ document }: CheckedReport, { expected }: Tie, { figure, range, raw }: TieTerm): string {
  if (!figure || figure.approximator || expected === '') return '';
  const before = document.text.slice(Math.max(0, range.start - 4), range.start);
  const isWorded = /[降减落增升高↓↑▼▲]\s*$/.test(before) || /[↓↑▼▲]/.test(raw);
  const isTurned = expected.startsWith('-') !== raw.trim().startsWith('-');
  return isWorded && isTurned ? '' : expected;
}
