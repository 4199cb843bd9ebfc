import { compare } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import type { TieInput } from '../input';
import type { Breakdown } from './breakdowns';
import type { Claim, Paragraph } from './claims';
import { inlineShare, measuredShare } from './share-measured';
import { nearWhole, UNNAMED } from './share-near';
import { isOneOfSeveral, severalOf } from './share-several';
import { shareTie } from './share-tie';
import { hasOwnShare, namedWhole, sampled, sentenceWhole } from './share-wholes';

/** 占进出口总额的46.6%, 占比25%, 占全部的三分之一. */
const SHARE = /占(?<of>[^，。；\d]{0,20}?)(?:的比重|的比例|比重|比例|比)?(?:的|为|达|达到|约|近|超|超过)*$/;
const GENERIC = /^(?:其|总|全部|全体|总量|总额|总数|全国|全市|全省|总体|整体|合计|同期|各项|比|比重)*$/;

/** A share against the part before it and the whole that it names, or that the part is a part of. */
export function shareTies(
  { quantities }: TieInput,
  { text, claims }: Paragraph,
  breakdowns: readonly Breakdown[],
): readonly Tie[] {
  const wholes = new Map(
    breakdowns.flatMap(({ whole, parts }) => parts.map((part) => [part.fact.quantity, whole])),
  );
  return claims.flatMap((rate, at): Tie[] => {
    if (rate.quantity.unit === '倍')
      return [measuredShare(quantities, text, claims, at, 'multiple')].filter((tie) => tie !== null);
    if (rate.quantity.unit !== '%') return [];
    const measured = measuredShare(quantities, text, claims, at);
    if (measured) return [measured];
    const inline = inlineShare(text, claims, at);
    if (inline) return [shareTie(quantities, text, rate, inline.part, inline.whole)];
    const own = namedShare(text, claims, at, wholes);
    if (own) return [shareTie(quantities, text, rate, own.part, own.whole)];
    const before = text.slice(Math.max(0, rate.spot.from - 40), rate.spot.from).replace(ASIDE, '');
    const match = SHARE.exec(before);
    if (!match) return [];
    const of = (match.groups?.['of'] ?? '').replace(/(?:的|为|约)$/, '');
    const part = claims
      .slice(0, at)
      .findLast((one) => !one.isRatio && one.spot.sentence === rate.spot.sentence);
    if (!part || /[。；]/.test(text.slice(part.spot.to, rate.spot.from)) || isStranger(part, rate, text))
      return [];
    const whole = GENERIC.test(of)
      ? (wholes.get(part.fact.quantity) ??
        sentenceWhole(text, breakdowns, part) ??
        sampled(text, claims, part))
      : namedWhole(text, claims, at, part, of);
    if (isOneOfSeveral(text, claims, part)) return severalOf(quantities, text, claims, rate, part, whole);
    if (!whole && GENERIC.test(of) && rate.quantity.approximator === null) {
      const near = nearWhole(text, claims, part, rate);
      return near
        ? [shareTie(quantities, text, rate, part, near.whole, { doubt: near.isSlip ? UNNAMED : '' })]
        : [];
    }
    if (!whole || whole.quantity.unit !== part.quantity.unit || whole === part) return [];
    const tie = shareTie(quantities, text, rate, part, whole);
    // 前五名合计5,256.25万元，占59.93%，其中第一名1,862.40万元，占21.23%: of what the five are 59.93 % of.
    if (hasOwnShare(text, whole) && tie.status !== 'pass') return [];
    // A part that is larger than its whole is of another, unless a slip made it so.
    return compare(part.value, whole.value) <= 0 || isSlipped(tie) ? [tie] : [];
  });
}

const isSlipped = ({ status, expected, terms: [stated] }: Tie): boolean =>
  status === 'fail' &&
  stated?.figure !== undefined &&
  isSlipOf(expected.replace(/[^\d.]/g, ''), stated.figure.value, stated.figure.precision);

const ASIDE = /[（(][^（）()\d]{0,16}[）)]/g;
const NAMED = /(?<name>\p{Script=Han}{2,8})占比(?:为|达到?)?$/u;

/** 税收占比74.1% behind 其中：税收收入138.05亿元: the share bears the name of its part. */
function namedShare(
  text: string,
  claims: readonly Claim[],
  at: number,
  wholes: ReadonlyMap<number, Claim>,
): { readonly part: Claim; readonly whole: Claim } | null {
  const rate = claims[at];
  const name =
    rate && NAMED.exec(text.slice(Math.max(0, rate.spot.from - 14), rate.spot.from))?.groups?.['name'];
  if (!name) return null;
  const bears = new RegExp(`(?:^|[^\\p{Script=Han}]|其中)${name}`, 'u');
  const parts = claims.slice(0, at).filter((one) => !one.isRatio && bears.test(one.spot.head));
  const [part, ...others] = parts;
  const whole = part && wholes.get(part.fact.quantity);
  return part && whole && others.length === 0 ? { part, whole } : null;
}

/** Another subject between figure and share: 新增1.2万户，小微商户占60%. */
function isStranger(part: Claim, rate: Claim, text: string): boolean {
  const between = text.slice(part.spot.to, rate.spot.from).replace(/^[（(][^（）()]*[）)]/, '');
  const head = between.slice(0, Math.max(0, between.lastIndexOf('占')));
  const own = head.split(/[，,（(]/).at(-1) ?? '';
  // 同比增长5%，占…: a change of the same figure in between is no other subject.
  return (
    own.replace(/\d[\d.,]*[%％]?/g, '').replace(/^(?:约|共|合计|分别)+/, '').length > 1 &&
    !/增长|下降|增加|减少|提高|上升/.test(own)
  );
}
