import type { Tie } from '../../../shared/model/tie';
import { countTies } from './count';
import type { TieInput } from './input';
import { outsideTies } from './outside';
import { proseTies } from './prose/index';
import { sameTies } from './same';
import { sumTies } from './sum';
import { tableGrowthTies } from './table-growth';
import { tableShareTies } from './table-share';

/** All ties of a report, each evaluated. */
export function evaluateTies(input: TieInput): readonly Tie[] {
  const { document, quantities } = input;
  const inside = [
    ...sumTies(document, quantities),
    ...tableShareTies(input),
    ...tableGrowthTies(input),
    ...countTies(document, quantities),
    ...proseTies(input),
    ...sameTies(input),
  ];
  return [...inside, ...outsideTies(input, inside)];
}
