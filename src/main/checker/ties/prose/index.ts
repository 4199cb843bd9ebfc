import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import { paragraphsOf } from './claims';
import { growthTies } from './growth';
import { identityTies } from './identities';
import { breakdownsOf, partTies } from './parts';
import { shareTies } from './shares';

/** What sentences claim of their own figures: sums, parts, shares, growth. */
export const proseTies = (input: TieInput): readonly Tie[] =>
  paragraphsOf(input).flatMap((paragraph) => {
    const breakdowns = breakdownsOf(paragraph);
    return [
      ...growthTies(input, paragraph),
      ...identityTies(input, paragraph),
      ...partTies(input, paragraph, breakdowns),
      ...shareTies(input, paragraph, breakdowns),
    ];
  });
