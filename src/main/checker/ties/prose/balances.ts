import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalOf,
  multiply,
  negate,
  subtract,
} from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, type TextTerm, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { rateTie } from './growth';

/** Figures of two moments with what changed between them, where all of it stands in one paragraph. */
export const balanceTies = (input: TieInput, paragraph: Paragraph): readonly Tie[] => [
  ...netChanges(input, paragraph),
  ...againstStatedBase(input, paragraph),
  ...respectively(input, paragraph),
];

const NET = /净增加?(?:了)?$/;
const OPENING = /(?:上年末|去年末|年初|期初|上季度?末|上月末|\d{4}年末)[^，。；\d净增减]{0,4}(?:的|为|是)?$/;
/** Says how many there are: 共312家, 达96,800台, 运行模型74个. */
const LEVEL = /(?:共计?|共有|合计|达到?|为|有|余额|总数|存量|运行[^，。；\d]{0,6}|布放[^，。；\d]{0,6})$/;
const MOST_APART = 10n;

/** Further apart than any slip in the change explains. */
const isFarApart = (current: Claim, base: Claim, net: Claim): boolean =>
  compare(
    absolute(subtract(current.value, base.value)),
    multiply(absolute(net.value), decimalOf(MOST_APART, 0)),
  ) > 0;

const REACH = 24;

function wordsBefore(text: string, { spot }: Claim): string {
  const least = Math.max(0, spot.from - REACH);
  let from = spot.from;
  while (from > least && !'，。；（('.includes(text.charAt(from - 1))) from--;
  return text.slice(from, spot.from);
}

/** 6月末共312家…净增15家；上年末为297家. The first figure of that unit is the one at the end. */
function netChanges({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((net, at): Tie[] => {
    if (net.isRatio || !NET.test(wordsBefore(text, net))) return [];
    const like = claims.filter(({ quantity }) => quantity.unit === net.quantity.unit);
    const bases = like.filter((one) => one !== net && OPENING.test(wordsBefore(text, one)));
    const [current, base] = [like[0], bases[0]];
    if (!current || !base || bases.length > 1 || current === net || current === base) return [];
    // 招聘42人…净增24人；年初400人: the first figure is one of what came, not of what there is.
    if (!LEVEL.test(wordsBefore(text, current)) || isFarApart(current, base, net)) return [];
    if (claims.indexOf(current) > at || Math.abs(claims.indexOf(base) - at) > 1) return [];
    if (
      text.slice(Math.min(net.spot.to, base.spot.to), Math.max(net.spot.from, base.spot.from)).includes('。')
    )
      return [];
    return [
      buildTie({
        kind: 'growth',
        form: 'difference',
        stated: termOf(quantities, net.fact.quantity),
        operands: [
          { role: 'current', term: termOf(quantities, current.fact.quantity) },
          { role: 'base', term: termOf(quantities, base.fact.quantity) },
        ],
        exact: areCounted([net, current, base]),
        doubt: doubtIn(text, net.spot.from, net.spot.to),
      }),
    ];
  });
}

const UP = '增加|增长|提高|上升|多|增';
const DOWN = '减少|下降|降低|少|减|缩短';
const COMPARED = /[较比与][^，。；\d]{0,8}(?:\d{4}年)?[^，。；\d]{0,8}的$/;
const CHANGED = new RegExp(`^(?:净)?(${UP}|${DOWN})(?:了)?$`);
const RATE = new RegExp(`^[，,](?:同比|环比)?(?:增长|下降|上升|增幅|降幅|${UP}|${DOWN})(?:为|了|约)?$`);
const FALLS = new RegExp(`^(?:${DOWN})$`);

/** 较上季度的3,142件减少266件，环比下降8.5%: base, change and rate, whatever stands before. */
function againstStatedBase({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((base, at): Tie[] => {
    const [amount, rate] = [claims[at + 1], claims[at + 2]];
    if (!amount || !rate || base.isRatio || rate.quantity.unit !== '%') return [];
    if (amount.quantity.unit !== base.quantity.unit || !COMPARED.test(wordsBefore(text, base))) return [];
    const word = CHANGED.exec(amount.spot.gap)?.[1];
    if (word === undefined || !RATE.test(rate.spot.gap)) return [];
    const falls = FALLS.test(word);
    if (falls !== /下降|降幅|减少|降低|缩短/.test(rate.spot.gap)) return [];
    const size = absolute(amount.value);
    const current = falls ? subtract(base.value, size) : add(base.value, size);
    if (base.value.units <= 0n) return [];
    return [
      buildTie({
        kind: 'growth',
        form: 'rate',
        stated: termOf(quantities, rate.fact.quantity, falls ? negate(absolute(rate.value)) : rate.value),
        operands: [
          {
            role: 'current',
            term: computed(
              quantities,
              amount,
              current,
              `(${base.quantity.raw} ${falls ? '-' : '+'} ${amount.quantity.raw})`,
            ),
          },
          { role: 'base', term: termOf(quantities, base.fact.quantity) },
        ],
        counted: areCounted([base, amount]),
        doubt: doubtIn(text, rate.spot.from, rate.spot.to),
      }),
    ];
  });
}

const computed = (
  quantities: TieInput['quantities'],
  { fact }: Claim,
  value: Decimal,
  shown: string,
): TextTerm => ({ ...termOf(quantities, fact.quantity, value), shown });

const TOGETHER =
  /(?:同比|比上年同期|较上年同期|比上年|较上年)(?:均)?分别(?<word>增长|下降|增加|减少|上升|提高)(?:了)?$/;
const LAST_YEAR = /^[^。；]{0,4}[。；，（(](?:上年|去年)(?:同期)?(?:分别)?为$/;

/** 18.46亿笔、9,872.35亿元，同比分别增长12.6%和8.9%。上年同期为16.39亿笔、9,065.52亿元: one by one. */
function respectively(input: TieInput, paragraph: Paragraph): Tie[] {
  const { text, claims } = paragraph;
  return claims.flatMap((first, at): Tie[] => {
    const word = TOGETHER.exec(text.slice(Math.max(0, first.spot.from - REACH), first.spot.from))?.groups?.[
      'word'
    ];
    if (word === undefined || first.quantity.unit !== '%') return [];
    const rates = takeWhile(
      claims.slice(at),
      (one, nth) => one.quantity.unit === '%' && (nth === 0 || /^[和、及]$/.test(one.spot.gap)),
    );
    const currents = claims.slice(0, at).slice(-rates.length);
    const bases = claims.slice(at + rates.length, at + 2 * rates.length);
    if (rates.length < 2 || currents.length < rates.length || bases.length < rates.length) return [];
    if (!LAST_YEAR.test(bases[0]?.spot.gap ?? '')) return [];
    const falls = /下降|减少/.test(word);
    return rates.flatMap((rate, nth): Tie[] => {
      const [current, base] = [currents[nth], bases[nth]];
      if (!current || !base || current.isRatio || current.quantity.unit !== base.quantity.unit) return [];
      return [rateTie(input, paragraph, { rate, falls, current, base })];
    });
  });
}

function takeWhile<T>(items: readonly T[], holds: (item: T, index: number) => boolean): readonly T[] {
  const end = items.findIndex((item, index) => !holds(item, index));
  return end < 0 ? items : items.slice(0, end);
}
