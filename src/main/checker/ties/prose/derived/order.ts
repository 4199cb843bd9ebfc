import type { Claim } from '../claims';

/** When a figure is of, as far as its words tell: of an earlier time than the rest, of now, or so many months since year 0 (or within a year). */
interface When {
  readonly kind: 'earlier' | 'now' | 'dated' | 'none';
  /** Only of `dated`: comparable where `grain` is the same. */
  readonly at: number;
  readonly grain: string;
}

const NONE: When = { kind: 'none', at: 0, grain: '' };
const EARLIER: When = { kind: 'earlier', at: 0, grain: '' };
const NOW: When = { kind: 'now', at: 0, grain: '' };

const DONE = '整改|优化|升级|改造|调整|切换|治理|行动|活动|实施|上线|培训|修订|压降|增资';
const BEFORE = new RegExp(
  `上年|去年|上一?个?(?:期|月|季度|季末|年度)|上季|同期|前年|[年期季月]初|上次|上轮|此前|以前|(?:${DONE})前|原(?:来|有|先)?(?:为|的|是)`,
);
const AFTER = new RegExp(
  `[本今当]年|[本当]期|[本当]季|[本当]月|报告期|[年期季月]末|目前|现有?[为在]|当前|本次|本轮|(?:${DONE})后|最新`,
);
const DATED =
  /(?:(?<year>(?:19|20)\d{2})年(?:度|末|底)?)?(?:(?<month>\d{1,2})月(?:份|末|底)?|第?(?<quarter>[一二三四])季度|(?<half>[上下])半年)?/g;

const IN_BRACKET = /(?:^|[，,。；、])(?<words>[^，,。；、（(]{1,20})[（(]$/;

/** The words of a figure's own clause; before a bracket that opens with it, those before that. */
const headOf = (text: string, { spot: { head, from } }: Claim): string =>
  head === '' ? (IN_BRACKET.exec(text.slice(Math.max(0, from - 24), from))?.groups?.['words'] ?? '') : head;

function whenOf(text: string, claim: Claim): When {
  const head = headOf(text, claim);
  const dated = datedIn(head);
  if (BEFORE.test(head) && !(dated && /[较比与]/.test(head))) return EARLIER;
  if (dated) return /同期/.test(head) ? EARLIER : dated;
  return AFTER.test(head) ? NOW : NONE;
}

const MONTHS = 12;

function datedIn(head: string): When | null {
  let found: When | null = null;
  for (const { 0: match, groups = {} } of head.matchAll(DATED)) {
    if (match === '') continue;
    const { year, month, quarter, half } = groups;
    const within = month
      ? Number(month)
      : quarter
        ? 3 * ('一二三四'.indexOf(quarter) + 1)
        : half
          ? half === '上'
            ? 6
            : 12
          : 12;
    const grain = `${year ? 'y' : ''}${month ? 'm' : quarter ? 'q' : half ? 'h' : ''}`;
    found = { kind: 'dated', at: Number(year ?? 0) * MONTHS + within, grain };
  }
  return found;
}

/** A year's turn lies between December and January: which of the two is meant is not told. */
const FAR = 9;

/** Of two figures the one of the later time; null where their words do not tell. */
function laterOf(text: string, a: Claim, b: Claim): Claim | null {
  const [one, other] = [whenOf(text, a), whenOf(text, b)];
  if (one.kind === 'earlier' || other.kind === 'earlier')
    return one.kind === other.kind ? null : one.kind === 'earlier' ? b : a;
  if (one.kind !== 'dated' || other.kind !== 'dated' || one.at === other.at) return null;
  const isOfYears = one.grain.startsWith('y') && other.grain.startsWith('y');
  const years = [one, other].map(({ at }) => Math.ceil(at / MONTHS));
  const isComparable = one.grain === other.grain || (isOfYears && years[0] !== years[1]);
  if (!isComparable || (!isOfYears && Math.abs(one.at - other.at) >= FAR)) return null;
  return one.at > other.at ? a : b;
}

/** 甲中心比乙中心多, 下半年较上半年: whose figure is more than whose. */
const NAMED =
  /(?:^|[，,；。、：（(])(?:其中，?|而)?(?<own>[^，,；。、：（(\d]{0,14}?)(?:(?:19|20)\d{2}年)?(?:\d{1,2}月(?:份|末)?)?[较比与](?!例|率|重)(?<base>[^，,；。、：（(]{2,14}?)的?(?:相比)?(?:净|平均|户均|笔均|处理|受理)?(?:增|减|上升|下降|提高|降低|多|少|高|低|升|降|涨|跌|回落|缩短|延长|扩大|缩小|快|慢)[\p{Script=Han}]{0,3}$/u;
const MEASURE = /(?:业务|交易|平均|类)?(?:笔数|金额|余额|户数|件数|人数|家数|台数|数量|水平|占比|率)$/;

/** Which figure a change was told from, by its words: 比上年, 环比, 较年初. */
const BASES: readonly (readonly [told: RegExp, base: RegExp])[] = [
  [/[较比与](?:上|去)年初[^，。；]*$/, /[上去]年初|前年/],
  [/(?:[较比与](?:上年|去年)(?!末|底)|同比)[^，。；]*$/, /上年|去年|同期|前年/],
  [/(?:[较比与]上一?个?(?:月|季|期|次|轮|周)|环比)[^，。；]*$/, /上一?个?(?:月|季|期|次|轮|周)/],
  [
    /[较比与](?:[年期季月]初|(?:上年|去年|上月|上季|上期)[末底])[^，。；]*$/,
    /[年期季月]初|上年|去年|上[月季期]/,
  ],
];

/** As the words before a change name the two: the one that changed; null where they do not. */
function namedCurrent(text: string, name: Names, a: Claim, b: Claim): Claim | null {
  const isOf = (one: string, claim: Claim): boolean => {
    const bare = one.replace(MEASURE, '');
    return bare.length > 1 && headOf(text, claim).includes(bare);
  };
  const [ofA, ofB] = [isOf(name.base, a), isOf(name.base, b)];
  if (ofA === ofB) return null;
  const [current, other] = ofA ? [b, a] : [a, b];
  return name.own === '' || (isOf(name.own, current) && !isOf(name.own, other)) ? current : null;
}

interface Names {
  readonly own: string;
  readonly base: string;
}

const WORDS = 34;

/** Of two figures that a change is told of, the one that it leads to: by its names, else by their times. Null where nothing tells. */
export function currentOf(text: string, { spot }: Claim, a: Claim, b: Claim): Claim | null {
  const words = text.slice(Math.max(0, spot.from - WORDS), spot.from);
  const told = BASES.find(([basis]) => basis.test(words));
  if (told) {
    const later = laterOf(text, a, b);
    if (!later) return null;
    const base = later === a ? b : a;
    return told[1].test(headOf(text, base)) || isOfYearBefore(text, later, base, told[0].test('环比'))
      ? later
      : null;
  }
  const { own = '', base } = NAMED.exec(words)?.groups ?? {};
  return base === undefined ? laterOf(text, a, b) : namedCurrent(text, { own, base }, a, b);
}

/** 2024年 beside 2025年 for 上年; 一季度 beside 二季度 for 环比. */
function isOfYearBefore(text: string, later: Claim, base: Claim, isStep: boolean): boolean {
  const [now, then] = [whenOf(text, later), whenOf(text, base)];
  if (then.kind !== 'dated') return false;
  if (now.kind !== 'dated') return !isStep && then.grain.startsWith('y');
  const apart = now.at - then.at;
  if (!isStep) return now.grain.startsWith('y') && (now.grain !== then.grain || apart === MONTHS);
  return apart === (SPANS[now.grain.replace('y', '')] ?? 0);
}

const SPANS: Readonly<Record<string, number>> = { m: 1, q: 3, h: 6 };
