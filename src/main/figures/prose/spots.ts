import type { ProseBlock } from '../../../shared/model/document';
import type { Quantity } from '../../../shared/model/quantity';

/** A claim where it stands in the prose text. */
export interface Spot {
  /** Index into all quantities. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
  /** What stands before it in its clause, back to the claim before; asides in brackets left out. */
  readonly head: string;
  /** What follows it, as far as the next claim or mark may matter. */
  readonly after: string;
  /** Brackets that are open here. */
  readonly depth: number;
  /** Where the sentence begins. */
  readonly sentence: number;
  /** The text between the claim before and this one; empty for the first. */
  readonly gap: string;
}

/** How far back a figure's meaning is looked for. Keeps a long paragraph linear. */
const REACH = 160;
const AFTER = 32;
const DEEPEST = 8;

/** The claims of a block with the words around them. One walk along the text. */
export function spotsOf(
  block: ProseBlock,
  quantities: readonly Quantity[],
  indices: readonly number[],
): readonly Spot[] {
  const { text } = block.prose;
  const places = placesOf(block, quantities, indices);
  const levels: Level[] = [newLevel(0)];
  let sentence = 0;
  let at = 0;
  return places.map(({ index, from, to, quantity }, nth) => {
    for (; at < from; at++) {
      if (MARKS[text.charCodeAt(at)] !== 1) continue;
      const unit = text.charAt(at);
      if ('。！？!?'.includes(unit)) {
        sentence = at + 1;
        levels.length = 1;
      }
      walk(levels, unit, at);
    }
    const previous = places[nth - 1]?.to ?? 0;
    const level = levels.at(-1) ?? newLevel(0);
    return {
      index,
      from,
      to,
      quantity,
      head: headOf(text, level, previous, from),
      after: text.slice(to, Math.min(to + AFTER, places[nth + 1]?.from ?? text.length)),
      depth: levels.length - 1,
      sentence,
      gap: nth === 0 ? '' : text.slice(previous, from),
    };
  });
}

interface Level {
  clause: number;
  /** The clause that a colon ended: 交易笔数：12万笔. */
  beforeColon: number;
  readonly open: string;
}

/** 1 at each unit that is a mark: looked up quicker than a pattern finds the next, which stands ten characters on. */
const MARKS = new Uint8Array(0x10000);
for (const mark of '。！？!?（(【[“‘「『）)]】”’」』，；,;\n：:"') MARKS[mark.charCodeAt(0)] = 1;
const OPEN = '（([【“‘「『';
const CLOSE = '）)]】”’」』';
const CLAUSE_END = '，；,;。！？\n';

const newLevel = (clause: number, open = ''): Level => ({ clause, beforeColon: -1, open });

function walk(levels: Level[], unit: string, at: number): void {
  const level = levels.at(-1);
  if (!level) return;
  if (unit === '"') {
    if (level.open === '"') levels.pop();
    else if (levels.length < DEEPEST) levels.push(newLevel(at + 1, unit));
  } else if (OPEN.includes(unit)) {
    if (levels.length < DEEPEST) levels.push(newLevel(at + 1, unit));
  } else if (CLOSE.includes(unit)) {
    if (levels.length > 1 && level.open === OPEN.charAt(CLOSE.indexOf(unit))) levels.pop();
  } else if (unit === '：' || unit === ':') {
    level.beforeColon = level.clause;
    level.clause = at + 1;
  } else if (CLAUSE_END.includes(unit)) {
    level.clause = at + 1;
    level.beforeColon = -1;
  }
}

/** 31个省、300余个城市: the noun of the claim before is not this one's. */
const NEXT_ITEM = /^[^（(、]*(?:[（(][^（()）]{0,12}[）)])?(?:、|以及|和(?!地区))/;
const ASIDE = /（[^（）]*）|\([^()]*\)|【[^【】]*】/g;

function headOf(text: string, level: Level, previous: number, from: number): string {
  const start = Math.max(level.clause, previous, from - REACH);
  const own = text.slice(start, from);
  const head =
    start === level.clause && level.beforeColon >= 0 && /^\s*(?:约|近|超过?|逾)?\s*$/.test(own)
      ? text.slice(Math.max(level.beforeColon, previous, from - REACH), from)
      : own;
  const rest = start === previous && previous > 0 ? head.replace(NEXT_ITEM, '') : head;
  // A bracket that a claim before stood in is torn here: 3.2%），日均….
  const whole = /[（()）【】]/.test(rest)
    ? rest.replace(ASIDE, keepShort).replace(/^[^（(]*[）)]/, '')
    : rest;
  return /\s/.test(whole) ? whole.replace(/\s+/g, ' ').trimStart() : whole;
}

/** A short note belongs to the name: 微众银行（微信支付）, 流动（转账、消费）业务. */
const keepShort = (aside: string): string =>
  aside.length <= 12 && !/\d|简称|以下|其中/.test(aside) ? aside : '';

interface Placed {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
}

/** Where each quantity stands in the prose text: source offsets walked along with the text. */
function placesOf(
  block: ProseBlock,
  quantities: readonly Quantity[],
  indices: readonly number[],
): readonly Placed[] {
  const { prose } = block;
  let gap = 0;
  let skipped = 0;
  return indices.flatMap((index) => {
    const quantity = quantities[index];
    if (!quantity) return [];
    const end = quantity.range.start - prose.start;
    for (let next = prose.gaps[gap]; next && next.at + skipped + next.skip <= end; next = prose.gaps[++gap]) {
      skipped += next.skip;
    }
    const from = end - skipped;
    return [{ index, from, to: from + quantity.raw.length, quantity }];
  });
}
