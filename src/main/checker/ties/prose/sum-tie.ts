import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim } from './claims';

/** What a whole is said to be against its parts added up, to the unit where all of them are counted; `doubt`: why a difference is only doubted. */
export const sumTie = (
  quantities: TieInput['quantities'],
  whole: Claim,
  parts: readonly Claim[],
  doubt: string,
): Tie =>
  buildTie({
    kind: 'sum',
    form: 'sum',
    stated: termOf(quantities, whole.fact.quantity),
    operands: parts.map(({ fact }) => ({ role: 'addend', term: termOf(quantities, fact.quantity) })),
    exact: areCounted([whole, ...parts]),
    doubt,
  });
