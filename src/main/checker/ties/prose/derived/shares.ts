import { compare } from '../../../../../shared/decimal';
import type { Claim } from '../claims';
import { isChange } from '../levels';
import { type Reading, reading, type Sought, together } from './reading';
import { isInOneSentence, isListedWith, wordsBefore } from './words';

/** Of how many figures before it the share may be. */
const FRONTS = 4;

/** A figure before it in its sentence, of any of its unit around; of two together; what is listed before it, together. */
export function shares(sought: Sought): readonly Reading[] {
  const { quantities, text, claim, around, before } = sought;
  const fronts = before.filter((one) => !one.isRatio && one.spot.sentence === claim.spot.sentence);
  const wholes = around.filter((one) => !one.isRatio && one.value.units > 0n).reverse();
  const named = namedPart(sought, fronts);
  const last = named ?? fronts.at(-1);
  const ofOwnList = named ? ofAllListed(sought, named, fronts) : [];
  const others = fronts
    .slice(-FRONTS)
    .reverse()
    .flatMap((part) =>
      wholes
        .filter((one) => one !== part && one.quantity.unit === part.quantity.unit)
        .flatMap((whole): readonly Reading[] => {
          const isNear = (): boolean => part === last && isNearShare(text, claim, part, whole);
          return [
            reading(
              sought,
              'share',
              [
                ['part', part],
                ['whole', whole],
              ],
              { isNear },
            ),
            reading(sought, 'share', [
              ['part', part],
              ['whole', together(quantities, [part, whole])],
            ]),
            ...(part === last ? ofListed(sought, part, whole) : []),
          ];
        }),
    );
  return [...ofOwnList, ...others, ...(last ? ofListBefore(sought, last) : [])];
}

/** …不一致5784户、不真实1060户…，其中身份核验不一致占60.00%: the listed one of that name. */
function namedPart({ text, claim }: Sought, fronts: readonly Claim[]): Claim | undefined {
  const name = /其中(?<name>[\p{Script=Han}]{3,16})占(?:比)?(?:为|达)?$/u.exec(wordsBefore(text, claim, 22))
    ?.groups?.['name'];
  const bearers = name === undefined ? [] : fronts.filter(({ spot }) => spot.head.endsWith(name));
  return bearers.length === 1 ? bearers[0] : undefined;
}

const LEAST = 3;

/** Of what is listed side by side with it, all together. */
function ofAllListed(sought: Sought, part: Claim, fronts: readonly Claim[]): readonly Reading[] {
  const { quantities, text } = sought;
  const list = fronts.filter(({ quantity }) => quantity.unit === part.quantity.unit);
  const from = list.findLastIndex((one, at) => at > 0 && !isListedWith(text, list[at - 1] ?? one, one));
  const own = list.slice(Math.max(0, from));
  if (own.length < LEAST || !own.includes(part)) return [];
  const whole = together(quantities, own);
  return [
    reading(
      sought,
      'share',
      [
        ['part', part],
        ['whole', whole],
      ],
      { isNear: () => true },
    ),
  ];
}

/** 货物22.40亿美元、酒店2.52亿美元、…。后三类合计5.60亿美元，占20.00%: of what the sentence before lists, all together. */
function ofListBefore(sought: Sought, part: Claim): readonly Reading[] {
  const { quantities, claims } = sought;
  const like = claims.filter(
    (one) => one.quantity.unit === part.quantity.unit && one.spot.sentence < part.spot.sentence,
  );
  const list = like.filter(({ spot }) => spot.sentence === like.at(-1)?.spot.sentence);
  if (list.length < LEAST) return [];
  const operands = [['part', part] as const, ['whole', together(quantities, list)] as const];
  return [reading(sought, 'share', operands)];
}

const REFERS = /占|其中|率|比/;
const HAS_SHARE = /^[，,（(、]?占[^，。；\d]{0,10}\d/;

function isNearShare(text: string, rate: Claim, part: Claim, whole: Claim): boolean {
  return (
    compare(whole.value, part.value) > 0 &&
    whole.spot.to <= part.spot.from &&
    !isListedWith(text, whole, part) &&
    !HAS_SHARE.test(text.slice(whole.spot.to, whole.spot.to + 16)) &&
    !isNarrower(text, part, rate) &&
    isInOneSentence(text, part, rate) &&
    isInOneSentence(text, whole, part) &&
    REFERS.test(text.slice(part.spot.to, rate.spot.from)) &&
    !isChange(part, text) &&
    !isChange(whole, text)
  );
}

const NARROW = /按期|及时|准时|限期|一次性?|首次|当日|当场|有效|自行|[不未]/;

/** 办结517件，按期办结率: of those that were in time, which no figure tells. */
function isNarrower(text: string, part: Claim, rate: Claim): boolean {
  const word = NARROW.exec(text.slice(part.spot.to, rate.spot.from))?.[0];
  return word !== undefined && !wordsBefore(text, part, 18).includes(word);
}

const TWO = /[两二]\p{Script=Han}{1,3}合计/u;

/** 甲412亿元和乙386亿元，两区合计占68.47%: what is listed right before it, together. */
function ofListed(sought: Sought, part: Claim, whole: Claim): readonly Reading[] {
  const { quantities, text, claims, claim } = sought;
  const list = [part];
  for (let at = claims.indexOf(part) - 1; at >= 0; at--) {
    const [one, next] = [claims[at], list[0]];
    if (!one || !next || one === whole || one.quantity.unit !== part.quantity.unit) break;
    list.unshift(one);
    if (!isListedWith(text, one, next)) break;
  }
  return list.slice(1).map((_, at): Reading => {
    const own = list.slice(list.length - 2 - at);
    const sum = together(quantities, own);
    const isNear = (): boolean => {
      const words = text.slice(part.spot.to, claim.spot.from);
      const isList = own.every((one, nth) => nth === 0 || isListedWith(text, own[nth - 1] ?? one, one));
      const isMeant = TWO.test(words)
        ? own.length === 2
        : /合计|共/.test(words) && own.length === list.length;
      return isList && isMeant && compare(whole.value, sum.value) > 0;
    };
    return reading(
      sought,
      'share',
      [
        ['part', sum],
        ['whole', whole],
      ],
      { isNear },
    );
  });
}
