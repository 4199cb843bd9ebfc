import type { Tie } from '../../../shared/model/tie';
import { completed } from '../../../shared/steps';
import { concatenated } from '../../document/runs';
import { withoutTwoFacts } from './confirmed';
import { countTies } from './count';
import { withFar } from './far-derived';
import type { TieInput } from './input';
import { outsideTies } from './outside';
import { proseTies } from './prose/index';
import { sameTies } from './same';
import { sumTies } from './sum';
import { tableGrowthTies } from './table-growth';
import { tableShareTies } from './table-share';

/** Finds the ties that compare what stands far apart: facts in several places, counts with lists and annexes. */
export type FarTies = (input: TieInput) => { readonly count: readonly Tie[]; readonly same: readonly Tie[] };

const findFar: FarTies = (input) => ({
  count: countTies(input.document, input.quantities),
  same: completed(sameTies(input)),
});

/** All ties of a report, each evaluated. */
export function evaluateTies(input: TieInput, farTies: FarTies = findFar): readonly Tie[] {
  const far = farTies(input);
  const { document, quantities } = input;
  const own = concatenated([
    sumTies(document, quantities),
    tableShareTies(input),
    tableGrowthTies(input),
    far.count,
    withFar(input, proseTies(input)),
  ]);
  const inside = concatenated([own, withoutTwoFacts(far.same, own)]);
  return concatenated([inside, outsideTies(input, inside)]);
}
