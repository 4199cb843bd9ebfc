import { add, type Decimal, decimal, subtract, zero } from '../../../shared/decimal';
import { remembered } from '../../../shared/memo';
import type { Tie, TieTerm } from '../../../shared/model/tie';
import type { CheckedReport } from '../rule';
import { writtenLike } from '../ties/written-like';

/** Of each figure, by its position: in how many ties it holds, and in how many it fails. */
export interface Standing {
  readonly holds: Uint32Array;
  readonly fails: Uint32Array;
}

/** That a part is smaller than its whole confirms neither. */
export const standingOf = remembered(({ ties, quantities }: CheckedReport): Standing => {
  const holds = new Uint32Array(quantities.length);
  const fails = new Uint32Array(quantities.length);
  for (const { kind, status, terms } of ties) {
    if (kind === 'part' || (status !== 'pass' && status !== 'rounding' && status !== 'fail')) continue;
    const counts = status === 'fail' ? fails : holds;
    for (const { quantity } of terms) {
      if (quantity !== null) counts[quantity] = (counts[quantity] ?? 0) + 1;
    }
  }
  return { holds, fails };
});

/** The one figure of a failing tie that nothing else confirms, and what it must read. */
export interface Mend {
  readonly term: TieTerm;
  readonly text: string;
}

/** Null where more than one figure may be wrong, or a figure contradicts others too. */
export function mendOf(tie: Tie, { holds, fails }: Standing): Mend | null {
  const isSure = ({ quantity }: TieTerm): boolean =>
    quantity !== null && (holds[quantity] ?? 0) > 0 && (fails[quantity] ?? 0) <= 1;
  const [open, ...others] = tie.terms.filter((term) => !isSure(term));
  if (!open || others.length > 0) return null;
  const text = open === tie.terms[0] ? tie.expected : solved(tie, open);
  return text === '' || text.startsWith('≤') || text === open.raw ? null : { term: open, text };
}

/** What an operand must be for a sum or a difference to hold; empty for other forms. */
function solved({ form, terms }: Tie, open: TieTerm): string {
  const { figure } = open;
  const [stated, ...operands] = terms;
  if (!figure || !stated?.figure || terms.some((term) => !term.figure || term.figure.approximator)) return '';
  const exactOf = ({ figure: own }: TieTerm): Decimal => decimal(own?.value ?? '0');
  const total = exactOf(stated);
  const [first, second] = operands;
  let value: Decimal;
  if (form === 'sum' && operands.every(({ role }) => role === 'addend')) {
    const rest = operands
      .filter((term) => term !== open)
      .reduce((sum, term) => add(sum, exactOf(term)), zero);
    value = subtract(total, rest);
  } else if (form === 'difference' && first && second) {
    value = open === first ? add(total, exactOf(second)) : subtract(exactOf(first), total);
  } else return '';
  return value.units <= 0n
    ? ''
    : writtenLike(value, { raw: open.raw, figure: { ...figure, value: decimal(figure.value) } });
}

/** The fix of a mend; names the figure where it is not the one that is told. */
export function fixesOf(tie: Tie, mend: Mend | null) {
  if (!mend) return [];
  const { term, text } = mend;
  const title = term === tie.terms[0] ? `改为 ${text}` : `“${term.raw}”改为 ${text}`;
  return [{ title, edits: [{ range: term.range, text }] }];
}
