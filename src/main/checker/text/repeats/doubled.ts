import { allMatches } from '../../../../shared/matches';
import type { Range } from '../../../../shared/model/range';
import { piecesOfRun } from '../../language/segment';
import { echoedEnds, strayCharacters } from './echoes';
import { doubledFunctionWords } from './function-words';
import { recurrenceOf } from './recurrence';

export interface Doubled {
  readonly kind: 'twice' | 'measure' | 'adverb' | 'around' | 'echo';
  /** What to delete, or what is doubled where nothing can be deleted for certain. */
  readonly range: Range;
  readonly text: string;
  readonly certain: boolean;
}

/** Three units and more, written twice in a row: no reduplication of the language is that long. */
const TWICE = /([\u4e00-\u9fffA-Za-z]{3,12})\1/g;
/** Two units: verbs doubled for emphasis (研究研究) do not occur in reports, but two words may meet. */
const TWICE_SHORT = /([\u4e00-\u9fff]{2})\1/g;
/** Words that end one word and begin the next: 移动支付｜支付限额, 金融服务｜服务实体经济. */
const MEETING = new Set(
  (
    '支付 服务 管理 发展 合作 建设 工作 监测 投资 消费 生产 教育 培训 研究 保障 保护 运营 经营 治理 监督 监管 投诉 交易 收款 付款 转账 ' +
    '结算 清算 宣传 安全 创新 改革 开放 供给 需求 规划 计划 统计 审计 评估 检查 登记 注册 认证 测试 设计 开发 应用 使用 数据 信息 技术 ' +
    '科技 金融 银行 商户 用户 客户 机构 企业 公司 平台 系统 业务 产品 市场 行业 风险 资金 账户 账号 互联 互通 高高 大大'
  ).split(' '),
);
/** What begins no word with the one before it: there the second of two such words stands for itself, as in 计划计划于. */
const ENDED = /^[，。；：、！？）于将已均也]?$/;
/** 以盈利为目的的, 有的的确: there a doubled 的 is meant. */
const PARTICLE =
  /(?<![目标的])的的(?!确|士|话|哥)|(?<!除|为|明|了)了了(?!解|之|无|事|结|账|断|却|然)|已已(?!经)|(?<!饱|参|给|赋|授|赐|寄)与与(?!会|时)|(?<![温缓总调柔共亲平])和和(?!谐|平|睦|解|好|气)|(?<![所存现正潜内外实])在在(?!建|途|线|职|校|岗|册|场|用|产|编|学|场|意|乎)|(?<![作成因认以分变转])为为(?!民|主|准)|(?<!即|必|将)将将(?!来|近|军|士)|(?<![不也还只就都])是是(?!非|否)|(?<=[上本当次])月月(?![均度末初报底饼])/g;

/** 常常常常 and onomatopoeia; 谢谢谢谢. */
const REDUPLICATED = /^(.)\1$/;
/** Not 三项专项检查, 两项款项, 五项事项: ordinary words that no other measure counts. */
const MEASURE =
  /(?:\d+|[一二三四五六七八九十百两数多各]+)(?:余|多)?([种类项])(?!\1)((?![一二三四五六七八九十两]|(?<=项)[专事款奖单分选子])[\u4e00-\u9fff]?)\1(?![类别植目标子])/g;
/** 日均交易笔数均增长: the first 均 belongs to its noun. */
const ADVERB =
  /(?<![日月年季周人户笔件平])(也|均|都)([\u4e00-\u9fff]{1,4})\1(?![许是即市督会城衡值匀])(?=[\u4e00-\u9fff])/g;

/** 交易日均交易笔数, 服务便利化服务水平: a noun on both sides of what qualifies it. */
const AROUND =
  /([\u4e00-\u9fff]{2})(?:日均|月均|年均|季均|人均|户均|笔均|累计|平均|[\u4e00-\u9fff]{2,3}化)\1(?=笔数|金额|总额|规模|量|次数|户数|水平|能力|体系|效率|质量|成本|收入|余额)/g;
/** 我司也在小程序场景也与…: the same adverb twice with no mark between. */
const ALSO = /也([^，。；：、！？也“”（）\s]{2,12})也(?=[在与对向为把将是会能可已])/g;
/** 哪怕…也, 再…也, 谁也…也: set phrases in which it may stand twice. */
const SET_ALSO = /[谁再怎什哪]|一点|丝毫|[不没]也/;

/** Words written twice by mistake. Linear. */
export function doubledWords(text: string): readonly Doubled[] {
  const again = recurrenceOf(text);
  const twice = (again.word ? allMatches(text, TWICE) : [])
    .map((match): Doubled => {
      const word = match[1] ?? '';
      const start = match.index + word.length;
      return { kind: 'twice', range: { start, end: start + word.length }, text: match[0], certain: true };
    })
    .filter(({ text: raw, range }) => new Set(raw).size > 2 && isOfWords(text, range));
  const short = (again.second ? allMatches(text, TWICE_SHORT) : []).flatMap((match): Doubled[] => {
    const word = match[1] ?? '';
    const start = match.index + word.length;
    const end = start + word.length;
    if (REDUPLICATED.test(word) || (MEETING.has(word) && !ENDED.test(text.slice(end, end + 1)))) return [];
    if (/^一.$/.test(word) || !isOfWords(text, { start, end })) return [];
    return [{ kind: 'twice', range: { start, end }, text: match[0], certain: false }];
  });
  const measures = (again.second ? allMatches(text, MEASURE) : []).map((match): Doubled => {
    const at = match.index + match[0].length - 1 - (match[2]?.length ?? 0) - 1;
    return { kind: 'measure', range: { start: at, end: at + 1 }, text: match[0], certain: false };
  });
  const around = (again.pair ? allMatches(text, AROUND) : []).map((match): Doubled => {
    const start = match.index;
    return { kind: 'around', range: { start, end: start + 2 }, text: match[0], certain: false };
  });
  const particles = (again.twin ? allMatches(text, PARTICLE) : []).map(({ 0: raw, index }): Doubled => {
    const range = { start: index + 1, end: index + 2 };
    return { kind: 'twice', range, text: raw, certain: true };
  });
  const functions = again.twin ? doubledFunctionWords(text) : [];
  const taken = new Set([...particles, ...functions].map(({ range }) => range.start));
  const stray = (again.twin ? strayCharacters(text) : []).filter(({ range }) => !taken.has(range.start));
  return [
    ...[...particles, ...functions, ...stray, ...twice, ...short, ...measures],
    ...[...adverbs(text), ...around, ...also(text), ...echoedEnds(text)],
  ].sort((a, b) => a.range.start - b.range.start);
}

const HAN = /[\u4e00-\u9fff]/;

/** Whether what stands twice is of whole words: 软件组件组成 holds no 件组 twice. */
function isOfWords(text: string, { start, end }: Range): boolean {
  let [from, to] = [start, end];
  while (from > 0 && HAN.test(text.charAt(from - 1))) from--;
  while (to < text.length && HAN.test(text.charAt(to))) to++;
  const bounds = new Set([from]);
  for (const piece of piecesOfRun(text.slice(from, to))) {
    from += piece.length;
    bounds.add(from);
  }
  return bounds.has(start) && bounds.has(end);
}

const adverbs = (text: string): Doubled[] =>
  allMatches(text, ADVERB).map((match): Doubled => {
    const end = match.index + match[0].length;
    return { kind: 'adverb', range: { start: end - 1, end }, text: match[0], certain: true };
  });

const also = (text: string): Doubled[] =>
  allMatches(text, ALSO).flatMap((match): Doubled[] => {
    if (SET_ALSO.test(text.slice(Math.max(0, match.index - 2), match.index) + (match[1] ?? ''))) return [];
    const end = match.index + match[0].length;
    return [{ kind: 'adverb', range: { start: end - 1, end }, text: match[0], certain: false }];
  });
