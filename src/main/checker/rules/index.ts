import type { Rule } from '../rule';
import { countEqualsAnnex } from './count-equals-annex';
import { countEqualsList } from './count-equals-list';
import { phraseRepeated } from './phrase-repeated';
import { placeholderLeft } from './placeholder-left';
import { punctuationWidth } from './punctuation-width';
import { referenceResolves } from './reference-resolves';
import { rowTorn } from './row-torn';
import { rowWidth } from './row-width';
import { sentenceTruncated } from './sentence-truncated';
import { sequenceContinuous } from './sequence-continuous';
import { totalEqualsSum } from './total-equals-sum';
import { trackedChanges } from './tracked-changes';

/** Every rule, in the catalogue's order. */
export const allRules: readonly Rule[] = [
  rowTorn,
  rowWidth,
  sequenceContinuous,
  totalEqualsSum,
  countEqualsList,
  countEqualsAnnex,
  sentenceTruncated,
  phraseRepeated,
  punctuationWidth,
  referenceResolves,
  placeholderLeft,
  trackedChanges,
];
