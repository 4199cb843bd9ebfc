import { add, compare, subtract, zero } from '../../../../shared/decimal';
import type { TermRole, Tie, TieForm } from '../../../../shared/model/tie';
import { buildTie, termOf } from '../build';
import type { TieInput } from '../input';
import { areCounted, type Claim, doubtIn, type Paragraph } from './claims';
import { isChange, isMeasuredAgainst } from './levels';

/** What words alone say of the figures of one paragraph: 净资产, 净增, 办结率, 两项合计, 9月较8月减少. */
export const identityTies = (input: TieInput, paragraph: Paragraph): readonly Tie[] => [
  ...differences(input, paragraph),
  ...rates(input, paragraph),
  ...totals(input, paragraph),
  ...rests(input, paragraph),
  ...betweenPeriods(input, paragraph),
];

/** 间接机构318家，比年初净增21家: the clause has its own figure. */
const OWN_LEVEL = /\d[\d.,]*[万亿]?\p{Script=Han}/u;

interface Difference {
  /** There is but one of each in a report: 资产, 负债. */
  readonly oneStock?: boolean;
  readonly result: RegExp;
  readonly from: RegExp;
  readonly less: RegExp;
}

/** Accounting identities by the words right before their figures. */
const DIFFERENCES: readonly Difference[] = [
  {
    oneStock: true,
    result: /(?:净资产|所有者权益|股东权益|权益总额)(?:总额|合计)?(?:为|达)?$/,
    from: /(?<!净|流动|固定|无形|不良)资产(?:总额|总计|合计)?(?:为|达)?$/,
    less: /(?<!流动)负债(?:总额|总计|合计)?(?:为|达)?$/,
  },
  {
    result: /净(?:增加?|增长)[^，。；\d]{0,6}$/,
    from: /(?<!净)(?:新增|新接入|新引入|新签约|新建|增加|新开|新发展)[^，。；\d]{0,8}$/,
    less: /(?:注销|退出|减少|流失|撤销|清退|关闭|关停|下线|停用|终止|淘汰|销户)[^，。；\d]{0,8}$/,
  },
];

const headOf = (text: string, { spot }: Claim): string => text.slice(Math.max(0, spot.from - 16), spot.from);

/** 资产12.45亿元，负债8.13亿元，净资产4.32亿元. */
function differences({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return DIFFERENCES.flatMap(({ result, from, less, oneStock = false }): Tie[] => {
    const find = (pattern: RegExp): readonly Claim[] =>
      claims.filter((one) => !one.isRatio && pattern.test(headOf(text, one)));
    const [results, wholes, rests] = [find(result), find(from), find(less)];
    const [stated, current, base] = [results[0], wholes[0], rests[0]];
    // More than one of a kind: of which, the words do not say.
    if (!stated || !current || !base || results.length + wholes.length + rests.length > 3) return [];
    if (new Set([stated, current, base].map(({ quantity }) => quantity.unit)).size > 1) return [];
    // 新增8家、退出2家；另一类318家，净增21家: another kind behind the semicolon.
    const places = [stated, current, base].map(({ spot }) => spot.from);
    const net = text.slice(text.lastIndexOf('；', stated.spot.from) + 1, stated.spot.from);
    if (
      !oneStock &&
      OWN_LEVEL.test(net) &&
      !net.includes('其中') &&
      Math.min(...places) < stated.spot.from - net.length
    )
      return [];
    return [
      tieOf(quantities, text, 'difference', stated, [
        ['current', current],
        ['base', base],
      ]),
    ];
  });
}

const RATE =
  /(?<narrow>按期|及时|准时|限期|首次|当日|当场|一次性?)?(?<verb>办结|完成|整改|采纳|通过|修复|回复|调解成功|合格|不合格)率(?:为|达到?|是)?$/;

/** 受理1,024件，办结1,020件，办结率99.6%: the rate bears the name of its part. */
function rates({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((rate, at): Tie[] => {
    if (rate.quantity.unit !== '%') return [];
    const { verb, narrow = '' } = RATE.exec(headOf(text, rate))?.groups ?? {};
    if (verb === undefined) return [];
    const before = claims.slice(0, at).filter((one) => !one.isRatio);
    const part = before.at(-1);
    const whole = before.findLast(
      (one) =>
        one !== part &&
        one.quantity.unit === part?.quantity.unit &&
        compare(one.value, part?.value ?? one.value) >= 0,
    );
    if (!part || !whole || part.spot.sentence !== rate.spot.sentence) return [];
    if (!new RegExp(`(?<!未|没有|尚未|不|非)${verb}[^，。；、\\d]{0,6}$`).test(headOf(text, part))) return [];
    if (!headOf(text, part).includes(narrow)) return [];
    if (!isNeighbour(text, part, rate)) return [];
    return [
      tieOf(quantities, text, 'share', rate, [
        ['part', part],
        ['whole', whole],
      ]),
    ];
  });
}

const isNeighbour = (text: string, a: Claim, b: Claim): boolean =>
  /^[，,（(][^，。；]{0,12}$/.test(text.slice(a.spot.to, b.spot.from));

const NUMBERS = '两三四五六七八九';
/** Not 后五个层面共115项, which are those of a list and no figures before. */
const TOTAL = new RegExp(
  `(?<![前后第])(?<count>[${NUMBERS}])(?:项|者|类|种|部分|方面|家|个)[^，。；\\d]{0,10}(?:合计|共计|共|总计)(?:为|达)?$`,
);

/** 收单金额2,865.3亿元…；互联网支付金额318.7亿元…。两项业务金额合计3,184.0亿元. */
function totals({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((whole, at): Tie[] => {
    const count = TOTAL.exec(text.slice(Math.max(0, whole.spot.from - 20), whole.spot.from))?.groups?.[
      'count'
    ];
    if (count === undefined || whole.isRatio) return [];
    const needed = NUMBERS.indexOf(count) + 2;
    const start = text.lastIndexOf('。', text.lastIndexOf('。', whole.spot.from - 1) - 1) + 1;
    const parts = claims
      .slice(0, at)
      .filter(
        (one) =>
          !one.isRatio &&
          one.quantity.unit === whole.quantity.unit &&
          one.spot.from >= start &&
          !isMeasuredAgainst(one, text) &&
          !/(?:增加|减少|增长|下降|其中|合计|共计|占)[^，。；]{0,8}$/.test(headOf(text, one)),
      );
    const nearest = claims
      .slice(0, at)
      .filter((one) => !one.isRatio && one.quantity.unit === whole.quantity.unit && !isChange(one, text))
      .slice(-needed);
    const sum = nearest.reduce((all, { value }) => add(all, value), zero);
    const isNearest = nearest.length === needed && compare(sum, whole.value) === 0;
    if (!isNearest && parts.length !== needed) return [];
    const read = isNearest ? nearest : parts;
    return [
      tieOf(
        quantities,
        text,
        'sum',
        whole,
        read.map((part) => ['addend', part] as const),
      ),
    ];
  });
}

const REST = /其余[^，。；、\d]{0,6}$/;

/** 受理1,860件，办结1,849件，其余11件: what is left of the figure before last. */
function rests({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((rest, at): Tie[] => {
    if (rest.isRatio || rest.quantity.approximator !== null || !REST.test(headOf(text, rest))) return [];
    const alike = claims
      .slice(0, at)
      .filter((one) => one.quantity.unit === rest.quantity.unit && one.quantity.approximator === null);
    const part = alike.at(-1);
    // The parts of 其中 in between are smaller than what was done of the whole.
    const wholes = alike.slice(0, -1).filter((one) => part && compare(one.value, part.value) >= 0);
    const whole =
      wholes.find((one) => part && compare(subtract(one.value, part.value), rest.value) === 0) ??
      wholes.findLast((one) => !isMeasuredAgainst(one, text) && !isChange(one, text));
    if (!whole || !part) return [];
    // Of three figures of one sentence the first may be the whole; then the last two do not tell what is left.
    const inside = alike.filter(
      (one) => one !== whole && one !== part && one.spot.sentence === part.spot.sentence,
    );
    if (inside.length > 0) return [];
    const isDone = /(?:已|完成|办结|整改|采纳|核实|更正|补齐)[^，。；\d]{0,6}$/.test(headOf(text, part));
    if (!isDone || /。/.test(text.slice(part.spot.to, rest.spot.from))) return [];
    return [
      tieOf(quantities, text, 'difference', rest, [
        ['current', whole],
        ['base', part],
      ]),
    ];
  });
}

const PERIOD = '\\d{1,2}月份?|[一二三四]季度|[上下]半年|\\d{4}年';
const BETWEEN = new RegExp(
  `(?<current>${PERIOD})[^，。；\\d]{0,14}[较比](?<base>${PERIOD})(?:末)?(?<word>增加|减少|多|少|增长|下降|上升)(?:了)?$`,
);
const FALL = /减少|少|下降/;

/** 7月、8月分别处理…笔，8月较7月增加66.2万笔: each period has one figure of that unit in the paragraph. */
function betweenPeriods({ quantities }: TieInput, { text, claims }: Paragraph): Tie[] {
  return claims.flatMap((change): Tie[] => {
    const found = BETWEEN.exec(text.slice(Math.max(0, change.spot.from - 40), change.spot.from))?.groups;
    if (!found) return [];
    const ofPeriod = (word: string): readonly Claim[] => {
      const period = periodEnding(word);
      return claims.filter(
        (one) =>
          one !== change &&
          one.quantity.unit === change.quantity.unit &&
          one.spot.to <= change.spot.from &&
          period !== '' &&
          one.fact.period.endsWith(period),
      );
    };
    const [currents, bases] = [ofPeriod(found['current'] ?? ''), ofPeriod(found['base'] ?? '')];
    const [current, base] = [currents[0], bases[0]];
    if (!current || !base || currents.length > 1 || bases.length > 1 || change.isRatio) return [];
    const falls = FALL.test(found['word'] ?? '');
    // 减少30.5万笔 is what the base has more.
    const terms = falls
      ? ([
          ['current', base],
          ['base', current],
        ] as const)
      : ([
          ['current', current],
          ['base', base],
        ] as const);
    return [tieOf(quantities, text, 'difference', change, terms)];
  });
}

/** How a period ends as facts write it: `-09` for 9月, `Q3` for 三季度. */
function periodEnding(word: string): string {
  const month = /^(\d{1,2})月/.exec(word)?.[1];
  if (month !== undefined) return `-${month.padStart(2, '0')}`;
  const quarter = '一二三四'.indexOf(word.charAt(0)) + 1;
  return word.includes('季度') && quarter > 0 ? `Q${quarter}` : '';
}

const KINDS: Readonly<Partial<Record<TieForm, Tie['kind']>>> = {
  difference: 'growth',
  share: 'share',
  sum: 'sum',
};

function tieOf(
  quantities: TieInput['quantities'],
  text: string,
  form: 'difference' | 'share' | 'sum',
  stated: Claim,
  operands: readonly (readonly [TermRole, Claim])[],
): Tie {
  return buildTie({
    kind: KINDS[form] ?? 'sum',
    form,
    stated: termOf(quantities, stated.fact.quantity),
    operands: operands.map(([role, { fact }]) => ({ role, term: termOf(quantities, fact.quantity) })),
    exact: form !== 'share' && areCounted([stated, ...operands.map(([, claim]) => claim)]),
    counted: form === 'share' && areCounted(operands.map(([, claim]) => claim)),
    doubt: doubtIn(text, stated.spot.from, stated.spot.to),
  });
}
