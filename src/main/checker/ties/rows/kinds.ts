import { rememberedText } from '../../../../shared/memo';
import type { RowCell } from './row-index';

/** What a sentence says of a row: how large it is, its share, what it changed by. */
export interface RowKind {
  readonly kind: 'amount' | 'change' | 'share' | 'rate' | 'year' | 'step' | 'rise';
  /** 完成率 of 完成率最低，为; the verb of a `rise` told by one; else empty. */
  readonly name: string;
  /** -1 where the words say that it fell. */
  readonly sign: 1 | -1;
}

const TOP =
  '(?:最[高低大小多少快慢]|居[^，。；\\d]{1,6}|排名[^，。；\\d]{1,4})?[，,]?(?:达到?|为|是|约|超过?)*';
const SHARE = new RegExp(`占(?:比|[^，。；\\d]{0,14}?(?:的?(?:比重|比例))?的?)?${TOP}$`);
const WORD = '(?<word>增长|上升|增加|提高|增|升|下降|减少|降低|回落|下滑|降|减)';
const SAID = `[^，。；\\d]{0,4}?${WORD}(?:了|约|为)?$`;
const CHANGE = new RegExp(SAID);
const CHANGE_SINCE = new RegExp(
  `(?<basis>同比|环比|[较比](?:上年|去年|上月|上季度?|上期|[一二三四]季度)(?:同期)?)${SAID}`,
);
const RISE = new RegExp(`(?<name>增幅|增速|降幅|升幅|涨幅|跌幅)${TOP}$`);
const RATE = new RegExp(`(?<name>[\\p{Script=Han}]{1,6}率)${TOP}$`, 'u');
const DOWN = /下降|减少|降低|回落|下滑|降|减|跌/;
const AMOUNT_CHANGE = /(?<word>增加|减少|净增|净减|增长|上升|下降)(?:了|约|至)?$/;

/** Reads the words before a figure; null where they do not tell. */
export function rowKind(lead: string, unit: string): RowKind | null {
  if (unit !== '%') {
    const word = AMOUNT_CHANGE.exec(lead)?.groups?.['word'];
    if (/至$/.test(lead)) return plain('amount');
    return word === undefined
      ? plain('amount')
      : { kind: 'change', name: '', sign: DOWN.test(word) ? -1 : 1 };
  }
  const rise = RISE.exec(lead)?.groups?.['name'];
  if (rise) return { kind: 'rise', name: '', sign: DOWN.test(rise) ? -1 : 1 };
  const change = (CHANGE_SINCE.exec(lead) ?? CHANGE.exec(lead))?.groups;
  if (change) {
    const { basis = '', word = '' } = change;
    const kind = /环比|月|季/.test(basis) ? 'step' : /同比|年/.test(basis) ? 'year' : 'rise';
    return { kind, name: kind === 'rise' ? word : '', sign: DOWN.test(word) ? -1 : 1 };
  }
  if (SHARE.test(lead)) return plain('share');
  const name = RATE.exec(lead)?.groups?.['name'];
  return name === undefined ? null : { kind: 'rate', name, sign: 1 };
}

const plain = (kind: RowKind['kind']): RowKind => ({ kind, name: '', sign: 1 });

const IS_SHARE = /占|比重|构成|份额/;
const IS_STEP = /环比|较上[月季期]|比上[月季期]|[一二三四]季度较/;
const IS_YEAR = /同比|[比较](?:上年|去年)|(?:增[长减]|变动|升降)(?:率|幅度?|比例)|增速|增幅/;
const IS_CHANGE = /增减|变动|增加|净增|减少|变化|[较比]上/;

/** Whether a column holds what the sentence says of the row. */
export function isOfKind({ header, quantity: { unit } }: RowCell, { kind, name }: RowKind): boolean {
  const { isChange, isShare, isStep, isYear, own } = columnOf(header);
  if (kind === 'amount') return unit !== '%' && !isChange;
  if (kind === 'change') return unit !== '%' && isChange;
  if (unit !== '%') return false;
  if (kind === 'share') return isShare && !isChange;
  if (kind === 'step') return isStep;
  if (kind === 'year') return isYear && !isStep;
  if (kind === 'rise') return isYear || isStep;
  return own.length > 1 && (name.endsWith(own) || own.endsWith(name)) && !isChange;
}

/** What a header says of its column, and its words without brackets. */
const columnOf = rememberedText((header) => ({
  isChange: IS_CHANGE.test(header),
  isShare: IS_SHARE.test(header),
  isStep: IS_STEP.test(header),
  isYear: IS_YEAR.test(header),
  own: header.replace(/[（(].*$/, ''),
}));
