import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import { baseTies } from './bases';
import { inOtherUnits } from './in-other-units';
import { leftOpenTies } from './left-open';

/** Figures that a sentence refers back to in other words than those that told them. `tied`: figures that are told already. */
export const retoldTies = (input: TieInput, tied: ReadonlySet<number>): readonly Tie[] => [
  ...leftOpenTies(input, tied),
  ...baseTies(input, tied),
  ...inOtherUnits(input, tied),
];

export { remainingTies } from './remaining';
