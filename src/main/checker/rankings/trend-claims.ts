import { allMatches } from '../../../shared/matches';
import { smallNumber } from '../time/numerals';
import type { Step } from './series-periods';

/** 逐月上升, 连续4个季度下降: that something rose, or fell, with each step. Indices into the prose. */
export interface TrendClaim {
  readonly step: Step;
  readonly rises: boolean;
  /** How many steps 连续 counts; null for 逐. */
  readonly count: number | null;
  /** What rose or fell, as far as the clause says: 交易笔数和金额. */
  readonly key: string;
  /** The sentence up to the claim. */
  readonly before: string;
  /** What follows in the sentence. */
  readonly behind: string;
  /** Of the words themselves, and of the word that tells which way. */
  readonly start: number;
  readonly end: number;
  readonly way: { readonly text: string; readonly start: number };
}

const RISING =
  '上升|增长|增加|递增|提高|提升|走高|攀升|上行|扩大|回升|增多|上涨|延长|增至|升至|提高至|增加至|上升至|攀升至';
const FALLING =
  '下降|降低|减少|递减|回落|下滑|走低|下行|收窄|缩小|缩短|减小|降至|减至|下降至|减少至|缩短至|回落至';
const SAID = new RegExp(
  `(?:逐(?<step>月|季|年)|连续(?<count>\\d{1,2}|[三四五六七八九十]{1,3})个?(?<unit>月|季度|年度?)(?=[保持呈实现出有略稳小大明持环同上下增减提走攀回收缩降递]))(?<between>(?:略有|稳步|持续|小幅|大幅|平稳|明显|有所|保持|呈现?|实现|出现|不断|快速|均|都|环比|同比|略|稳中有)*)(?<way>${RISING}|${FALLING})`,
  'g',
);
const RISES = new RegExp(`^(?:${RISING})$`);
const STEPS: Readonly<Record<string, Step>> = {
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  年: 'year',
  年度: 'year',
};
const KEY = /(?<key>[\p{Script=Han}A-Za-z]{2,24})$/u;
const TAIL = /(?:均|都|也|则|已|呈|年内|虽|保持|总体|整体|大体|基本)+$/;
/** Planned, of others, or with its exceptions. */
const LEFT_OUT =
  /除|扣除|不含|未能|未见|未出现|不再|并非|是否|如果|若(?!干)|应(?=当|于|逐)|将|拟|计划|预计|力争|目标|要求|上年|去年|同业|行业|总体|整体|大体|基本|波动/;
const MAY = /逐[月季年]|连续/;

/** The claims of a text. What a change on the year before is doing is another matter than what its level does. */
export function trendClaims(text: string): readonly TrendClaim[] {
  if (!MAY.test(text)) return [];
  return allMatches(text, SAID).flatMap((match): TrendClaim[] => {
    const { step, count, unit, between = '', way = '' } = match.groups ?? {};
    const from = Math.max(...['。', '；', '\n', '！'].map((mark) => text.lastIndexOf(mark, match.index))) + 1;
    const before = text.slice(from, match.index);
    const clause = before.slice(before.lastIndexOf('，') + 1);
    if (/[同环]比/.test(between) || LEFT_OUT.test(clause)) return [];
    const end = match.index + match[0].length;
    const behind = text.slice(end).split(/[。；\n]/)[0] ?? '';
    return [
      {
        step: STEPS[step ?? unit ?? ''] ?? 'month',
        rises: RISES.test(way),
        count: count === undefined ? null : smallNumber(count),
        key: KEY.exec(clause.replace(TAIL, ''))?.groups?.['key'] ?? '',
        before,
        behind,
        start: match.index,
        end,
        way: { text: way, start: end - way.length },
      },
    ];
  });
}
