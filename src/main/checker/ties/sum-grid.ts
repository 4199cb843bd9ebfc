import type { Cell, ReportDocument, Row, Table } from '../../../shared/model/document';
import { type Amount, amountOf } from '../tables/amount';
import { cellText, compactText, isBlank } from '../tables/cell-text';
import { hanNumber, sequenceCell, sequenceColumn } from '../tables/sequence';

export type RowKind = 'item' | 'subtotal' | 'total' | 'part' | 'group' | 'other';

export interface GridRow {
  readonly row: Row;
  /** Index in `Table.rows`. */
  readonly index: number;
  readonly kind: RowKind;
  /** 1 for the outermost entries; what enumerators and indentation tell. 0 when nothing tells. */
  readonly level: number;
  /** -1 for 减：…, else 1. */
  readonly sign: 1 | -1;
  readonly amounts: readonly (Amount | 'blank' | null)[];
}

export interface GridColumn {
  readonly index: number;
  /** Header without its unit. Of two header rows: the upper text. */
  readonly group: string;
  /** The lower header text, or empty. */
  readonly measure: string;
  readonly unit: string;
  readonly additive: boolean;
}

export interface SumGrid {
  readonly table: Table;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The rows are months, quarters or years, over which stocks do not add. */
  readonly periodic: boolean;
  /** 单位：万元 and the like stand above the table: the last digits may be rounded. */
  readonly scaled: boolean;
}

const NOT_ADDITIVE =
  /占比|比重|比例|比率|率|均|增长|增幅|增速|增减|变动|变化|同比|环比|较上|较去|较年|[%％‰]|百分点|单价|价格|价$|费率|排名|名次|序号|编号|代码|账号|电话|日期|时间|年份|月份|年度$|期限|周期|倍|指数|评分|得分|系数|限额|上限|下限|阈值|峰值|最高|最大|最低|最小|中位|单笔|去重|时长|备注|说明|版本|等级|评级|温度|密度|目标|计划|预算执行/;
/** A caption or a unit above the table that makes all of it rates: indices, rises and falls do not add. */
const RATES_ONLY =
  /单位[：:]\s*(?:[%％‰]|百分点|倍|点)[^\n|]*\n|(?:涨跌幅度?|价格指数|增速)(?:情况|统计)?表?[*]*\n/;
const STOCK = /末|余额|存量|累计|在册|在网|期初|年初|户数|用户|人数|规模|保有/;
const PERIOD =
  /^(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月份?|[一二三四]季度|第[一二三四]季度|[上下]半年|Q[1-4]|[12][09]\d{2}年度?)$/;
const PERIODS = /^(?:年份|年度|月份|季度|月度|期间|时间|日期|统计期)/;
const TOTAL =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.])?(?:本[年期月页])?(?:合计|总计|共计|总额|总和|总合计|全部合计|累计)(?:数|金额)?(?:[（(].*[）)])?[：:]?$/;
const SUBTOTAL = /小计|(?:合计|总计)(?:[（(].*[）)])?[：:]?$/;
const PART = /^(?:其中|包括)[：:，,]?/;
const OTHER =
  /平均|均值|占比|比重|同比|环比|增长|增幅|增速|上年|去年|上期|同期|^注|备注|^说明|资料来源|数据来源|差额|差异|预算|计划|目标/;
/** Names of entries that hold a word of OTHER: the four budgets, and what was carried over from the year before. */
const ENTRY =
  /(?:公共|基金|经营|保险|财政)预算(?=收入|支出|拨款)|(?:上年|上期|去年)(?=(?:末|度)?(?:结余|结转|滚存))/g;
const UNIT = /[（([【]\s*(?:单位[：:])?\s*([^）)\]】]{1,8})\s*[）)\]】]$/;

/** A table as sums see it: which rows and columns are entries, which are totals, which do not add. */
export function sumGrid(document: ReportDocument, table: Table): SumGrid | null {
  if (table.broken || table.rows.length < 2) return null;
  const head = document.text.slice(Math.max(0, table.range.start - 120), table.header.range.end);
  if (RATES_ONLY.test(head)) return null;
  const second = secondHeader(table);
  const body = table.rows.map((row, index) => ({ row, index })).slice(second ? 1 : 0);
  const sequence = sequenceColumn(table);
  const amounts = body.map(({ row }) =>
    table.header.cells.map((_, column) => (column === sequence ? null : cellAmount(row.cells[column]))),
  );
  const columns = columnsOf(table, second, amounts, sequence);
  if (!columns.some((column) => column.additive)) return null;
  const rows = body.map(({ row, index }, at) =>
    gridRow(row, index, amounts[at] ?? [], sequence, document.text),
  );
  const labels = rows.filter(({ kind }) => kind === 'item').map(({ row }) => labelOf(row, sequence));
  const periodic =
    labels.filter((label) => PERIOD.test(label)).length * 2 > labels.length ||
    PERIODS.test(compactText(table.header.cells[0]));
  return { table, columns, rows, periodic, scaled: /单位[：:]?\s*[^\n|]{0,12}(?:[万亿]|千元|元)/.test(head) };
}

function cellAmount(cell: Cell | undefined): Amount | 'blank' | null {
  const text = cellText(cell);
  return isBlank(text) ? 'blank' : amountOf(text);
}

/** A first body row that holds only words is the lower row of a two-row header. */
function secondHeader(table: Table): Row | null {
  const first = table.rows[0];
  if (!first || table.rows.length < 3) return null;
  const texts = first.cells.map(compactText);
  const words = texts.filter((text) => text !== '').length;
  if (words < 2 || texts.some((text) => amountOf(text) !== null || isDigitText(text))) return null;
  const uppers = table.header.cells.map(compactText);
  const shared = uppers.some(
    (text, at) => at > 0 && (text === '' || text === uppers[at - 1] || text === texts[at]),
  );
  const below = table.rows[1]?.cells.some((cell) => amountOf(cellText(cell)) !== null) ?? false;
  return shared && below ? first : null;
}

const isDigitText = (text: string): boolean => /^\d/.test(text);

function columnsOf(
  table: Table,
  second: Row | null,
  amounts: readonly (readonly (Amount | 'blank' | null)[])[],
  sequence: number,
): GridColumn[] {
  let carried = '';
  return table.header.cells.map((cell, index) => {
    const upper = compactText(cell);
    if (upper !== '' || !second) carried = upper;
    const lower = second ? compactText(second.cells[index]) : '';
    const measure = lower === carried ? '' : lower;
    const cells = amounts.map((row) => row[index]).filter((amount) => amount !== 'blank');
    const figures = cells.filter((amount) => amount !== null && amount !== undefined);
    const rates = figures.filter((amount) => /[%％‰]/.test(amount.unit)).length;
    const numeric =
      figures.length >= 2 && figures.length * 3 >= cells.length * 2 && rates * 2 < figures.length;
    const additive =
      numeric && index !== sequence && !NOT_ADDITIVE.test(`${carried} ${measure}`.replace(UNIT, ''));
    const unit = UNIT.exec(measure)?.[1] ?? UNIT.exec(carried)?.[1] ?? '';
    const rated = /[%％‰]|百分点|倍/.test(unit);
    return {
      index,
      group: carried.replace(UNIT, ''),
      measure: measure.replace(UNIT, ''),
      unit,
      additive: additive && !rated,
    };
  });
}

/** `1月` is a label, though it reads as a count of months too. */
const isWords = (text: string): boolean => amountOf(text) === null || PERIOD.test(text);

function labelOf(row: Row, sequence: number): string {
  const texts = row.cells.map(compactText);
  return texts.find((text, at) => at !== sequence && text !== '' && isWords(text)) ?? '';
}

function gridRow(
  row: Row,
  index: number,
  amounts: readonly (Amount | 'blank' | null)[],
  sequence: number,
  text: string,
): GridRow {
  const heads = row.cells
    .slice(0, 3)
    .map(compactText)
    .filter((head) => head !== '' && isWords(head));
  const label = labelOf(row, sequence);
  const figures = amounts.filter((amount) => amount !== null && amount !== 'blank').length;
  const kind = kindOf(heads, label, figures);
  const first = row.cells[sequence === 0 ? 1 : 0];
  const level = levelOf(
    compactText(row.cells[0]),
    label,
    first ? text.slice(first.outer.start, first.range.start) : '',
  );
  return { row, index, kind, level, sign: /^减[：:]?|^扣除/.test(label) ? -1 : 1, amounts };
}

function kindOf(heads: readonly string[], label: string, figures: number): RowKind {
  if (figures === 0) return label === '' ? 'other' : 'group';
  if (heads.some((head) => TOTAL.test(head))) return 'total';
  if (heads.some((head) => SUBTOTAL.test(head))) return 'subtotal';
  if (heads.some((head) => PART.test(head))) return 'part';
  return OTHER.test(label.replace(ENTRY, '')) ? 'other' : 'item';
}

/** Enumerators 一、 （一） 1. （1） and 1.1, then indentation. */
function levelOf(head: string, label: string, indent: string): number {
  const number = sequenceCell(head);
  if (hanNumber(head) !== null) return /^[（(]/.test(head) ? 2 : 1;
  if (number.kind === 'sub') return 3 + head.split(/[.\-－_]/).length - 1;
  if (number.kind === 'number') return 3;
  if (/^[一二三四五六七八九十]+、/.test(label)) return 1;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(label)) return 2;
  const dotted = /^\d{1,2}((?:\.\d{1,2})*)[.、．]?(?!\d)/.exec(label);
  if (dotted) return 3 + (dotted[1]?.split('.').length ?? 1) - 1;
  if (/^[（(]\d+[）)]/.test(label)) return 5;
  const deep = indent.replace(/^ /, '').length + (/^(?:&[en][mb]sp;|　)/.exec(label) ? 2 : 0);
  return deep >= 2 ? 20 + deep : 0;
}

/** Whether a column's figures add over these rows: a stock does not add over periods. */
export const addsDown = (grid: SumGrid, column: GridColumn): boolean =>
  column.additive && !(grid.periodic && STOCK.test(`${column.group}${column.measure}`));
