import type { Decimal } from '../../../shared/decimal';
import type { TermFigure, Tie, TieTerm } from '../../../shared/model/tie';

/** A tie with the terms that one quantity is in it. */
export interface Use {
  readonly tie: number;
  readonly term: TieTerm;
}

/** A change of one figure that mends several ties. */
export interface Candidate {
  readonly quantity: number;
  readonly term: TieTerm;
  /** In the unit of that term. */
  readonly value: Decimal;
  readonly mends: readonly number[];
  readonly slip: boolean;
}

/** What was found of one figure, and in which ties. */
interface Tried {
  readonly uses: readonly Use[];
  /** The tie of each use. */
  readonly ties: readonly Tie[];
  readonly best: Candidate | null;
}

/** By the figure that a term states. An edit elsewhere moves ties, and leaves the figures of their terms the same objects. */
const tried = new WeakMap<TermFigure, Tried>();

/** What `find` finds; of ties that read as they did before an edit, what it found then. */
export function knownBest(
  quantity: number,
  uses: readonly Use[],
  all: readonly Tie[],
  find: () => Candidate | null,
): Candidate | null {
  const key = uses[0]?.term.figure;
  if (!key) return find();
  const ties = uses.flatMap(({ tie }) => all[tie] ?? []);
  const known = tried.get(key);
  if (known && readsAlike(known, uses, ties)) return placed(known, quantity, uses);
  const best = find();
  tried.set(key, { uses, ties, best });
  return best;
}

function readsAlike(known: Tried, uses: readonly Use[], ties: readonly Tie[]): boolean {
  if (known.uses.length !== uses.length || known.ties.length !== ties.length) return false;
  return ties.every((now, at) => {
    const then = known.ties[at];
    return (
      then !== undefined &&
      now.status === then.status &&
      now.form === then.form &&
      now.outside === then.outside &&
      now.terms.length === then.terms.length &&
      now.terms.every(({ figure, role }, index) => {
        const other = then.terms[index];
        return figure === other?.figure && role === other?.role;
      }) &&
      now.terms.indexOf(uses[at]?.term as TieTerm) === then.terms.indexOf(known.uses[at]?.term as TieTerm)
    );
  });
}

/** With the ties and terms as they stand now. */
function placed({ uses: then, best }: Tried, quantity: number, now: readonly Use[]): Candidate | null {
  const use = best && now[then.findIndex(({ term }) => term === best.term)];
  if (!best || !use) return null;
  const mends = best.mends.map((tie) => now[then.findIndex((one) => one.tie === tie)]?.tie ?? -1);
  return { ...best, quantity, term: use.term, mends };
}
