import type { Cell } from '../../../../shared/model/document';
import { headerUnit } from '../../../figures/table-columns';

const UNIT_NOTE = /[（(［[【][^（()）］\][\]【】]{1,12}[）)\]］】]$/;

/** `交易金额（万元）` → 交易金额; a bracket that is no unit stays. */
export const withoutUnitNote = (text: string): string =>
  headerUnit(text) && UNIT_NOTE.test(text) ? text.replace(UNIT_NOTE, '') : text;

export const isIndented = (text: string, label: Cell | undefined): boolean =>
  label !== undefined &&
  /^ {2}|^ ?(?:　|&[en][mb]sp;)/.test(text.slice(label.outer.start, label.range.start + 8));

/** What a row or a column measures. */
export type Measure = 'share' | 'ratio' | 'change' | 'percent' | 'other';

const CHANGE =
  /增长|增幅|增速|增减|净增|增量|增加额|减少额|升降|涨幅|涨跌|降幅|降低率|同比|环比|变动|变化|差额|差异|±|(?:比|较).{1,10}(?:增|减|升|降|高|低|差|[%％])|[比较](?:上年|去年|年初|期初|上期|预算).*$/;
const SHARE =
  /占比|比重|占.{0,14}?(?:比例|比率|比$|百分比|份额|的?[%％])|构成比?例?$|结构比?$|^份额|份额$|百分比|所占/;
const RATIO = /完成|执行率|执行进度|进度|为.{1,12}的?(?:[%％]|百分比|比例)?$|比例$|率$|[%％]$/;
const PERCENT = /率$|率[（(]|比例|比重|占比|[%％]/;

export const isChangeText = (text: string): boolean => CHANGE.test(text);

/** By its name and unit alone. */
export function measureNamed({ text, unit, path }: NamedLike): Measure {
  const own = path.at(-1) ?? '';
  if (unit === '个百分点') return 'change';
  if (CHANGE.test(own)) return 'change';
  if (SHARE.test(own)) return 'share';
  const percent = unit === '%' || unit === '‰';
  if (CHANGE.test(text)) return 'change';
  if (SHARE.test(text)) return 'share';
  if (RATIO.test(own) && (percent || /率$|比例$|[%％]/.test(own))) return 'ratio';
  return percent || PERCENT.test(text) ? 'percent' : 'other';
}

interface NamedLike {
  readonly text: string;
  readonly unit: string;
  readonly path: readonly string[];
}

/** Figures that no total is made of. */
const NO_PART = /均|单价|价格|排名|名次|指数|序号|限额|期限|笔单|倍数|系数|得分/;

export const isPartName = (text: string): boolean => !NO_PART.test(text);

const TOTAL_WORD =
  /^(?:本[年期月季]?)?(?:合计|总计|共计|总额|总量|总数|总和|累计|全部|总体|整体|全国|全省|全市|全区|全县|全州|全行业?|全社会|全集团|集团|全公司|全行|全司|全辖|全系统|总)(?:数|金额|笔数|额|量|值|平均)?[:：]?$/;
const TOTAL_END = /(?:合计|总计|总额|总量|总数|总值|总和)(?:[（(].*[）)])?[:：]?$/;
const TOTAL_HEAD = /^(?:合计|总计|共计)/;
const SUBTOTAL = /小计[:：]?$/;
const PART = /^(?:其中|包括|#|＃)[：:，,]?/;
const ENUMERATOR =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}(?:\.\d{1,2})*[.、．]|[（(]\d{1,2}[）)])/;

export type LineKind = 'total' | 'subtotal' | 'part' | 'item';

/** What a line is, by the innermost of its names that tells. */
export function lineKind(path: readonly string[]): LineKind {
  const names = path.map((name) => name.replace(ENUMERATOR, ''));
  if (names.some((name) => SUBTOTAL.test(name))) return 'subtotal';
  if (names.some((name) => TOTAL_WORD.test(name) || TOTAL_HEAD.test(name))) return 'total';
  if (names.some((name) => TOTAL_END.test(name))) return path.length > 1 ? 'subtotal' : 'total';
  return names.some((name) => PART.test(name)) ? 'part' : 'item';
}

/** Depth that an enumerator tells: 一、 1, （一） 2, 1. 3, 1.1 4, （1） 5; 0 for none. */
export function lineLevel(label: string): number {
  if (/^[一二三四五六七八九十]+、/.test(label)) return 1;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(label)) return 2;
  const dotted = /^\d{1,2}((?:\.\d{1,2})*)[.、．]?(?!\d)/.exec(label);
  if (dotted) return 3 + (dotted[1]?.split('.').length ?? 1) - 1;
  return /^[（(]\d{1,2}[）)]/.test(label) ? 5 : 0;
}

/** Lines whose own figure is an average, a rate or an index: no share of a total. */
export const isAverageLine = (text: string): boolean => /平均|均|单价|率$|指数|^备注|^注/.test(text);
