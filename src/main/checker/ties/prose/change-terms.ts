import { absolute, negate } from '../../../../shared/decimal';
import type { Comparison } from '../../../../shared/model/quantity';
import { type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import type { Claim } from './claims';

export const UP = '增加|增长|提高|提升|上升|拓展|扩大|扩展|上涨|增|升|发展|壮大|攀升|跃升';
export const DOWN = '下降|减少|降低|缩小|压降|缩短|回落|降|减|压缩|收窄|下跌';
/** Words of change that tell a decline. */
export const FALLS = new RegExp(`^(?:${DOWN}|降幅)$`);

/** 下降14.37% counts as -14.37. */
export function changeTerm(
  quantities: TieInput['quantities'],
  { fact, value }: Claim,
  direction: Comparison['direction'],
): TextTerm {
  return termOf(quantities, fact.quantity, direction === 'down' ? negate(absolute(value)) : value);
}
