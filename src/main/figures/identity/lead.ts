/** What the words just before and after a figure in a sentence say of it, beyond what is measured. */
export interface Lead {
  /** 增加20个: a change, no level. */
  readonly change: boolean;
  /** -1 behind 下降 and its kind. */
  readonly sign: 1 | -1;
  /** 目标、计划、不超过: no claim of what is. */
  readonly planned: boolean;
  /** 由9个…, 上年为…: of an earlier time, although the sentence speaks of this one. */
  readonly earlier: boolean;
  /** 剔除…后: measured otherwise than elsewhere. */
  readonly adjusted: boolean;
}

export const PLAIN_LEAD: Lead = { change: false, sign: 1, planned: false, earlier: false, adjusted: false };

const REACH = 36;
const TRAILING_REACH = 10;
const FILL = '(?:了|约为?|近|超过?|逾|达|共|个|达到|为|：|:|分别|均|近乎|将近|大约)*$';
const DOWN = '减少|下降|下跌|下滑|降低|回落|缩减|压降|收窄|降幅(?:达|为)?|跌幅|减幅|减|降|少';
const UP = '增加(?!值)|增长|上升|上涨|提高|提升|新增|净增|扩大|增幅|升幅|涨幅|增速|增|升|多|高出?|变动';
const CHANGE = new RegExp(`(?:${UP}|(?<down>${DOWN}))${FILL}`);
const PLANNED =
  /计划|目标|预计|预期|力争|争取|拟|规划|预算(?:数|安排)|[不未](?:低于|少于|超[过出]|高于|突破)|不得|不足以|上限|下限|限额|门槛|任务|未来|明年|下一?年|[满如若每]$/;
const PLANNED_AFTER = /^[^，。；、]{0,6}(?:目标|计划|任务|上限|限额|以[内下]的)/;
const EARLIER =
  /(?:[由从](?:原来|上年|去年|年初|上年末|\d{2,4}年(?:[初末底])?)?的?|(?:上年|去年|上期|同期|上月|上年末|年初|前年|此前|原来?)(?:同期)?(?:的|数|值|仅)?(?:为|是|：|:)?)(?:约|近)?$/;
const ADJUSTED =
  /剔除|扣除|不含|不包括|去重|不考虑|可比口径|同口径|可比价|不变价|还原|按(?:原|旧|新|调整|更正|重述|修订)[^，。；]{0,10}(?:计算|口径|统计|测算)|(?:原|调整前|更正前|重述前)的?(?:报送|披露|公布|口径)|以[^，。；]{1,14}为(?:基数|分母|口径)/;

/** Reads the clause around a figure of prose; `start` and `end` are its offsets in the text. */
export function leadOf(text: string, start: number, end: number): Lead {
  const clause = clauseBefore(text.slice(Math.max(0, start - REACH), start));
  const near = /[*_`]/.test(clause) ? clause.replace(/[*_`]+/g, '') : clause;
  const change = CHANGE.exec(near.slice(-14));
  const after = text.slice(end, end + TRAILING_REACH);
  return {
    change: change !== null,
    sign: change?.groups?.['down'] !== undefined ? -1 : 1,
    planned: PLANNED.test(near) || PLANNED_AFTER.test(after),
    earlier: EARLIER.test(near),
    adjusted: ADJUSTED.test(near),
  };
}

const BREAKS = '。；;\n|！？';

function clauseBefore(text: string): string {
  for (let at = text.length - 1; at >= 0; at--) {
    if (BREAKS.includes(text.charAt(at))) return text.slice(at + 1);
  }
  return text;
}
