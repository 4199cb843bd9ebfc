import type { Tie } from '../../../../shared/model/tie';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, doubtInPlan } from './claims';

/** A share with its part and whole, as a tie. `sum`: what is listed, for the part. */
export const shareTie = (
  quantities: TieInput['quantities'],
  text: string,
  rate: Claim,
  part: Claim,
  whole: Claim,
  {
    sum,
    doubt = '',
    isPlan = false,
  }: { readonly sum?: TextTerm; readonly doubt?: string; readonly isPlan?: boolean } = {},
): Tie =>
  buildTie({
    kind: 'share',
    form: 'share',
    stated: termOf(quantities, rate.fact.quantity),
    operands: [
      { role: 'part', term: sum ?? termOf(quantities, part.fact.quantity) },
      { role: 'whole', term: termOf(quantities, whole.fact.quantity) },
    ],
    counted: areCounted([part, whole]),
    doubt: (isPlan ? doubtInPlan : doubtIn)(text, rate.spot.from, rate.spot.to) || doubt,
  });
