import { add, compare, formatDecimal, zero } from '../../../../shared/decimal';
import { isNearMiss } from '../../../figures/identity/near-miss';
import type { Breakdown } from './breakdowns';
import type { Claim, Paragraph } from './claims';
import { comparable } from './comparable';
import { isChange } from './levels';
import { isTotalAt } from './total-words';

const MOST_PARTS = 12;

/** A 3家、B 5家，共8家: the total closes the list. */
export function beforeTotal({ text, claims }: Paragraph): Breakdown[] {
  return claims.flatMap((whole, at): Breakdown[] => {
    if (whole.isRatio || !isTotalAt(text, whole.spot.from) || isOwnSpan(text, whole)) return [];
    const parts: Claim[] = [];
    // 加上…上年结转收入: of this year's total although the year before earned it.
    const added = text.slice(whole.spot.sentence, whole.spot.from).includes('加上');
    for (let back = at - 1; back >= 0 && parts.length < MOST_PARTS; back--) {
      const one = claims[back];
      if (!one || one.spot.sentence !== whole.spot.sentence) break;
      const next = parts[0] ?? whole;
      const gap = text.slice(one.spot.to, next.spot.from);
      if (one.quantity.unit !== whole.quantity.unit || isChange(one, text) || !/^[^。；\d]{0,24}$/.test(gap))
        break;
      if (
        !/[、，和及与]/.test(gap) ||
        !comparable(added ? { ...one, fact: { ...one.fact, period: '' } } : one, whole)
      )
        break;
      parts.unshift(one);
    }
    const open = /等/.test(text.slice(parts[0]?.spot.to ?? 0, whole.spot.from));
    // 修订7项，新订3项，现行制度合计24项: what there is, not what was done.
    const own =
      text
        .slice(parts.at(-1)?.spot.to ?? whole.spot.from, whole.spot.from)
        .split('，')
        .at(-1) ?? '';
    if (/现行|现有|在用|存量|年末|期末|目前|截至/.test(own)) return [];
    if (parts.length < 2 || open) return [];
    const summed = summedUp(text, claims, parts, whole);
    return [{ whole, parts: summed ?? parts, isWhole: summed !== null, from: -1 }];
  });
}

/** 从告警到恢复用时66分钟，从告警到解除共163分钟: the clause says itself from where to where. */
const isOwnSpan = (text: string, { spot }: Claim): boolean =>
  /[，；：][从自由][^，。；\d]{2,16}[到至][^，。；\d]{2,16}$/.test(
    text.slice(Math.max(0, spot.from - 44), spot.from),
  );

/**
 * 总行9人，分支机构专职11人、兼职68人，合计88人: a total may add up figures before the list too. Those that make it up, or would
 * but for a slip; null where earlier figures of the sentence leave open what it adds up.
 */
function summedUp(
  text: string,
  claims: readonly Claim[],
  parts: readonly Claim[],
  whole: Claim,
): readonly Claim[] | null {
  const named = namedIn(text, parts, whole);
  if (named) return named;
  const [first] = parts;
  const earlier = claims.filter(
    (one) =>
      first !== undefined &&
      one.spot.to <= first.spot.from &&
      one.spot.sentence === whole.spot.sentence &&
      !text.slice(one.spot.to, first.spot.from).includes('；') &&
      one.quantity.unit === whole.quantity.unit &&
      !isChange(one, text) &&
      comparable(one, whole),
  );
  if (earlier.length === 0) return parts;
  const readings = [parts, ...earlier.map((_, at) => [...earlier.slice(earlier.length - 1 - at), ...parts])];
  const sum = (reading: readonly Claim[]) => reading.reduce((all, { value }) => add(all, value), zero);
  return (
    readings.find((reading) => compare(sum(reading), whole.value) === 0) ??
    readings.find((reading) =>
      isNearMiss(formatDecimal(sum(reading)), whole.quantity.value, whole.quantity.precision, SLIP_DIGITS),
    ) ??
    null
  );
}

/** 甲级118家、乙级187家、丙级52家，甲级和乙级合计305家: the total says which of them it adds up. Null where it names none. */
function namedIn(text: string, parts: readonly Claim[], whole: Claim): readonly Claim[] | null {
  const last = parts.at(-1);
  const clause =
    last === undefined
      ? ''
      : (text
          .slice(last.spot.to, whole.spot.from)
          .split(/[，；]/)
          .at(-1) ?? '');
  if (!/[和与及、]/.test(clause)) return null;
  const named = parts.filter(({ spot }) => {
    const name = spot.head.replace(/^.*[，、；：]|(?:为|有|共)$/g, '').replace(/^其中/, '');
    return name.length > 1 && clause.includes(name);
  });
  return named.length > 1 ? named : null;
}

const SLIP_DIGITS = 2;
