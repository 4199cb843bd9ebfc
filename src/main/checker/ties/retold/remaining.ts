import { compare } from '../../../../shared/decimal';
import type { ProseBlock } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, claimsOf } from '../prose/claims';
import { isOfNow, plansIn } from './sections';
import { isMadeUp, listedWith } from './sums';
import { aroundOf, isNarrower } from './words';

/** What is left to do, where it is reported. */
const LEFT =
  /(?:剩余|尚余|余下|其余|仍有|尚有|还有|未完成|未整改|未处置|未修复|未办结|整改中的?|待整改|待完成|尚未[^，。；\d]{1,8}的?)[^，。；、\d]{0,3}$/;
/** What is left to do, where somebody means to do it. */
const TO_DO = /(?:剩余|余下|尚未[^，。；\d]{1,8}的|未(?:完成|整改|处置|修复|办结)的?)[^，。；、\d]{0,3}$/;
const REACH = 24;
const BEHIND = 14;
const FEWEST = 2;

interface Left {
  readonly claim: Claim;
  readonly prose: ProseBlock;
  readonly sentence: string;
  /** What stands around the figure: what is left. */
  readonly around: string;
  readonly isPlan: boolean;
  /** The words right before and after, which may narrow what is left. */
  readonly told: string;
}

/**
 * 完成剩余46户的处置 among the plans, 尚未处置的46户 in the body: what is still to be done is what was left. A plan for another
 * number is told as likely wrong where all places before agree on theirs and speak of the same.
 */
export function remainingTies(input: TieInput): readonly Tie[] {
  const isPlanned = plansIn(input.document);
  const left = input.document.blocks.flatMap((block): readonly Left[] => {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    if (!/[余未尚仍还]|整改中|待/.test(block.prose.text)) return [];
    const { text } = block.prose;
    return claimsOf(block, input).flatMap((claim): readonly Left[] => {
      const head = text.slice(Math.max(0, claim.spot.from - REACH), claim.spot.from);
      if (claim.isRatio || claim.quantity.approximator !== null || !LEFT.test(head)) return [];
      const stop = text.slice(claim.spot.to).search(/[。\n]/);
      const sentence = text.slice(claim.spot.sentence, stop < 0 ? undefined : claim.spot.to + stop);
      const isPlan =
        TO_DO.test(head) &&
        !/其中/.test(text.slice(claim.spot.sentence, claim.spot.from)) &&
        isPlanned(block.section);
      const around = `${head.slice(-10)}${text.slice(claim.spot.to, claim.spot.to + BEHIND).split(/[，。；]/)[0]}`;
      const { before, after } = aroundOf(text, claim);
      const told = `${before} ${after}`;
      return [{ claim, prose: block, sentence, around, isPlan, told }];
    });
  });
  return left.filter(({ isPlan }) => isPlan).flatMap((plan) => tieOf(input, plan, left));
}

function tieOf(input: TieInput, plan: Left, all: readonly Left[]): readonly Tie[] {
  const { quantity, value } = plan.claim;
  const before = all.filter(
    (one) =>
      one.prose.index < plan.prose.index &&
      !one.isPlan &&
      one.claim.quantity.unit === quantity.unit &&
      isOfNow(input, one.claim) &&
      !isNarrower(plan.told, one.prose.prose.text) &&
      sharedWords(plan.around, one.sentence) >= FEWEST,
  );
  const equal = before.find(({ claim }) => compare(claim.value, value) === 0);
  const told = equal ?? majority(before);
  if (!told) return [];
  const listed = listedWith(told.claim, told.prose.prose.text, claimsOf(told.prose, input));
  if (!equal && isMadeUp(plan.claim, told.claim, listed)) return [];
  return [
    buildTie({
      kind: 'same',
      form: 'equal',
      stated: termOf(input.quantities, plan.claim.fact.quantity),
      operands: [{ role: 'other', term: termOf(input.quantities, told.claim.fact.quantity) }],
      exact: true,
    }),
  ];
}

/** The only number, or the one of most places. */
function majority(left: readonly Left[]): Left | null {
  const counts = new Map<string, number>();
  for (const { claim } of left) counts.set(claim.quantity.value, (counts.get(claim.quantity.value) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || (second && second[1] === first[1])) return null;
  return left.find(({ claim }) => claim.quantity.value === first[0]) ?? null;
}

const EMPTY = /剩余|尚未|完成|其余|余下|推进|进行|开展|工作|计划|月底|年底/g;

/** Pairs of characters that both hold, words of the plan itself left out. */
function sharedWords(around: string, sentence: string): number {
  const words = around.replace(EMPTY, ' ');
  let shared = 0;
  for (let at = 0; at + 2 <= words.length; at++) {
    const pair = words.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair) && sentence.includes(pair)) shared++;
  }
  return shared;
}
