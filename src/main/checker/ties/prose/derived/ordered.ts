import type { Claim } from '../claims';
import { isChange } from '../levels';
import { currentOf } from './order';
import type { Sought, Strength } from './reading';
import { comparedWith, wordsBefore } from './words';

const REACH = 150;
const FEW_DIGITS = 3;
/** A place among others, a mark: the lesser is the higher. */
const NO_MEASURE = /^(?:位|名次|级|等|档|版|号)$/;

/** Whether the words tell in which order two figures follow each other, and whether it is the other one. */
export const ordered = (sought: Sought, current: Claim, base: Claim): Strength => ({
  isContrary: () => laterIn(sought, current, base) === base,
  isOrdered: () => isPlain(sought, current, base) && laterIn(sought, current, base) === current,
});

function laterIn({ text, claims, claim }: Sought, current: Claim, base: Claim): Claim | null {
  const told = comparedWith(text, claims, claims.indexOf(claim));
  if (told?.quantity.unit !== current.quantity.unit) return currentOf(text, claim, current, base);
  return told === base ? current : told === current ? base : null;
}

/** Two levels told near, and so exactly that they do not lie so far apart by chance. */
function isPlain({ text, claims, claim }: Sought, current: Claim, base: Claim): boolean {
  const both = [current, base];
  if (NO_MEASURE.test(current.quantity.unit)) return false;
  if (both.some((one) => one.value.units <= 0n || isChange(one, text) || isFall(one, text))) return false;
  const first = Math.min(...both.map(({ spot }) => spot.from), claim.spot.from);
  const last = Math.max(...both.map(({ spot }) => spot.to), claim.spot.to);
  if (last - first > REACH || (text.slice(first, last).match(/。/g) ?? []).length > 1) return false;
  if (digitsOf(claim) >= FEW_DIGITS) return true;
  if (/其中/.test(text.slice(first, last))) return false;
  const like = claims.filter(
    (one) => one !== claim && one.quantity.unit === current.quantity.unit && !isChange(one, text),
  );
  const own = like.filter(({ spot }) => spot.sentence === claim.spot.sentence);
  if (own.length > 0) return own.length === 2 && own.every((one) => both.includes(one));
  const before = like.filter(({ spot }) => spot.to <= claim.spot.from).slice(-2);
  return COMPARED.test(wordsBefore(text, claim, 14)) && both.every((one) => before.includes(one));
}

const COMPARED = /同比|环比|[较比]/;
const digitsOf = ({ quantity: { raw } }: Claim): number => raw.replace(/\D/g, '').replace(/^0+/, '').length;

/** 下降5.20%: it is less where the figure is greater. */
const isFall = (one: Claim, text: string): boolean =>
  one.isRatio && /[降减跌缩落亏](?:低|少|幅|短)?(?:了|为|达)?$/.test(wordsBefore(text, one, 5));
