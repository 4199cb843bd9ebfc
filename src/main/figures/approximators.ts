import type { Approximator } from '../../shared/model/quantity';
import { before } from './match';

/** Words before a figure, longest first within a kind. A word inside another (节约, 附近, 签约) does not count. */
const BEFORE: readonly (readonly [RegExp, Approximator])[] = [
  [/(?:不少于|不低于|不小于|至少|最少|最低)(?:人民币)?$/, 'at-least'],
  // 培训不足4项: a shortcoming and how often it was found.
  [
    /(?:不超过|不高于|不多于|(?<!培训|能力|经验|力度|意识|人员|人手|配备|认识|重视|管理|管控|审核|控制|投入|准备|披露|提示|监督|监测|检查|执行|保障|支撑|[立效整分]性|留痕|储备|沟通|落实|深度|约束|依据|统筹|协同|力量|资源|证据|材料|担保)不足|不到|未达|低于|少于|小于|至多|最多|最高不超过)(?:人民币)?$/,
    'below',
  ],
  [/(?:超过|超出|突破|大于|高于|多于|逾|[^高赶反]超|^超|远超)(?:了)?(?:人民币)?$/, 'over'],
  [
    /(?:大约|约为|大概|大致|约合|约占|约有|约计|(?:^|[^节签合契预履制违邀条公特集大解毁爽失])约)(?:人民币)?$/,
    'about',
  ],
  [/(?:将近|接近|近乎|(?:^|[^附最相临靠远亲就])近)(?:人民币)?$/, 'nearly'],
];

/** What each of them ends in: most figures stand behind another character, and no pattern need be tried. */
const LAST = /[少低小过高多足到达于出破逾超了币约为概致合占有计近乎]/;

/** 近3年 and 近30天 are the last three years, not nearly three. */
const SPAN = /^(?:年|天|日|个月|周|小时|个季度|个工作日|个交易日|周年)$/;

export function approximatorBefore(text: string, at: number, unit: string): Approximator | null {
  if (!LAST.test(text.charAt(at - 1))) return null;
  const words = before(text, at, 9);
  for (const [pattern, approximator] of BEFORE) {
    if (!pattern.test(words)) continue;
    return approximator === 'nearly' && SPAN.test(unit) ? null : approximator;
  }
  return null;
}

const AFTER: readonly (readonly [RegExp, Approximator])[] = [
  [/[（(]?(?:左右|上下)/y, 'about'],
  [/(?:及|\(含\)|（含）)?以上(?!述)|起步/y, 'at-least'],
  [/(?:及|\(含\)|（含）)?以下|以内|之内/y, 'below'],
  // 3年多，2年多时间; 满10元多领… is no approximation.
  [/有余|多(?=[，。；、）)的来]|时间|年|$)|余(?=[，。；、）)]|$)/y, 'over'],
];

/** What each of them begins with. */
const FIRST = /[（(左上及以起之有多余]/;

export function approximatorAfter(text: string, at: number): Approximator | null {
  if (!FIRST.test(text.charAt(at))) return null;
  for (const [pattern, approximator] of AFTER) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return approximator;
  }
  return null;
}

/** 余, 多, 几 and 来 inside a figure: `130余家`, `3亿多元`, `10来家`. */
export const insideApproximator = (word: string): Approximator | null => {
  if (word === '') return null;
  return word === '来' ? 'about' : 'over';
};
