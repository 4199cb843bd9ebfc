import { negate } from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { buildTie, type TieDraft, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { draftHolds, statedSlip } from './derived/slips';
import { isChange } from './levels';
import { NEAREST } from './nearest';

const NAME = '[\\p{Script=Han}A-Za-z]{2,12}';
/** 是网上支付笔数的14.57倍. */
const TIMES = new RegExp(`[，,；](?:是|为|相当于)(?:同期)?(?<base>${NAME})的(?:约)?$`, 'u');
/** 来账金额比往账金额多404.08亿元. */
const APART = new RegExp(
  `(?:^|[，,；。、])(?<own>${NAME}?)比(?<base>${NAME}?)(?:(?<up>多|高|增加)|(?<down>少|低|减少))出?$`,
  'u',
);
const SUBJECT = new RegExp(
  `^(?:其中，?|此外，)?(?<own>${NAME}?)(?:占|较|比|为|达|增|上升|下降|减少|同比|环比|，|,|\\d)`,
  'u',
);
const REACH = 32;
/** How the words before such a figure end. */
const ENDS = new Set('多少高低出的约加');

/** Figures of one paragraph that a later clause compares by their names. */
export function namedComparisonTies({ quantities }: TieInput, { text, claims }: Paragraph): readonly Tie[] {
  return claims.flatMap((claim): readonly Tie[] => {
    const { unit, approximator } = claim.quantity;
    if (approximator !== null || (claim.isRatio && unit !== '倍')) return [];
    if (!ENDS.has(text.charAt(claim.spot.from - 1))) return [];
    const head = text.slice(Math.max(0, claim.spot.from - REACH), claim.spot.from);
    const found = (unit === '倍' ? TIMES : APART).exec(head)?.groups;
    const name = unit === '倍' ? subjectOf(text, claim) : found?.['own'];
    if (!found || name === undefined) return [];
    const [current, base] = [name, found['base'] ?? ''].map((one) =>
      figureOf(text, claims, claim, one, unit === '倍' ? null : unit),
    );
    if (!current || !base || current === base || current.quantity.unit !== base.quantity.unit) return [];
    const terms = { current, base };
    const draft = draftOf(quantities, claim, terms, found['down'] !== undefined);
    if (draftHolds(draft)) return [buildTie(draft)];
    const isFirm = doubtIn(text, claim.spot.from, claim.spot.to) === '';
    return isFirm && statedSlip(draft) !== null ? [buildTie({ ...draft, doubt: NEAREST })] : [];
  });
}

/** What the clauses since the last full stop or semicolon speak of. */
function subjectOf(text: string, { spot }: Claim): string | undefined {
  const before = text.slice(0, spot.from);
  const start = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1;
  return SUBJECT.exec(before.slice(start))?.groups?.['own'];
}

const MEASURED = /^(?<entity>.{2,}?)(?:业务|交易)?(?<measure>笔数|金额|余额|户数|件数|人数|家数|台数)?$/u;
const UNITS: Readonly<Record<string, RegExp>> = {
  笔数: /^笔$/,
  金额: /元$/,
  余额: /元$/,
  户数: /^户$/,
  件数: /^[件起]$/,
  人数: /^[人名]$/,
  家数: /^家$/,
  台数: /^台$/,
};
const FAR = 48;

/** 网上支付笔数 → the figure in 笔 that follows 网上支付, nearest before the claim. */
function figureOf(
  text: string,
  claims: readonly Claim[],
  claim: Claim,
  name: string,
  unit: string | null,
): Claim | undefined {
  const { entity, measure } = MEASURED.exec(name)?.groups ?? {};
  if (entity === undefined || (measure === undefined && unit === null)) return undefined;
  const fits = ({ quantity }: Claim): boolean =>
    unit === null ? UNITS[measure ?? '']?.test(quantity.unit) === true : quantity.unit === unit;
  for (
    let at = text.lastIndexOf(entity, claim.spot.from);
    at >= 0;
    at = at === 0 ? -1 : text.lastIndexOf(entity, at - 1)
  ) {
    const found = claims.find(
      (one) => one.spot.from >= at + entity.length && fits(one) && !isChange(one, text),
    );
    const gap = found ? text.slice(at + entity.length, found.spot.from) : '';
    if (found && found.spot.to <= claim.spot.from && gap.length <= FAR && !/[。；]|其中/.test(gap))
      return found;
  }
  return undefined;
}

function draftOf(
  quantities: TieInput['quantities'],
  claim: Claim,
  { current, base }: { readonly current: Claim; readonly base: Claim },
  falls: boolean,
): TieDraft {
  const isTimes = claim.quantity.unit === '倍';
  return {
    kind: isTimes ? 'share' : 'growth',
    form: isTimes ? 'multiple' : 'difference',
    stated: termOf(quantities, claim.fact.quantity, falls ? negate(claim.value) : claim.value),
    operands: [
      { role: 'current', term: termOf(quantities, current.fact.quantity) },
      { role: 'base', term: termOf(quantities, base.fact.quantity) },
    ],
    exact: !isTimes && areCounted([claim, current, base]),
  };
}
