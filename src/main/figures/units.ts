/** A unit as read in a text: its base form, and where it ends. */
export interface UnitHit {
  readonly unit: string;
  readonly end: number;
}

/** Units whose base form is another: the left one is what `Quantity.unit` holds. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  元: ['元人民币', '人民币元', '人民币', '元', '圆', '块钱'],
  港元: ['港元', '港币'],
  美元: ['美元', '美金'],
  '%': ['%', '％'],
  '‰': ['‰'],
  个百分点: ['个百分点', '百分点'],
  基点: ['个基点', '基点', 'bp', 'BP', 'bps', 'BPs', 'BPS'],
  个月: ['个月', '个自然月'],
  个工作日: ['个工作日', '工作日'],
  个交易日: ['个交易日', '交易日'],
  个自然日: ['个自然日', '自然日'],
  小时: ['小时', '个小时', '个钟头'],
  公里: ['公里', '千米', 'km'],
  公斤: ['公斤', '千克', 'kg'],
  平方米: ['平方米', '㎡', 'm²'],
};

const MONEY = '澳门元 澳元 加元 新加坡元 新元 欧元 英镑 日元 韩元 泰铢 卢布 瑞士法郎';
const COUNTS =
  '笔 个 家 户 款 人 人次 户次 车次 班次 架次 台次 件次 台 件 次 项 份 条 批 种 类 大类 小类 张 所 名 场 场次 轮 轮次 期 ' +
  '只 支 座 处 套 部 组 位 步 道 档 层 例 起 宗 单 票 篇 册 卷 本 枚 块 片 颗 株 辆 架 艘 栋 幢 间 页 幅 封 则 首 箱 袋 瓶 桶 ' +
  '盒 股 字 行 列 题 岁 届 级 档次 门 课时 学时 遍 趟 回 星 方面 维度 阶段 环节 步骤 要素 国家 国 省 市 县 区 村 镇 站 网点 ' +
  '积分 积点 人天 人日 人月 通 家次 店次 点次 批次 席';
const TIME = '年 周年 天 日 周 星期 个星期 个周 个季度 季 个年度 分钟 秒 毫秒 个小时';
const RATIOS = '倍 成 番 折 分';
const MEASURES = '亩 公顷 平方公里 立方米 米 厘米 毫米 克 吨 升 毫升 瓦 千瓦 兆瓦 千瓦时 度 字节 兆';
const LATIN = 'm cm mm kW kWh MW kV KB MB GB TB PB Mbps Gbps ms TPS QPS tps qps pct';

/**
 * What follows makes another word of it: `13支付机构`, `5条码`, `3分别`. One string of units per unit;
 * the unit is not read before any of them.
 */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  人: '民工脸行力事口才类',
  分: '之别行公类布析店为部支散润账级批期享工',
  处: '理置于罚在以',
  单: '位独个日笔体项',
  国: '家内际',
  场: '景所地馆',
  台: '账湾',
  户: '外籍口主',
  家: '庭属电居具园乡里长',
  元: '旦件素宵',
  天: '天猫津河弘然气下',
  年: '均龄',
  度: '假',
  成: '功立员果为本都交长绩熟分就效',
  支: '付持出撑行线取',
  本: '地金身质次期年月行',
  条: '码件款例目',
  次: '日要级月年生元',
  步: '骤入伐行',
  行: '业动为政',
  区: '域块间分别',
  门: '店户槛禁',
  市: '场值民',
  组: '织合成建',
  级: '别联',
  批: '准发量复',
  部: '门分署委',
  所: '有属在需以示述',
  位: '于置数',
  只: '有是能需松',
  套: '现餐利',
  层: '级面',
  轮: '胎流',
  名: '单称录义为下额',
  回: '款收落购升复访归馈顾头调',
  起: '草诉步点',
  票: '据面',
  站: '点内',
  星: '期级',
  页: '面',
  期: '间末初限货望待',
  股: '份权东票',
  字: '段符样',
  列: '表示入明出举',
  片: '区段',
  块: '链',
  省: '份内级',
  档: '案',
  道: '路',
  卷: '入',
  首: '次批家先',
  课: '程',
  周: '期边末围一二三四五六日年',
  秒: '级杀',
  兆: '瓦',
  折: '扣合旧',
  间: '接连隔',
  封: '闭装',
  架: '构',
  类: '似',
  笔: '者',
  题: '目材',
  幅: '度',
  季: '度节',
  日: '均常元志益前',
  克: '服',
  升: '级至高',
  吨: '位',
  米: '粉',
  亩: '均',
  通: '过知常信用道行话报告讯俗融胀',
  席: '位',
  批次: '性',
};

/** Units that a Chinese numeral may count: those that do not make ordinary words of it (十分, 二维, 三国). */
const HAN_COUNTED = new Set(
  (
    '个 家 户 款 人 人次 笔 台 件 次 项 份 条 批 种 类 大类 小类 张 所 名 场 场次 轮 轮次 期 只 支 座 处 套 组 位 步 道 档 层 例 起 ' +
    '篇 册 辆 架 艘 栋 间 年 天 个月 个星期 个季度 个工作日 个交易日 个自然日 小时 分钟 倍 番 元 美元 港元 吨 公里 公斤 平方米 亩 ' +
    '方面 维度 阶段 环节 步骤 要素 国家 % 个百分点 基点 折 岁 周年 届 人天'
  ).split(' '),
);

const byFirst = new Map<string, { readonly text: string; readonly unit: string }[]>();
for (const [unit, texts] of Object.entries(ALIASES)) for (const text of texts) enter(text, unit);
for (const unit of `${MONEY} ${COUNTS} ${TIME} ${RATIOS} ${MEASURES} ${LATIN}`.split(' ')) {
  if (!(unit in ALIASES) && unit !== '个小时') enter(unit, unit);
}
for (const entries of byFirst.values()) entries.sort((a, b) => b.text.length - a.text.length);

function enter(text: string, unit: string): void {
  const first = text.charAt(0);
  const entries = byFirst.get(first) ?? [];
  entries.push({ text, unit });
  byFirst.set(first, entries);
}

const isLetter = (unit: string): boolean => /[A-Za-z]/.test(unit);

/** The longest unit that stands at `at`, or null. `个多月` and `个余月` are the caller's business. */
export function unitAt(text: string, at: number): UnitHit | null {
  for (const { text: word, unit } of byFirst.get(text.charAt(at)) ?? []) {
    const end = at + word.length;
    if (!text.startsWith(word, at)) continue;
    const next = text.charAt(end);
    if (next !== '' && NOT_BEFORE[word]?.includes(next)) continue;
    if (isLetter(word.charAt(0)) && isLetter(next)) continue;
    return { unit, end };
  }
  return null;
}

/** 主要有两点：, 三点建议; not 三点钟 and not the point of 百分之三点五. */
const POINTS = /点(?=[：:，,。；]|意见|建议|要求|措施|问题|原因|经验|不足|体会|启示)/y;
const TIME_OF_DAY = /(?:上午|下午|晚上|凌晨|中午|早上)[一二三四五六七八九十]{1,2}$/;

/** As `unitAt`, for what a Chinese numeral counts. */
export function hanUnitAt(text: string, at: number): UnitHit | null {
  POINTS.lastIndex = at;
  if (POINTS.test(text) && !TIME_OF_DAY.test(text.slice(Math.max(0, at - 4), at)))
    return { unit: '点', end: at + 1 };
  const hit = unitAt(text, at);
  return hit && HAN_COUNTED.has(hit.unit) ? hit : null;
}

/** `元/笔`: a unit per another. */
export function ratioUnitAt(text: string, at: number): UnitHit | null {
  const hit = unitAt(text, at);
  if (!hit || !/[/／]/.test(text.charAt(hit.end))) return hit;
  const per = unitAt(text, hit.end + 1);
  return per ? { unit: `${hit.unit}/${per.unit}`, end: per.end } : hit;
}

const SCALES: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
};
/** 千克 and 千米 are units, 百分 a word, 千分之 a fraction. */
const SCALE = /万亿|[十百千]亿|[十百千]万|亿|万|千(?![克米瓦卡赫分伏帕])|百(?![分度])/y;

const SCALE_FIRST = '万亿千百十';

export interface ScaleHit {
  readonly power: number;
  readonly end: number;
}

/** The scale word at `at`; power 0 and no width when there is none. */
export function scaleAt(text: string, at: number): ScaleHit {
  if (!SCALE_FIRST.includes(text.charAt(at)) || at >= text.length) return { power: 0, end: at };
  SCALE.lastIndex = at;
  const word = SCALE.exec(text)?.[0] ?? '';
  return { power: SCALES[word] ?? 0, end: at + word.length };
}

export interface StatedUnit {
  readonly unit: string;
  readonly power: number;
}

/** Reads a unit that stands alone, as in a header: `万元`, `亿笔`, `%`, `人民币万元`; null for other words. */
export function statedUnit(text: string): StatedUnit | null {
  const plain = text.replace(/\s+/g, '').replace(/^(?:单位)?[:：]?(?:人民币)?(?=.)/, '');
  if (plain === '') return text.includes('人民币') ? { unit: '元', power: 0 } : null;
  const scale = scaleAt(plain, 0);
  if (scale.end === plain.length) return { unit: '', power: scale.power };
  const hit = ratioUnitAt(plain, scale.end);
  if (!hit || !/^(?:人民币|[（(]人民币[）)])?$/.test(plain.slice(hit.end))) return null;
  return { unit: hit.unit, power: scale.power };
}
