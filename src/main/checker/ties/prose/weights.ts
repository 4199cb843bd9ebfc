import { add, compare, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import type { TieInput } from '../input';
import type { Claim, Paragraph } from './claims';
import { HUNDRED, hundredTie } from './share-lists';

const WEIGHTS = /权重(?:如下|分别)?(?:为|是|：|:|，)*[^，。；：:\d]{2,16}$/;
const NEXT = /^[、，,和及与](?!其中)(?:[^，。；：:\d]{2,16})$/u;
const END = /^(?:[。；;]|$|，?(?:合计|共计)100)/;
const COUNT =
  /(?<count>[二三四五六七八九十]|\d{1,2})[个项类大](?:[一二三]级)?[\p{Script=Han}]{0,4}(?:指标|维度|要素|方面|部分|类)/u;
const NUMERALS = '零一二三四五六七八九十';
const LEAST = 3;

/** 设5个指标，权重如下：甲25%，乙25%，丙20%，丁20%，戊10%: the weights of all make 100 %. */
export function weightTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  if (!text.includes('权重')) return [];
  return claims.flatMap((first, at): readonly Tie[] => {
    const head = text.slice(Math.max(0, first.spot.from - 30), first.spot.from);
    if (first.quantity.unit !== '%' || !WEIGHTS.test(head)) return [];
    const list = listFrom(text, claims, at);
    const last = list.at(-1);
    if (!last || list.length < LEAST || !END.test(text.slice(last.spot.to))) return [];
    const tie = hundredTie(quantities, last, list);
    const sum = list.reduce((all, { value }) => add(all, value), zero);
    const isAll = compare(sum, HUNDRED) >= 0 || countIn(text, first) === list.length;
    return tie.status === 'pass' || isAll ? [tie] : [];
  });
}

function listFrom(text: string, claims: readonly Claim[], at: number): readonly Claim[] {
  const list: Claim[] = [];
  for (const next of claims.slice(at)) {
    const last = list.at(-1);
    if (next.quantity.unit !== '%' || next.quantity.approximator !== null) break;
    if (last && !NEXT.test(text.slice(last.spot.to, next.spot.from))) break;
    list.push(next);
  }
  return list;
}

/** 5 of 设5个一级指标, told in the same sentence. */
function countIn(text: string, { spot: { sentence, from } }: Claim): number {
  const count = COUNT.exec(text.slice(sentence, from))?.groups?.['count'] ?? '';
  return /^\d/.test(count) ? Number(count) : NUMERALS.indexOf(count || '?');
}
