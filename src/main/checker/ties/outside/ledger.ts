import type { Tie } from '../../../../shared/model/tie';
import { isNearMiss } from '../../../figures/identity/near-miss';
import { ofPeriod, type ReferenceEntry } from '../../../figures/identity/reference-index';
import { spanOf } from '../../../figures/identity/span';
import { buildTie, termOf } from '../build';
import type { Mention } from '../same/mentions';
import { candidatesOf, entryFigure, entryTerm, type OutsideInput } from './input';

/** Facts against the ledgers' figures of the same measure and period. A fact without a ledger row gives none. */
export function ledgerTies(input: OutsideInput): readonly Tie[] {
  if (!input.references.some(({ kind }) => kind === 'ledger')) return [];
  const { mentions, main } = input;
  const claims = new Map<ReferenceEntry, number>();
  const found = mentions.flatMap((mention) => {
    const { fact, measure } = mention;
    const span = fact.period === '' ? main : spanOf(fact.period);
    const candidates = candidatesOf(input, fact, mention);
    const entries = ofPeriod(candidates, span, measure.stock, mention.quantity.value).filter(
      ({ kind }) => kind === 'ledger',
    );
    if (!candidates || entries.length === 0) return [];
    for (const entry of entries) claims.set(entry, (claims.get(entry) ?? 0) + 1);
    return [{ mention, entries, grade: candidates.grade }];
  });
  return found.flatMap(({ mention, entries, grade }) => {
    const isOnly = entries.length === 1 && entries.every((entry) => claims.get(entry) === 1);
    return grade === 'same'
      ? [certainTie(input, mention, entries)]
      : likelyTie(input, mention, entries, isOnly);
  });
}

function certainTie(input: OutsideInput, mention: Mention, entries: readonly ReferenceEntry[]): Tie {
  const [first] = entries;
  if (!first) throw new Error('a ledger tie without its ledger figure');
  const ties = entries.map((entry) => ledgerTie(input, mention, entry, mention.firm ? '' : UNFIRM));
  const holding = ties.find(({ status }) => status === 'pass' || status === 'rounding');
  if (holding) return holding;
  const several = entries.some(({ fact }) => fact.value !== first.fact.value);
  return several
    ? ledgerTie(input, mention, first, '台账中有几个不同的数，无法断定')
    : (ties[0] ?? ledgerTie(input, mention, first));
}

const UNFIRM = '计划数或特定口径的数，与台账不一定可比';
const MAYBE = '台账中的指标可能是同一数据，写法不同，无法断定';

/** Worded otherwise: confirms when it agrees; a slip of the only figure that it can be is told as open. */
function likelyTie(
  input: OutsideInput,
  mention: Mention,
  entries: readonly ReferenceEntry[],
  isOnly: boolean,
): readonly Tie[] {
  const ties = entries.map((entry) => ledgerTie(input, mention, entry, MAYBE));
  const holding = ties.find(({ status }) => status === 'pass' || status === 'rounding');
  if (holding) return significant(mention) ? [holding] : [];
  const [entry] = entries;
  const isSlip = isOnly && entry !== undefined && isNearMiss(mention.quantity.value, entry.fact.value);
  return isSlip ? ties.slice(0, 1) : [];
}

const significant = ({ quantity }: Mention): boolean =>
  quantity.value.replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '').length >= 3;

function ledgerTie(
  { quantities }: OutsideInput,
  { fact, quantity, value }: Mention,
  entry: ReferenceEntry,
  doubt = '',
): Tie {
  return buildTie({
    kind: 'ledger',
    form: 'equal',
    stated: termOf(quantities, fact.quantity, value),
    operands: [{ role: 'other', outside: entryTerm(entry), figure: entryFigure(entry) }],
    exact: quantity.precision === entry.fact.precision,
    // Without a unit it may be in 万.
    doubt: entry.fact.unit === '' && quantity.unit !== '' ? '台账没有写明单位，无法断定' : doubt,
  });
}
