import type { Tie } from '../../../../shared/model/tie';
import { blockwise } from '../../../document/descent';
import { movedTie } from '../../moved';
import type { TieInput } from '../input';
import { paragraphIn } from './claims';
import { growthTies } from './growth';
import { identityTies } from './identities';
import { breakdownsOf, partTies } from './parts';
import { shareTies } from './shares';

/** What sentences claim of their own figures: sums, parts, shares, growth. */
export const proseTies = (input: TieInput): readonly Tie[] => claimsIn(input.document, input);

const claimsIn = blockwise(
  (block, _, input: TieInput): readonly Tie[] => {
    const paragraph = paragraphIn(block, input);
    if (!paragraph) return [];
    const breakdowns = breakdownsOf(paragraph);
    return [
      ...growthTies(input, paragraph),
      ...identityTies(input, paragraph),
      ...partTies(input, paragraph, breakdowns),
      ...shareTies(input, paragraph, breakdowns),
    ];
  },
  movedTie,
  { framed: true },
);
