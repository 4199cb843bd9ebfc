import type { Tie } from '../../shared/model/tie';
import { movedRange } from '../../shared/moved';
import type { Move } from '../document/descent';
import type { Problem } from './rule';

/** A tie whose terms all stand in one block. */
export const movedTie = (tie: Tie, { units, figures }: Move): Tie => ({
  ...tie,
  terms: tie.terms.map((term) => ({
    ...term,
    range: movedRange(term.range, units),
    quantity: term.quantity === null ? null : term.quantity + figures,
  })),
});

/** A problem whose places all stand in one block. */
export const movedProblem = <M extends string>(problem: Problem<M>, { units }: Move): Problem<M> => ({
  ...problem,
  range: movedRange(problem.range, units),
  ...(problem.related
    ? { related: problem.related.map((one) => ({ ...one, range: movedRange(one.range, units) })) }
    : {}),
  ...(problem.fixes
    ? {
        fixes: problem.fixes.map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, range: movedRange(edit.range, units) })),
        })),
      }
    : {}),
});
