import { compare } from '../../../../shared/decimal';
import { addTo } from '../../../../shared/group-by';
import type { ProseBlock } from '../../../../shared/model/document';
import type { Tie } from '../../../../shared/model/tie';
import { leftOver, PART_OF_WHOLE } from '../../../figures/identity/grade';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, claimsOf } from '../prose/claims';
import { headingsIn, isOfNow, plansIn } from './sections';
import { isOneState, type OpenState, openState } from './states';
import { isMadeUp, listedWith } from './sums';
import { type Around, aroundOf, isCovered, isNarrower, sentenceOf } from './words';

interface Left {
  readonly claim: Claim;
  readonly block: ProseBlock;
  readonly around: Around;
  readonly state: OpenState;
  /** Of its sentence in the block's text. */
  readonly start: number;
  readonly end: number;
}

/** What each open state is told with. */
const OPEN = /未|待|正|[尚仍]需|[尚仍还]在|中[，。；、]/;

/** Of so many places around a figure one is looked for that tells it. */
const NEAREST = 40;

/**
 * 对尚在核实的12笔不符交易 where 其余12笔正在核实 was told: who refers to what is still open means what was told of it. Told as
 * wrong where all that speak of it agree on another number, and each says nothing that the other does not.
 */
export function leftOpenTies(input: TieInput, tied: ReadonlySet<number>): readonly Tie[] {
  const byUnit = new Map<string, Left[]>();
  for (const block of input.document.blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    if (!OPEN.test(block.prose.text)) continue;
    for (const left of leftIn(input, block)) addTo(byUnit, left.claim.quantity.unit, left);
  }
  const told = new Set<number>();
  const isPlanned = plansIn(input.document);
  return [...byUnit.values()].flatMap((all) =>
    all.flatMap((target, at): readonly Tie[] => {
      if (!target.state.isDefinite || tied.has(target.claim.fact.quantity)) return [];
      const near = all.slice(Math.max(0, at - NEAREST), at + NEAREST);
      const others = near.filter((one) => isSource(input, one, target, isPlanned(target.block.section)));
      const other = agreed(input, target, others, near);
      if (!other || told.has(other.claim.fact.quantity)) return [];
      told.add(target.claim.fact.quantity);
      return [tieOf(input, target, other)];
    }),
  );
}

function leftIn(input: TieInput, block: ProseBlock): readonly Left[] {
  const { text } = block.prose;
  return claimsOf(block, input).flatMap((claim): readonly Left[] => {
    if (claim.isRatio || claim.quantity.approximator !== null) return [];
    const around = aroundOf(text, claim);
    if (!OPEN.test(`${around.before}，${around.after}，`) || /其中|[中里]的?$/.test(around.before)) return [];
    const state = openState(around);
    if (!state) return [];
    const [start, end] = sentenceOf(text, claim);
    const isOfPart = state.isDefinite && text.slice(start, claim.spot.from).includes('其中');
    return isOfPart ? [] : [{ claim, block, around, state, start, end }];
  });
}

const sentenceIn = ({ block: { prose }, start, end }: Left): string => prose.text.slice(start, end);

function isSource(input: TieInput, one: Left, target: Left, isPlanned: boolean): boolean {
  if (!isOneState(target.state, one.state) || isOneSentence(one, target)) return false;
  if (!isOfNow(input, one.claim)) return false;
  if (!isPlanned && one.block.section !== target.block.section) return false;
  const headings = headingsIn(input.document);
  const sentence = sentenceIn(target);
  const [own, others] = [headings(target.block.section), headings(one.block.section)];
  if (PART_OF_WHOLE.test(leftOver(others, own + sentence))) return false;
  // 2个高风险问题 are not the 4个问题, whatever is left of both.
  const { text } = one.block.prose;
  const paragraph = text.slice(0, one.claim.spot.to) + one.around.after + others;
  const { noun, narrowing } = target.state;
  if (noun.length > 1 && !paragraph.includes(noun.slice(0, 2))) return false;
  if (!isCovered(narrowing, paragraph)) return false;
  const told = sentence + own;
  const [opening = ''] = text.slice(one.start, one.claim.spot.from).split(/[，：:]/);
  return isCovered(`${one.state.narrowing} ${one.state.counted}`, told) && !isNarrower(opening, told);
}

/** Nobody tells one number twice in a sentence. */
const isOneSentence = (a: Left, b: Left): boolean => a.block === b.block && a.start === b.start;

/** The place that tells the same number, or one of those that all tell another. */
function agreed(
  input: TieInput,
  { claim, state }: Left,
  others: readonly Left[],
  all: readonly Left[],
): Left | null {
  const same = others.find((one) => compare(one.claim.value, claim.value) === 0);
  if (same) return same;
  const [first] = others;
  if (!first || others.some((one) => compare(one.claim.value, first.claim.value) !== 0)) return null;
  if (state.noun.length < 2 && state.verb === '') return null;
  const listed = listedWith(first.claim, first.block.prose.text, claimsOf(first.block, input));
  return isMadeUp(claim, first.claim, [...all.map(({ claim }) => claim), ...listed]) ? null : first;
}

const tieOf = ({ quantities }: TieInput, { claim, state }: Left, { claim: other }: Left): Tie =>
  buildTie({
    kind: 'same',
    form: 'equal',
    stated: termOf(quantities, claim.fact.quantity),
    operands: [{ role: 'other', term: termOf(quantities, other.fact.quantity) }],
    exact: claim.quantity.precision === other.quantity.precision,
    definite: state.name,
  });
