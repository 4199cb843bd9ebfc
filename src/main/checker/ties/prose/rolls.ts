import {
  absolute,
  add,
  compare,
  type Decimal,
  formatDecimal,
  negate,
  shift,
  subtract,
} from '../../../../shared/decimal';
import type { Tie } from '../../../../shared/model/tie';
import { isSlipOf } from '../../../figures/identity/slip';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, type Paragraph } from './claims';
import { rateTie } from './growth';

const OPENING =
  /(?<![较比于到至])(?:年初|期初|上年末|去年末|上季度?末|上月末|月初|季初|(?:19|20)\d{2}年初|(?:19|20)\d{2}年末)，?[^，。；、\d较比增减]{0,14}$/;
const CLOSING =
  /(?:年末|期末|季末|月末|年底|月底|截至[^，。；]{2,14}[日末底]，?)[^，。；、\d较比增减]{0,14}$/;
const COMES =
  /(?:新增|增加|新开|进场|新建|新签|新设|新制定|制定|计提|提取|流入|入金|接入|入职|招聘|转入|补提|吸收|归集|发放|调入|入库|收入|购入|收到|充值|制卡|发行|投放|划入|存入)[^，。；、\d]{0,8}$/;
const GOES =
  /(?:注销|撤销|销户|解约|离场|清退|废止|减少|退出|核销|使用|动用|下线|关闭|离职|转出|流出|出金|支出|归还|偿还|终止|撤并|淘汰|停用|调出|售出|销毁|损坏|出库|消费|赎回|支付|领用|消耗|报废|划出|核减|作废)[^，。；、\d]{0,8}$/;
/** 收回 adds to what is owed back and takes from what is out. */
const EITHER = /(?:收回|转回|清理|退回|调整)[^，。；、\d]{0,8}$/;
const NEUTRAL = /(?:修订|修改|更新|更换)[^，。；、\d]{0,8}$/;
const NET = /净[^，。；、\d]{0,8}$/;
const REACH = 30;
const LEAST = 10n;

const headOf = (text: string, { spot }: Claim): string =>
  text
    .slice(Math.max(0, spot.from - REACH), spot.from)
    .split(/[。；]/)
    .at(-1) ?? '';

/** What a paragraph says of one stock at two moments. */
export const rollTies = (input: TieInput, paragraph: Paragraph): readonly Tie[] => {
  const stocks = stocksIn(paragraph);
  return [
    ...stocks.flatMap((stock) => balanceTie(input, paragraph, stock)),
    ...stocks.flatMap((stock) => sinceOpening(input, paragraph, stock)),
    ...stocks.flatMap((stock) => addedSince(input, paragraph, stock)),
  ];
};

interface Stock {
  readonly opening: Claim;
  readonly closing: Claim;
}

/** The one opening and the one closing figure of each unit. */
function stocksIn({ text, claims }: Paragraph): readonly Stock[] {
  const figures = claims.filter(({ isRatio, quantity }) => !isRatio && quantity.approximator === null);
  const units = new Set(figures.map(({ quantity }) => quantity.unit));
  return [...units].flatMap((unit): Stock[] => {
    const own = figures.filter(({ quantity }) => quantity.unit === unit);
    const openings = own.filter((one) => OPENING.test(headOf(text, one)) && !/的$/.test(headOf(text, one)));
    const [opening, ...others] = openings;
    const closings = own.filter(
      (one) =>
        opening !== undefined &&
        one.spot.from > opening.spot.to &&
        CLOSING.test(headOf(text, one)) &&
        !openings.includes(one),
    );
    const [closing] = closings;
    return opening && closing && others.length === 0 && closings.length === 1 ? [{ opening, closing }] : [];
  });
}

/** 年初18.64万户；新增4.27万户，清退2.35万户，年末20.56万户. */
function balanceTie(
  { quantities }: TieInput,
  { text, claims }: Paragraph,
  { opening, closing }: Stock,
): Tie[] {
  const flows = claims.filter(
    (one) =>
      !one.isRatio &&
      one.quantity.unit === opening.quantity.unit &&
      one.spot.from > opening.spot.to &&
      one.spot.to < closing.spot.from &&
      !NET.test(headOf(text, one)),
  );
  const came = flows.filter((one) => COMES.test(headOf(text, one)));
  const went = flows.filter((one) => GOES.test(headOf(text, one)) && !came.includes(one));
  if (came.length + went.length === 0 || flows.length > 6) return [];
  if (flows.some((one) => EITHER.test(headOf(text, one)))) return [];
  const sum = went.reduce(
    (all, { value }) => subtract(all, value),
    came.reduce((all, { value }) => add(all, value), opening.value),
  );
  const precision = Math.max(
    ...[opening, closing, ...came, ...went].map(({ quantity }) => quantity.precision),
  );
  const read = new Set([...came, ...went]);
  const isSure =
    came.length > 0 &&
    went.length > 0 &&
    flows.every((one) => read.has(one) || NEUTRAL.test(headOf(text, one)));
  const isSlip =
    compare(sum, closing.value) !== 0 &&
    (isSlipOf(formatDecimal(sum), closing.quantity.value, precision) ||
      isUnitSlip(subtract(closing.value, sum), [closing, opening, ...came, ...went]));
  const tie = buildTie({
    kind: 'sum',
    form: 'sum',
    stated: termOf(quantities, closing.fact.quantity),
    operands: [
      { role: 'addend', term: termOf(quantities, opening.fact.quantity) },
      ...came.map((one) => ({ role: 'addend' as const, term: termOf(quantities, one.fact.quantity) })),
      ...went.map((one) => ({ role: 'subtrahend' as const, term: termOf(quantities, one.fact.quantity) })),
    ],
    exact: areCounted([opening, closing, ...came, ...went]),
  });
  return tie.status !== 'fail' || isSure || isSlip ? [tie] : [];
}

const POWERS = [4, -4, 8, -8];

/** One figure in 亿 for 万 explains all of the gap. */
const isUnitSlip = (gap: Decimal, figures: readonly Claim[]): boolean =>
  figures.some(({ value }) =>
    POWERS.some((power) => compare(absolute(subtract(shift(value, power), value)), absolute(gap)) === 0),
  );

const SINCE =
  /[较比与](?:年初|期初|上年末|去年末|上季度?末|上月末|月初)(?:相比)?(?<word>增长|上升|下降|减少|增加|提高|降低)(?:了|约)?$/;

/** 期末余额32,299.72万元，较季初增加1,023.18万元. */
function addedSince(
  { quantities }: TieInput,
  { text, claims }: Paragraph,
  { opening, closing }: Stock,
): Tie[] {
  const change = claims[claims.indexOf(closing) + 1];
  if (change?.quantity.unit !== closing.quantity.unit || change.quantity.approximator !== null) return [];
  const gap = text.slice(closing.spot.to, change.spot.from);
  const word = SINCE.exec(gap)?.groups?.['word'];
  if (word === undefined || !/^[，,（(]/.test(gap) || /[。；]/.test(gap)) return [];
  const falls = /下降|减少|降低/.test(word);
  return [
    buildTie({
      kind: 'growth',
      form: 'difference',
      stated: termOf(quantities, change.fact.quantity, falls ? negate(change.value) : change.value),
      operands: [
        { role: 'current', term: termOf(quantities, closing.fact.quantity) },
        { role: 'base', term: termOf(quantities, opening.fact.quantity) },
      ],
      exact: areCounted([change, closing, opening]),
    }),
  ];
}

/** 年初余额41,286.35万元…6月末余额43,578.64万元，较年初增长5.55%. */
function sinceOpening(input: TieInput, paragraph: Paragraph, { opening, closing }: Stock): Tie[] {
  const { text, claims } = paragraph;
  const rate = claims[claims.indexOf(closing) + 1];
  if (rate?.quantity.unit !== '%' || opening.value.units < LEAST) return [];
  const gap = text.slice(closing.spot.to, rate.spot.from);
  const word = SINCE.exec(gap)?.groups?.['word'];
  if (word === undefined || !/^[，,（(]/.test(gap) || /[。；]/.test(gap)) return [];
  return [
    rateTie(input, paragraph, { rate, falls: /下降|减少|降低/.test(word), current: closing, base: opening }),
  ];
}
