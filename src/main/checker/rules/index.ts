import type { Rule } from '../rule';
import { approximateExact } from './approximate-exact';
import { captionOrder } from './caption-order';
import { captionWithoutBody } from './caption-without-body';
import { cellEmpty } from './cell-empty';
import { cellType } from './cell-type';
import { columnRelation } from './column-relation';
import { connectiveComma } from './connective-comma';
import { countEqualsAnnex } from './count-equals-annex';
import { countEqualsList } from './count-equals-list';
import { dateNotation } from './date-notation';
import { dateValid } from './date-valid';
import { datesAgree } from './dates-agree';
import { factConflict } from './fact-conflict';
import { groupingUniform } from './grouping-uniform';
import { growthArithmetic } from './growth-arithmetic';
import { growthInTable } from './growth-in-table';
import { headingOrder } from './heading-order';
import { headingScheme } from './heading-scheme';
import { ledgerMismatch } from './ledger-mismatch';
import { listMembersAgree } from './list-members-agree';
import { listSeparator } from './list-separator';
import { ordinalChain } from './ordinal-chain';
import { pairUnbalanced } from './pair-unbalanced';
import { parenthesisPlace } from './parenthesis-place';
import { partWithinWhole } from './part-within-whole';
import { partsPresent } from './parts-present';
import { personalDataRule } from './personal-data';
import { phraseNearRepeat } from './phrase-near-repeat';
import { phraseRepeated } from './phrase-repeated';
import { placeholderLeft } from './placeholder-left';
import { precisionUniform } from './precision-uniform';
import { priorPeriod } from './prior-period';
import { punctuationWidth } from './punctuation-width';
import { rankingAgrees } from './ranking-agrees';
import { ratioPlausible } from './ratio-plausible';
import { referenceResolves } from './reference-resolves';
import { rowDuplicate } from './row-duplicate';
import { rowTorn } from './row-torn';
import { rowWidth } from './row-width';
import { rowsInOrder } from './rows-in-order';
import { sentenceTruncated } from './sentence-truncated';
import { sequenceContinuous } from './sequence-continuous';
import { shareOfTotal } from './share-of-total';
import { tableResidue } from './table-residue';
import { tableVsText } from './table-vs-text';
import { termPolicy } from './term-policy';
import { termVariant } from './term-variant';
import { totalEqualsSum } from './total-equals-sum';
import { trackedChanges } from './tracked-changes';
import { unitSlip } from './unit-slip';
import { verbObject } from './verb-object';
import { wordDoubled } from './word-doubled';
import { wrongCharacter } from './wrong-character';

/** Every rule, in the catalogue's order. */
export const allRules: readonly Rule[] = [
  rowTorn,
  rowWidth,
  sequenceContinuous,
  cellType,
  dateNotation,
  rowsInOrder,
  rowDuplicate,
  cellEmpty,
  totalEqualsSum,
  shareOfTotal,
  growthInTable,
  tableResidue,
  tableVsText,
  columnRelation,
  countEqualsList,
  countEqualsAnnex,
  listMembersAgree,
  factConflict,
  partWithinWhole,
  growthArithmetic,
  priorPeriod,
  ledgerMismatch,
  ratioPlausible,
  unitSlip,
  precisionUniform,
  approximateExact,
  groupingUniform,
  dateValid,
  rankingAgrees,
  sentenceTruncated,
  phraseRepeated,
  phraseNearRepeat,
  wordDoubled,
  termVariant,
  termPolicy,
  punctuationWidth,
  pairUnbalanced,
  listSeparator,
  parenthesisPlace,
  verbObject,
  wrongCharacter,
  connectiveComma,
  headingOrder,
  headingScheme,
  ordinalChain,
  captionOrder,
  captionWithoutBody,
  referenceResolves,
  partsPresent,
  datesAgree,
  personalDataRule,
  placeholderLeft,
  trackedChanges,
];
