import type { Comparison, Fact, Quantity } from '../../../../shared/model/quantity';
import type { Tie, TieForm } from '../../../../shared/model/tie';
import { baseSpan } from '../../../figures/identity/base-span';
import { measureOf } from '../../../figures/identity/measure';
import { ofPeriod } from '../../../figures/identity/reference-index';
import { spanOf } from '../../../figures/identity/span';
import { buildTie, signed, termOf } from '../build';
import type { TieInput } from '../input';
import type { Mention } from '../same/mentions';
import { candidatesOf, entryFigure, entryTerm, isRevised, type OutsideInput, onlyEntry } from './input';

const FORMS: Readonly<Record<Comparison['form'], TieForm | null>> = {
  rate: 'rate',
  points: 'points',
  increase: 'increase',
  difference: 'difference',
  none: null,
};

interface Change {
  readonly fact: Fact;
  readonly comparison: Comparison;
  readonly form: TieForm;
  /** The figure that states the change, and its place in the list of quantities. */
  readonly figure: Quantity;
  readonly quantity: number;
}

/** 较11月下降14.37%, 同比, 环比 against the base in the previous report or in a ledger. */
export function changeTies(input: OutsideInput, known: readonly Tie[]): readonly Tie[] {
  const evaluated = evaluatedBy(known, input.quantities.length);
  const mentions = new Map(input.mentions.map((mention) => [mention.fact.quantity, mention]));
  const revised = isRevised(input);
  const constantPrices = CONSTANT_PRICES.test(input.document.text);
  return changesOf(input).flatMap((change) => {
    const tie = baseTie(input, change, mentions.get(change.fact.quantity), revised, constantPrices);
    if (typeof tie !== 'string') return [tie];
    return evaluated[change.quantity] ? [] : [unclearTie(change, tie)];
  });
}

/** The same without any reference: each change stands open. */
export function openChanges(input: TieInput, known: readonly Tie[]): readonly Tie[] {
  const evaluated = evaluatedBy(known, input.quantities.length);
  return changesOf(input, evaluated).map((change) => unclearTie(change, '没有上期数据，无法核对'));
}

/** Of each figure 1 where a tie inside the report states it. */
function evaluatedBy(known: readonly Tie[], figures: number): Uint8Array {
  const evaluated = new Uint8Array(figures);
  for (const { status, terms } of known) {
    const stated = terms[0]?.quantity ?? null;
    if (status !== 'unclear' && stated !== null) evaluated[stated] = 1;
  }
  return evaluated;
}

/** Stated changes; without those of the figures marked. */
function changesOf({ facts, quantities }: TieInput, without?: Uint8Array): readonly Change[] {
  const changes: Change[] = [];
  for (const fact of facts) {
    const { comparison } = fact;
    if (comparison === null || comparison.quantity === null) continue;
    if (without?.[comparison.quantity]) continue;
    const form = FORMS[comparison.form];
    const figure = quantities[comparison.quantity];
    if (form && figure) changes.push({ fact, comparison, form, figure, quantity: comparison.quantity });
  }
  return changes;
}

/** Growth of 增加值 and the like is told at constant prices in every 统计公报. */
const CONSTANT_PRICES = /(?:增长速度|增速|指数)[^。\n]{0,24}(?:不变价|可比价)|按(?:不变|可比)价(?:格)?计算/;
const ADJUSTED = /不变价|可比价|可比口径|同口径|扣除价格|剔除|扣除|实际增长|还原|季节调整|两年平均|年均/;
const REACH = 60;

function baseTie(
  input: OutsideInput,
  { fact, comparison, form, quantity }: Change,
  mention: Mention | undefined,
  revised: boolean,
  constantPrices: boolean,
): Tie | string {
  const { quantities, document, main } = input;
  const current = termOf(quantities, fact.quantity);
  const unit = quantities[fact.quantity]?.unit ?? '';
  const span = fact.period === '' ? main : spanOf(fact.period);
  const base = baseSpan(comparison, span);
  if (!base) return '没有写明与哪一期相比，无法核对';
  const { stock } = measureOf({ ...fact, unit });
  const found = candidatesOf(input, fact, mention);
  const entries = ofPeriod(found, base, stock);
  const previous = entries.filter(({ kind }) => kind === 'previous');
  const entry = onlyEntry(previous.length > 0 ? previous : entries);
  if (!found || !entry) {
    return entries.length > 0
      ? '上期数据有几个不同的数，无法断定'
      : `上期报告中没有找到“${fact.concept}”的数据`;
  }
  const term = termOf(quantities, quantity);
  const stated = { ...term, figure: signed(term.figure, comparison.direction) };
  const { start } = stated.range;
  const around = document.text.slice(Math.max(0, start - REACH), stated.range.end + 16);
  const doubts = [
    found.grade === 'same' ? '' : `上期的“${entry.fact.concept}”可能是同一指标，写法不同，无法断定`,
    ADJUSTED.test(around) || (constantPrices && unit.endsWith('元'))
      ? '按不变价或可比口径计算，不能用上期数直接核对'
      : '',
    revised ? REVISED_REASON : '',
  ];
  return buildTie({
    kind: 'prior',
    form,
    stated,
    operands: [
      { role: 'current', term: current },
      { role: 'base', outside: entryTerm(entry), figure: entryFigure(entry) },
    ],
    doubt: doubts.find((doubt) => doubt !== '') ?? '',
  });
}

export const REVISED_REASON = '报告注明上期数经过调整，不一定与上期报告相同';

/** A change whose base is not known: it stands open, the figure it belongs to does not. */
const unclearTie = ({ form, figure: { range, raw }, quantity }: Change, reason: string): Tie => ({
  kind: 'prior',
  form,
  status: 'unclear',
  expression: '',
  expected: '',
  actual: raw,
  reason,
  terms: [{ range, raw, quantity, role: 'stated' }],
});
