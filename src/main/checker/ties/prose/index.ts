import type { Tie } from '../../../../shared/model/tie';
import { blockwise } from '../../../document/blockwise';
import { factOutlook } from '../../../figures/facts';
import { movedTie } from '../../moved';
import type { TieInput } from '../input';
import { averageTies } from './averages';
import { balanceTies } from './balances';
import { breakdownsOf } from './breakdowns';
import { chainTies } from './chains';
import { paragraphIn } from './claims';
import { dealtTies } from './dealt';
import { withDerived } from './derived/index';
import { doublingTies } from './doublings';
import { withoutExplained } from './explained';
import { formerLatterTies } from './former-latter';
import { growthTies } from './growth';
import { betweenTies } from './growth-between';
import { identityTies } from './identities';
import { namedComparisonTies } from './named-comparisons';
import { namedRateTies } from './named-rates';
import { otherwise } from './otherwise';
import { parallelPartTies } from './parallel-parts';
import { partTies } from './parts';
import { pointTies } from './points';
import { rankingTies } from './rankings';
import { rollTies } from './rolls';
import { shareBaseTies } from './share-base';
import { shareListTies } from './share-lists';
import { shareTies } from './shares';
import { splitTies } from './splits';
import { targetRestTies } from './target-rest';
import { viewTies } from './views';
import { weightTies } from './weights';

/** What sentences claim of their own figures: sums, parts, shares, growth. */
export const proseTies = (input: TieInput): readonly Tie[] => claimsIn(input.document, input);

const claimsIn = blockwise(
  (block, _, input: TieInput): readonly Tie[] => {
    const paragraph = paragraphIn(block, input);
    if (!paragraph) return [];
    const breakdowns = breakdownsOf(paragraph);
    const base = shareBaseTies(input, paragraph);
    const ties = [
      ...growthTies(input, paragraph),
      ...betweenTies(input, paragraph),
      ...doublingTies(input, paragraph),
      ...balanceTies(input, paragraph),
      ...namedRateTies(input, paragraph),
      ...namedComparisonTies(input, paragraph),
      ...chainTies(input, paragraph),
      ...averageTies(input, paragraph),
      ...rollTies(input, paragraph),
      ...pointTies(input, paragraph),
      ...formerLatterTies(input, paragraph),
      ...targetRestTies(input, paragraph),
      ...weightTies(input, paragraph),
      ...parallelPartTies(input, paragraph),
      ...viewTies(input, paragraph),
      ...splitTies(input, paragraph),
      ...dealtTies(input, paragraph),
      ...rankingTies(input, paragraph),
      ...shareListTies(input, paragraph),
      ...identityTies(input, paragraph),
      ...partTies(input, paragraph, breakdowns),
      ...shareTies(input, paragraph, breakdowns),
    ].map((tie) => otherwise(tie, input, paragraph));
    return withoutDoubles(withoutExplained(withDerived(input, paragraph, [...ties, ...base]), paragraph));
  },
  movedTie,
  factOutlook,
);

/** One claim read by two patterns is one tie. */
function withoutDoubles(ties: readonly Tie[]): readonly Tie[] {
  const seen = new Set<string>();
  return ties.filter(({ form, terms }) => {
    const key = `${form} ${terms
      .map(({ role, quantity, figure }) => `${role}${quantity}=${figure?.value}`)
      .sort()
      .join(' ')}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
