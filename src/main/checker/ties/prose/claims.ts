import { type Decimal, decimal } from '../../../../shared/decimal';
import { remembered } from '../../../../shared/memo';
import type { Block, ProseBlock } from '../../../../shared/model/document';
import type { Fact, Quantity } from '../../../../shared/model/quantity';
import { type Spot, spotsOf } from '../../../figures/prose/spots';
import type { TieInput } from '../input';

/** A claim of a paragraph with what it means and where it stands. */
export interface Claim {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly spot: Spot;
  readonly value: Decimal;
  /** The same without its sign, as near as binary numbers tell. */
  readonly size: number;
  /** A rate, a multiple or a number of percentage points: measures other figures. */
  readonly isRatio: boolean;
}

/** The claims of one block, ascending, with its text. */
export interface Paragraph {
  readonly text: string;
  readonly claims: readonly Claim[];
}

const RATIOS = new Set(['%', '‰', '‱', '个百分点', '基点', '倍', '番', '成']);

/** A stretch of prose with two claims or more; null for other blocks. */
export function paragraphIn(block: Block, input: TieInput): Paragraph | null {
  if (!('prose' in block)) return null;
  const own = paragraphsOf(input)(block);
  return own.claims.length > 1 ? own : null;
}

/** All claims of a block. */
export const claimsOf = (block: ProseBlock, input: TieInput): readonly Claim[] =>
  paragraphsOf(input)(block).claims;

/** Each block is read once for all that look at it. */
const paragraphsOf = remembered((input: TieInput) =>
  remembered((block: ProseBlock) => paragraphOf(block, input.quantities, factsIn(block, input))),
);

function factsIn(block: Block, { quantities, facts }: TieInput): readonly Fact[] {
  const own: Fact[] = [];
  for (let at = firstFact(facts, quantities, block.index); ; at++) {
    const fact = facts[at];
    if (!fact || quantities[fact.quantity]?.place.block !== block.index) break;
    own.push(fact);
  }
  return own;
}

/** Facts ascend by block. */
function firstFact(facts: readonly Fact[], quantities: readonly Quantity[], block: number): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[facts[middle]?.quantity ?? 0]?.place.block ?? 0) < block) low = middle + 1;
    else high = middle;
  }
  return low;
}

function paragraphOf(block: ProseBlock, quantities: readonly Quantity[], facts: readonly Fact[]): Paragraph {
  if (facts.length === 0) return { text: block.prose.text, claims: [] };
  const ordered = [...facts].sort((a, b) => a.quantity - b.quantity);
  const spots = spotsOf(
    block,
    quantities,
    ordered.map(({ quantity }) => quantity),
  );
  const bySpot = new Map(spots.map((spot) => [spot.index, spot]));
  const claims = ordered.flatMap((fact): Claim[] => {
    const [quantity, spot] = [quantities[fact.quantity], bySpot.get(fact.quantity)];
    if (!quantity || !spot || isExchangeRate(block.prose.text, spot)) return [];
    const { value, unit } = quantity;
    const size = Math.abs(Number(value));
    return [{ fact, quantity, spot, value: decimal(value), size, isRatio: RATIOS.has(unit) }];
  });
  return { text: block.prose.text, claims };
}

const RATE_BEFORE =
  /(?:(?:1|１|一|每)[\p{Script=Han}]{1,4}[兑合折][换算合]?(?:人民币)?|(?:汇率|中间价|折算率|牌价)(?:分别)?(?:为|是)?)(?:约)?$/u;

/** 1美元兑7.0827元人民币: no amount, and nothing that amounts grow from. */
const isExchangeRate = (text: string, { from }: Spot): boolean =>
  RATE_BEFORE.test(text.slice(Math.max(0, from - 12), from));

const TO_NEXT = /^\s*(?:至|到|[-—–~～])\s*\d/;
const FROM_LAST =
  /\d\s*(?:[%％‰]|[万亿千百]{0,2}(?:元|美元|笔|户|人|件|家|个|台|次|张|天|倍)?)\s*(?:至|[-—–~～])\s*$/;

/** 4亿元至5亿元，较上年同期增长70.79%至113.49%: from the one end to the other. */
export const isEndOfRange = (text: string, { spot: { from, to } }: Claim): boolean =>
  (JOINT.test(text.charAt(to)) && TO_NEXT.test(text.slice(to, to + 6))) ||
  (JOINT.test(text.charAt(from - 1)) && FROM_LAST.test(text.slice(Math.max(0, from - 10), from)));

/** What both begin with or end in. */
const JOINT = /[\s至到\-—–~～]/;

/** Words that make two figures of one name incomparable: 按可比价格计算, 扣除价格因素后. */
const ADJUSTED =
  /可比|不变价|同口径|扣除|剔除|实际增长|名义|年均|平均增长|两年|季调|调整后|按原[^，。；]{0,10}(?:计算|口径|统计)|原(?:报送|披露)(?:数|口径)|还原|折年|拉动|贡献|预计|计划|目标|力争|预期|拟|(?<![适响供反对相])应(?![用急对收付届答变激聘])/;

/** Why a figure in this sentence need not follow from the others; empty when nothing says so. */
export function doubtIn(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('；', from - 1)) + 1;
  const word = ADJUSTED.exec(text.slice(start, to + 4));
  return word ? `句中有“${word[0]}”，口径可能不同` : '';
}

const MEANT = /计划|目标|力争|预计|预期|拟|(?<![适响供反对相])应(?![用急对收付届答变激聘])/g;

/** As `doubtIn`, of figures that are all planned together: 目标由104分钟压缩至90分钟，缩短14分钟. */
export function doubtInPlan(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf('。', from - 1), text.lastIndexOf('；', from - 1)) + 1;
  return doubtIn(text.slice(start, to + 4).replace(MEANT, ''), 0, to - start);
}

const COUNTED =
  /^(?:个|家|户|件|人|人次|次|款|名|台|张|项|所|笔|起|宗|条|份|期|场|座|批|辆|单|只|处|国|天|年|个月|个?工作日)$/;

/** Whole things, each of them counted: no rounding explains a difference. */
export const areCounted = (claims: readonly Claim[]): boolean =>
  claims.every(
    ({ quantity: { unit, precision, approximator, raw } }) =>
      COUNTED.test(unit) && precision === 0 && approximator === null && !/[万亿千百]/.test(raw),
  );
