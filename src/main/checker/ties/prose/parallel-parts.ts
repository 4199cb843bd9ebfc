import { add, compare, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { sumTie } from './sum-tie';

const HEAD = /^(?:\p{Script=Han}{0,6})中，(?<own>[^，。；、\d]{3,24})$/u;
const NEXT = /^(?:（[^（）]{0,12}）)?[，、；](?<own>[^，。；、]{3,24})$/u;
const LEAST = 3;

/** 撤销的15个中，因…撤销8个，因…撤销5个，因…撤销2个: reasons told alike, one behind the other, are no more than there are. */
export function parallelPartTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  if (!text.includes('中，')) return [];
  return claims.flatMap((whole, at): readonly Tie[] => {
    const first = claims[at + 1];
    const own = first && HEAD.exec(text.slice(whole.spot.to, first.spot.from))?.groups?.['own'];
    if (!first || own === undefined || !/^[因由经系属]/.test(own)) return [];
    const parts = alikeFrom(text, claims, at + 1, own);
    const last = parts.at(-1);
    if (!last || parts.length < LEAST || !/^[。；]/.test(text.slice(last.spot.to))) return [];
    // Less than the whole leaves room for what is not told.
    const sum = parts.reduce((all, { value }) => add(all, value), zero);
    if (!areCounted([whole, ...parts]) || compare(sum, whole.value) < 0) return [];
    return [sumTie(quantities, whole, parts, doubtIn(text, whole.spot.from, last.spot.to))];
  });
}

/** Those that begin with the same word and end in the same verb. */
function alikeFrom(text: string, claims: readonly Claim[], at: number, words: string): readonly Claim[] {
  const first = claims[at];
  if (!first) return [];
  const list = [first];
  for (const next of claims.slice(at + 1)) {
    const last = list.at(-1) ?? first;
    // 因连续6个月无交易撤销5个.
    if (next.quantity.unit !== first.quantity.unit) continue;
    const own = NEXT.exec(text.slice(last.spot.to, next.spot.from))?.groups?.['own'];
    if (own === undefined || own[0] !== words[0] || own.slice(-2) !== words.slice(-2)) break;
    list.push(next);
  }
  return list;
}
