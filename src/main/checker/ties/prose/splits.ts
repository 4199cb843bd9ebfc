import { add, compare, zero } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { type Claim, doubtIn, type Paragraph } from './claims';

/** What leaves no third: each word of a pole excludes those of the others. The first that matches is meant. */
interface Pole {
  readonly words: RegExp;
  /** With it, or with both others where there is none, nothing is left out. */
  readonly closes: boolean;
}

const WAYS: readonly Pole[] = [
  { words: /持平|不变|无变化|未变|未发生变化/, closes: true },
  { words: /下降|减少|降低|回落|下滑|缩小|收窄|负增长/, closes: false },
  { words: /上升|增长|增加|提高|上涨|增多|扩大/, closes: false },
];
const OUTCOMES: readonly Pole[] = [
  { words: /整改中|推进中|进行中|部分|基本/, closes: false },
  {
    words: /[不未](?:合格|达标|通过|符合|完成|整改|一致|属实|办结|按时|到位|达到)|逾期|超时|失败|异常/,
    closes: true,
  },
  { words: /合格|达标|通过|符合|完成|整改|一致|属实|办结|按时|到位|达到|成功|正常/, closes: false },
];
const SCALES = [WAYS, OUTCOMES];

/** 七个类别中，, 12项指标，其中: what is split. */
const HEAD = /^(?:[\p{Script=Han}A-Za-z]{0,12}?)(?:[中里]，|，其中|中)(?:有)?$/u;
/** Between two parts: the words of the one before, then those of the next. */
const JOINED = /^(?<own>[^，。；、：（）\d]{1,14})(?:[、，；]|和|而)(?:另|另有|有|仅有|其余)?$/u;
const LAST = /^(?<own>[^，。；、：（）\d]{1,14}?)(?=[，。；）]|$)/u;
const LABEL = /^(?:[，、；]|和|而)?(?<own>[\p{Script=Han}]{2,12})(?:的|的有|的为|有|为)$/u;
const MOST = 4;

/** 七个类别中，六类下降、两类上升: counts of what went which way add up to how many there are. */
export const splitTies = ({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] =>
  claims.flatMap((whole, at): Tie[] => {
    if (!isCount(whole)) return [];
    const parts = countFirst(text, claims, at) ?? labelFirst(text, claims, at);
    if (!parts || !tells(whole, parts)) return [];
    return [
      buildTie({
        kind: 'sum',
        form: 'sum',
        stated: termOf(quantities, whole.fact.quantity),
        operands: parts.map(({ claim }) => ({
          role: 'addend',
          term: termOf(quantities, claim.fact.quantity),
        })),
        exact: true,
        doubt: doubtIn(text, whole.spot.from, parts.at(-1)?.claim.spot.to ?? whole.spot.to),
      }),
    ];
  });

interface Part {
  readonly claim: Claim;
  readonly words: string;
}

const isCount = ({ quantity: { approximator, precision, value, unit } }: Claim): boolean =>
  approximator === null && precision === 0 && unit !== '' && unit !== '%' && /^\d{1,4}$/.test(value);

/** 五类下降、两类上升. */
function countFirst(text: string, claims: readonly Claim[], at: number): readonly Part[] | null {
  const [whole, first] = [claims[at], claims[at + 1]];
  if (!whole || !first || !HEAD.test(text.slice(whole.spot.to, first.spot.from))) return null;
  const parts: Part[] = [];
  for (let nth = at + 1; nth <= at + MOST; nth++) {
    const [claim, next] = [claims[nth], claims[nth + 1]];
    if (!claim || !isCount(claim)) break;
    const behind = text.slice(claim.spot.to, next?.spot.from ?? text.length);
    const joined = next && isCount(next) ? JOINED.exec(behind)?.groups?.['own'] : undefined;
    const words = joined ?? LAST.exec(behind)?.groups?.['own'];
    if (words === undefined) return null;
    parts.push({ claim, words });
    if (joined === undefined) break;
  }
  return parts;
}

/** 上升的5家、下降的2家. */
function labelFirst(text: string, claims: readonly Claim[], at: number): readonly Part[] | null {
  const whole = claims[at];
  const head = whole && /^[\p{Script=Han}A-Za-z]{0,12}?(?:[中里]，?|，其中)/u.exec(text.slice(whole.spot.to));
  if (!whole || !head) return null;
  const parts: Part[] = [];
  for (let nth = at + 1; nth <= at + MOST; nth++) {
    const claim = claims[nth];
    const from = nth === at + 1 ? whole.spot.to + head[0].length : (claims[nth - 1]?.spot.to ?? 0);
    if (!claim || !isCount(claim) || from > claim.spot.from) break;
    const words = LABEL.exec(text.slice(from, claim.spot.from))?.groups?.['own'];
    if (words === undefined) break;
    parts.push({ claim, words });
  }
  return parts.length > 0 ? parts : null;
}

/** Whether the parts add up, or cannot: more than there are, or less where the words leave nothing out. */
function tells(whole: Claim, parts: readonly Part[]): boolean {
  const scale = SCALES.find((poles) => poles.some(({ words }) => words.test(parts[0]?.words ?? '')));
  const told = parts.flatMap(({ words }) => (scale && poleOf(scale, words)) ?? []);
  const isOneScale =
    told.length === parts.length && new Set(told.map(({ pole }) => pole)).size === told.length;
  // 三家金额上升、两家笔数下降 measure two things.
  const measures = new Set(told.flatMap(({ measure }) => measure || []));
  if (told.length < 2 || !isOneScale || measures.size > 1) return false;
  const sum = parts.reduce((total, { claim }) => add(total, claim.value), zero);
  const isWhole = scale === WAYS ? told.length === WAYS.length : told.some(({ pole }) => pole.closes);
  return isWhole || compare(sum, whole.value) >= 0;
}

const ADVERBS = /(?:同比|环比|均|有所|已|全部|按[期时]|较?上[年月季期].{0,2})+$/;

function poleOf(scale: readonly Pole[], words: string): { pole: Pole; measure: string } | null {
  for (const pole of scale) {
    const at = words.search(pole.words);
    if (at >= 0) return { pole, measure: words.slice(0, at).replace(ADVERBS, '') };
  }
  return null;
}
