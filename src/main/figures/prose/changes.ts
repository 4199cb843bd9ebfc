import type { ChangeForm, Comparison } from '../../../shared/model/quantity';
import { scopeText } from './phrases';
import { BASIS, DOWN, UP } from './words';

/** A figure that says how another has changed. */
export interface Change {
  /** What stands before the comparison in the clause: the figure's own subject, if any. */
  readonly subject: string;
  readonly basis: string;
  readonly direction: Comparison['direction'];
  readonly form: ChangeForm;
  /** 分别增长…: the first of as many changes as figures before. */
  readonly isPaired: boolean;
  /** The change is named and has a figure: 增速为5.2%. */
  readonly isNamed: boolean;
  /** 扣除价格因素, 按可比口径: not comparable with the figures as they stand. */
  readonly adjusted: string;
}

const FILL =
  '(?:了|约|近|超过?|逾|达到?|为|是|：|:|\\s|近乎|将近|接近|大约|不足|不到|至少|高达|又|再|均|也|都|各|累计|合计|共|净|大幅|小幅|略有|略|有所|进一步|持续|明显|显著|稳步|稳定|快速|较快|自然|名义|实际|可比口径|同口径|按可比口径|按可比价格计算|按不变价格计算|，|、|分别)*';
const CHANGE = new RegExp(
  `(?<basis>${BASIS})?${FILL}(?:(?<named>增幅|升幅|涨幅|增速|增长率|降幅|减幅|跌幅)|(?<verb>${UP}|${DOWN}))(?:幅度|速度|比例)?${FILL}$`,
  'u',
);
const BARE = new RegExp(`(?<basis>${BASIS})${FILL}$`, 'u');
const IS_DOWN = new RegExp(`^(?:${DOWN})$`, 'u');
const RATE_UNITS = new Set(['%', '‰', '倍', '番']);
const POINT_UNITS = new Set(['个百分点', '基点']);
const DOUBLED = /翻(?:了)?(?:近|约)?$/;
/** A verb of change that its object follows at once: 新增, 增加值, 提高到. */
const LEVEL = /(?:新增|[增升降减]至|至|到)$/;

export const isRateUnit = (unit: string): boolean => RATE_UNITS.has(unit) || POINT_UNITS.has(unit);

export const formOf = (unit: string): ChangeForm => {
  if (POINT_UNITS.has(unit)) return 'points';
  if (unit === '倍' || unit === '番') return 'increase';
  return unit === '%' || unit === '‰' ? 'rate' : 'difference';
};

/** Reads `较11月下降`, `同比分别增长`, `季度环比增幅` at the end of the words before a figure; null when it is no change. */
export function changeOf(head: string, unit: string): Change | null {
  const text = head.replace(/^[，、；\s]+/, '');
  const short = text.slice(-48);
  if (LEVEL.test(short)) return null;
  if (unit === '番' && DOUBLED.test(short)) return changeOf(head.replace(DOUBLED, '增长'), unit);
  const match = CHANGE.exec(short) ?? (isRateUnit(unit) ? BARE.exec(short) : null);
  if (!match) return null;
  const { basis = '', named, verb } = match.groups ?? {};
  // 大于零的「多3家」「高2元」 without a basis are too little.
  if (
    basis === '' &&
    verb !== undefined &&
    verb.length === 1 &&
    !(isRateUnit(unit) && /[增升降减涨跌]/.test(verb))
  )
    return null;
  const word = named ?? verb ?? '';
  const direction = IS_DOWN.test(word) ? 'down' : 'up';
  const subject = text.slice(0, text.length - short.length + match.index);
  const isOwn = !isRateUnit(unit) && basis === '' && named === undefined;
  if (isOwn && /^(?:净增加?|多增|少增)$/.test(word)) return null;
  return made(subject, basis, direction, unit, match[0], named !== undefined);
}

const made = (
  subject: string,
  basis: string,
  direction: Comparison['direction'],
  unit: string,
  words: string,
  isNamed: boolean,
): Change => ({
  subject: subject.replace(ADJUSTED, ''),
  basis,
  direction,
  form: formOf(unit),
  isPaired: words.includes('分别'),
  isNamed,
  adjusted: adjustedIn(`${subject}${words}`),
});

const ADJUSTED =
  /按?(?:不变价|可比价|可比口径|同口径|同比口径)格?(?:计算)?|(?:扣除|剔除)[^，。；]{1,12}?(?:因素|影响|后)/u;

/** How a change is adjusted, in the words of the text; empty for a plain one. */
export const adjustedIn = (text: string): string => ADJUSTED.exec(text)?.[0] ?? '';

const STATED = new RegExp(
  `^[，、；（(\\s]*(?<basis>${BASIS})(?:均|也|都|基本|大致|总体|保持|有所|略有|小幅|大幅|明显|显著|稳步|持续|双双|，)*(?<word>持平|不变|一致|${UP}|${DOWN})(?=[，。；、）)]|$)`,
  'u',
);

/** A change without a figure right behind one: `，同比基本持平`. */
export function statedChange(after: string): Pick<Change, 'basis' | 'direction'> | null {
  const match = STATED.exec(after);
  if (!match) return null;
  const { basis = '', word = '' } = match.groups ?? {};
  if (/^(?:持平|不变|一致)$/.test(word)) return { basis, direction: 'flat' };
  return { basis, direction: IS_DOWN.test(word) ? 'down' : 'up' };
}

const SHARE =
  /^(?<subject>.*?)(?:占比|占(?<whole>[^，；。]{0,24}?)的?(?:比重|比例|份额|百分比)?|(?<=[^占]{2})(?:比重|比例))(?:约|近|超过?|逾|为|达到?|高达|的|：|:|分别|不足|不到|将近|接近|合计|共|\s)*$/u;

export interface Share {
  readonly subject: string;
  /** 全部交易金额 of 占全部交易金额的25%; empty for a bare 占比. */
  readonly whole: string;
  /** What the share is called behind what it is a share of. */
  readonly suffix: string;
}

/** 为预算的101.2%, 完成年度目标的112.2%. */
const PLANNED =
  /^(?<subject>.*?)(?:为|完成|达到?|相当于|占)(?<plan>(?:全年|年度|年初|调整|变动|省|市|县|区|既定)*(?:预算|计划|目标|任务)(?:数|任务|安排)?)的?(?:约|近|超过?)?$/u;

const MULTIPLE =
  /^(?<subject>.*?)(?:分别)?(?:是|为|达到?|相当于|约为?)?(?:了)?(?<whole>[^，是为]{1,16})的(?:约|近|超过?)?$/u;

/** 是上年的1.5倍: how many times another figure; not 增长1.5倍. */
export function multipleOf(head: string, unit: string): Share | null {
  if (unit !== '倍') return null;
  const match = MULTIPLE.exec(head.replace(/^[，、；\s]+/, ''));
  const whole = match?.groups?.['whole'] ?? '';
  return match && { subject: match.groups?.['subject'] ?? '', whole, suffix: `相当于${whole}倍数` };
}

/** Reads `占比`, `占全部交易金额的` before a percentage. */
export function shareOf(head: string, unit: string): Share | null {
  if (unit !== '%' && unit !== '‰') return null;
  const text = head.replace(/^[，、；\s]+/, '').replace(/[（(][^（）()]*[）)]/g, '');
  const planned = PLANNED.exec(text);
  if (planned)
    return {
      subject: planned.groups?.['subject'] ?? '',
      whole: '',
      suffix: `完成${planned.groups?.['plan'] ?? ''}比例`,
    };
  const match = SHARE.exec(text);
  const whole = scopeText(match?.groups?.['whole'] ?? '');
  return (
    match && {
      subject: match.groups?.['subject'] ?? '',
      whole,
      suffix: whole === '' ? '占比' : `占${whole}比重`,
    }
  );
}
