import type { ProseBlock } from '../../../../shared/model/document';
import type { Fact, Quantity } from '../../../../shared/model/quantity';
import { leadOf } from '../../../figures/identity/lead';
import type { Measure } from '../../../figures/identity/measure';
import { shareMeasureBefore } from '../../../figures/identity/share-measure';

/** So many digits do not agree by chance. */
export const DIGITS = 3;

/** A figure of a pointing sentence, with the words before it. */
export interface Pointer {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly measure: Measure;
  readonly words: string;
  /** 共35人: says itself that it is the total. */
  readonly isTotal: boolean;
  /** See `shareMeasureBefore`. */
  readonly shareOf: string;
}

export function pointerOf(
  text: string,
  quantities: readonly Quantity[],
  from: ProseBlock,
  fact: Fact,
  measure: (fact: Fact, quantity: Quantity) => Measure,
): Pointer | null {
  const quantity = quantities[fact.quantity];
  if (!quantity || quantity.approximator !== null) return null;
  const head = wordsBefore(from, quantity);
  const isTotal = SUMMED.test(head);
  if (!isTelling(quantity, isTotal)) return null;
  const lead = leadOf(text, quantity.range.start, quantity.range.end);
  if (lead.change || lead.planned || lead.adjusted || lead.earlier) return null;
  if (OTHER_YEAR.test(head.split(/[，；]/).at(-1) ?? '')) return null;
  const words = head + fact.concept + fact.scope;
  const shareOf = shareMeasureBefore(quantities, fact.quantity);
  return { fact, quantity, measure: measure(fact, quantity), words, isTotal, shareOf };
}
/** 20.0% is as good as one digit. */
function isTelling({ raw }: Quantity, isTotal: boolean): boolean {
  const digits = raw.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= (isTotal ? DIGITS - 1 : DIGITS) && digits.replace(/0+$/, '').length > 1;
}

const OTHER_YEAR = /上年(?!末)|去年(?!末)|前年|明年|次年|上月(?!末)|上季度?(?!末)/;
const REACH = 40;

/** What the clause says before a figure, back to the figure before it. */
function wordsBefore({ prose, range }: ProseBlock, { range: { start } }: Quantity): string {
  const at = Math.max(0, start - range.start);
  return /[^。\d]*$/.exec(prose.text.slice(Math.max(0, at - REACH), at))?.[0] ?? '';
}

const SUMMED = /(?:共计?|合计|总计)(?:为|有|达)?$/;
