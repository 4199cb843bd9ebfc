import { decimal, shift } from '../../../shared/decimal';
import type { TermFigure, Tie, TieTerm } from '../../../shared/model/tie';
import { holds, judge } from '../ties/arithmetic';
import type { Figure } from '../ties/interval';
import { NEAREST } from '../ties/prose/nearest';
import { fixesOf, type Mend, type Standing } from './prose-ties';
import { rescaled } from './unit-words';

/** 万 for 亿, 元 for 万元, and the other way. */
const POWERS = [4, -4, 8, -8];

/**
 * The unit words that would each make a failing tie hold: `951.80万元` read as 951.80亿元. Of several only those of figures
 * that no other tie bears out; empty where no unit explains the difference.
 */
function unitMends(tie: Tie, standing: Standing): readonly Mend[] {
  if ((tie.status !== 'fail' && tie.reason !== NEAREST) || tie.terms.some(({ figure }) => !figure)) return [];
  const all = knownMends(tie).flatMap(({ at, text }) => {
    const term = tie.terms[at];
    return term ? [{ term, text }] : [];
  });
  const open = all.filter(({ term: { quantity } }) => (standing.holds[quantity ?? -1] ?? 0) === 0);
  return open.length > 0 ? open : all;
}

/** A mend by the place of its term in the tie. */
interface Tried {
  readonly tie: Tie;
  readonly mends: readonly { readonly at: number; readonly text: string }[];
}

/** By the figure that a tie states: an edit elsewhere moves ties, and leaves the figures of their terms the same objects. */
const tried = new WeakMap<TermFigure, Tried>();

function knownMends(tie: Tie): Tried['mends'] {
  const key = tie.terms[0]?.figure;
  const known = key && tried.get(key);
  if (known && readsAlike(known.tie, tie)) return known.mends;
  const mends = tie.terms.flatMap((term, at) =>
    POWERS.flatMap((power) => {
      const text = rescaled(term.raw, power);
      return text !== null && isUsual(text, tie) && holdsWith(tie, term, power) ? [{ at, text }] : [];
    }),
  );
  if (key) tried.set(key, { tie, mends });
  return mends;
}

const readsAlike = (then: Tie, now: Tie): boolean =>
  then.form === now.form &&
  then.terms.length === now.terms.length &&
  now.terms.every(({ figure, role, raw }, at) => {
    const other = then.terms[at];
    return figure === other?.figure && role === other?.role && raw === other?.raw;
  });

/** Trillions where the tie has others. */
const isUsual = (text: string, { terms }: Tie): boolean =>
  !text.includes('万亿') || terms.some(({ raw }) => raw.includes('万亿'));

function holdsWith({ form, terms }: Tie, changed: TieTerm, power: number): boolean {
  const figureOf = (term: TieTerm): Figure => {
    const { value = '0', precision = 0, approximator = null } = term.figure ?? {};
    const by = term === changed ? power : 0;
    return { value: shift(decimal(value), by), precision: precision + by, approximator };
  };
  const [stated, ...others] = terms;
  if (!stated) return false;
  const operands = others.map((term) => ({ role: term.role, figure: figureOf(term) }));
  return holds(judge(form, figureOf(stated), operands).status);
}

/** What a rule says where a unit explains the difference: `UNIT` with its data. */
export const UNIT = '{expression}：{figures} 可能写错了单位，改为 {written} 等式成立';

/** Where one figure's unit alone can be wrong its fix is offered; of two that may be, a person must choose. */
export function unitProblem(tie: Tie, standing: Standing) {
  const mends = unitMends(tie, standing);
  const [first, second] = mends;
  if (!first) return null;
  const told = mends.slice(0, 2);
  const data = {
    expression: tie.expression,
    figures: told.map(({ term }) => term.raw).join('或 '),
    written: told.map(({ text }) => text).join('或 '),
  };
  const { range } = tie.terms[0] ?? first.term;
  return {
    data,
    range,
    severity: tie.reason === undefined ? undefined : ('doubt' as const),
    fixes: second ? [] : fixesOf(tie, first),
  };
}
