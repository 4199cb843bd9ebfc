import type { ReportDocument, Row, Table } from '../../../../shared/model/document';
import { rowwise } from '../../../document/rows';
import { bannersOf, isMergedTable } from '../../../document/spans';
import { type Amount, amountOf } from '../../tables/amount';
import { cellText, compactText } from '../../tables/cell-text';
import { codeLevels } from '../../tables/code-levels';
import { numbersColumns } from '../../tables/column-numbers';
import { hanNumber, sequenceCell, sequenceColumn } from '../../tables/sequence';
import { markNets } from './derived';
import type { SumTotal } from './evaluate';
import { type CellAmount, type GridColumn, sumColumns } from './header';
import { type MergedRow, mergedRows, plainRow } from './merged';

/** `net`: 净额 below what came in and what went out. */
export type RowKind = 'item' | 'subtotal' | 'total' | 'net' | 'part' | 'group' | 'other';

export interface GridRow {
  readonly row: Row;
  /** Index in `Table.rows`. */
  readonly index: number;
  readonly kind: RowKind;
  /** 1 for the outermost entries; what enumerators and indentation tell. 0 when nothing tells. */
  readonly level: number;
  /** -1 for 减：…, else 1. */
  readonly sign: 1 | -1;
  readonly amounts: readonly CellAmount[];
  /** Rows in which the merged labels begin that this row stands under, outermost first. */
  readonly groups: readonly number[];
  /** The label on the right of a merged one: 笔数 and 金额 of one entry. Empty for totals within a group. */
  readonly measure: string;
  /** Columns whose figure stands for several rows. */
  readonly shared: ReadonlySet<number>;
}

export interface SumGrid {
  readonly table: Table;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The rows are months, quarters or years, over which stocks do not add. */
  readonly periodic: boolean;
  /** What stands above the table and in its header. */
  readonly head: string;
  /** 单位：万元 and the like stand above the table: the last digits may be rounded. */
  readonly scaled: boolean;
}

/** A caption or a unit above the table that makes all of it rates: indices, rises and falls do not add. */
const RATES_ONLY =
  /单位[：:]\s*(?:[%％‰]|百分点|倍|点)[^\n|]*\n|(?:涨跌幅度?|价格指数|增速)(?:情况|统计)?表?[*]*\n/;
const STOCK = /末|余额|存量|累计|在册|在网|期初|年初|户数|用户|人数|规模|保有/;
const PERIOD =
  /^(?:(?:19|20)\d{2}年?)?(?:\d{1,2}月份?|[一二三四]季度|第[一二三四]季度|[上下]半年|Q[1-4]|[12][09]\d{2}年度?)$/;
const PERIODS = /^(?:年份|年度|月份|季度|月度|期间|时间|日期|统计期)/;
const TOTAL =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.])?(?:本[年期月页]|(?:全[国省市县区州行司辖系公集]|各)[\p{Script=Han}]{0,3})?(?:合计|总计|共计|总额|总和|总合计|全部合计|累计)(?:数|金额)?(?:[（(].*[）)])?[：:]?$/u;
const SUBTOTAL = /小计|(?:合计|总计)(?:[（(].*[）)])?[：:]?$/;
const PART = /^(?:其中|包括)[：:，,]?/;
const OTHER =
  /平均|均值|占比|比重|同比|环比|增长|增幅|增速|上年|去年|上期|同期|^注|备注|^说明|资料来源|数据来源|^(?:[与较比].{0,12}|.{0,8}(?:预算|决算|计划|实际|收支|完成).{0,6})?差[额异](?:额|数|率)?$|预算(?:数|额|安排|批复)|^(?:年初|调整)?预算$|计划|目标/;
/** Names of entries that hold a word of OTHER: what was carried over from the year before, and plans for pensions and shares. */
const ENTRY = /(?:上年|上期|去年)(?=(?:末|度)?(?:结余|结转|滚存))|(?:提存|受益|持股|激励)计划/g;

/** A table as sums see it: which rows and columns are entries, which are totals, which do not add. */
export function sumGrid(document: ReportDocument, table: Table): SumGrid | null {
  if (table.broken || table.rows.length < 2) return null;
  const head = headText(document, table);
  if (RATES_ONLY.test(head)) return null;
  const sequence = sequenceColumn(table);
  const { columns, amounts, headerRows } = sumColumns(table, sequence);
  const figures = columns.findIndex((column) => column.additive);
  if (figures < 0) return null;
  const { text } = document;
  const made = isMergedTable(table)
    ? mergedRows(table, figures).map((row) =>
        gridRow(row, amounts[row.index - headerRows] ?? [], sequence, text),
      )
    : plainRows(
        table,
        { amounts, headerRows, sequence, text },
        `${figures} ${headerRows} ${sequence} ${columns.length}`,
      );
  const codes = codeLevels(table);
  const rows = markNets(
    made.slice(headerRows).map((row, at) => {
      const level = codes?.[row.index] ?? row.level;
      if (numbersColumns(row.row, at)) return { ...row, kind: 'group' };
      return level === row.level ? row : { ...row, level };
    }),
  );
  const labels = rows.filter(({ kind }) => kind === 'item').map(({ row }) => labelOf(row, sequence));
  const periodic =
    labels.filter((label) => PERIOD.test(label)).length * 2 > labels.length ||
    PERIODS.test(
      table.headerRows > 0 ? (columns[0]?.levels.at(-1) ?? '') : compactText(table.header.cells[0]),
    );
  const whole = periodic ? rows.map(wholeYear) : rows;
  return {
    table,
    columns,
    rows: whole,
    periodic,
    head,
    scaled: /单位[：:]?\s*[^\n|]{0,12}(?:[万亿]|千元|元)/.test(head),
  };
}

/** 全年 below its quarters is their total. */
const wholeYear = (row: GridRow): GridRow =>
  row.kind === 'item' &&
  row.row.cells.slice(0, 2).some((cell) => /^全年(?:合计|累计)?$/.test(compactText(cell)))
    ? { ...row, kind: 'total' }
    : row;

/** What stands above the table and in its header; of a banner, what each cell says stands on a line. */
function headText(document: ReportDocument, table: Table): string {
  const last = table.rows[table.headerRows - 1] ?? table.header;
  const text = document.text.slice(Math.max(0, table.range.start - 120), last.range.end);
  const banners = bannersOf(table).flatMap((row) => row.cells.map((cell) => `${compactText(cell)}\n`));
  return text + banners.join('');
}

/** `1月` is a label, though it reads as a count of months too. */
const isWords = (text: string): boolean => amountOf(text) === null || PERIOD.test(text);

const labelOf = (row: Row, sequence: number): string => firstWords(row.cells.map(compactText), sequence);

const firstWords = (texts: readonly string[], sequence: number): string =>
  texts.find((text, at) => at !== sequence && text !== '' && isWords(text)) ?? '';

function gridRow(
  { row, index, shown, groups, groupColumn, shared }: MergedRow,
  amounts: readonly CellAmount[],
  sequence: number,
  text: string,
): GridRow {
  const heads = shown.slice(0, 3).filter((head) => head !== '' && isWords(head));
  const label = labelOf(row, sequence);
  const figures = amounts.filter((amount) => amount !== null && amount !== 'blank').length;
  const labels = groups.length > 0 ? heads : [label];
  const kind = kindOf(heads, labels, figures > 0 || hasSpread(row, sequence));
  const first = row.cells[sequence === 0 ? 1 : 0];
  const level = levelOf(
    compactText(row.cells[0]),
    label,
    first ? text.slice(first.outer.start, first.range.start) : '',
  );
  const sign = labels.some((one) => /^减[：:]?|^扣除/.test(one)) ? -1 : 1;
  const own = groups.length > 0 ? firstWords(shown.slice(groupColumn + 1), -1) : '';
  const measure = TOTAL.test(own) || SUBTOTAL.test(own) ? '' : own;
  return { row, index, kind, level, sign, amounts, groups, measure, shared };
}

interface Reading {
  /** For each row below the header. */
  readonly amounts: readonly (readonly CellAmount[])[];
  readonly headerRows: number;
  readonly sequence: number;
  readonly text: string;
}

/** Of a table without merged cells. */
const plainRows = rowwise(
  (row, index, { amounts, headerRows, sequence, text }: Reading) =>
    gridRow(plainRow(row, index), amounts[index - headerRows] ?? [], sequence, text),
  (one, { units, rows }, row): GridRow =>
    units === 0 && rows === 0 ? one : { ...one, row, index: one.index + rows },
);

/** A figure that is merged over columns and so belongs to none of them. */
const hasSpread = (row: Row, sequence: number): boolean =>
  row.cells.some(
    (cell, column) =>
      column !== sequence && row.cells[column + 1]?.covered === 'left' && amountOf(cellText(cell)) !== null,
  );

function kindOf(heads: readonly string[], labels: readonly string[], hasFigures: boolean): RowKind {
  if (!hasFigures) return labels.every((label) => label === '') ? 'other' : 'group';
  if (heads.some((head) => TOTAL.test(head))) return 'total';
  if (heads.some((head) => SUBTOTAL.test(head))) return 'subtotal';
  if (heads.some((head) => PART.test(head))) return 'part';
  return labels.some((label) => OTHER.test(label.replace(ENTRY, ''))) ? 'other' : 'item';
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

/** The total that a row states in a column; null for a blank, words or a rate. */
export function statedIn(row: GridRow, column: GridColumn): SumTotal | null {
  const cell = row.row.cells[column.index];
  const amount = row.amounts[column.index];
  if (!cell || !amount || amount === 'blank' || /[%％‰]/.test(amount.unit)) return null;
  return { cell, amount };
}

/** As `statedIn`, of the row alone: a figure merged over rows is not compared with its row. */
export const ownIn = (row: GridRow, column: GridColumn): SumTotal | null =>
  row.shared.has(column.index) ? null : statedIn(row, column);

/** Whole things are counted, not rounded: 家, 笔 and the like, unless printed in 万 or 亿. */
export function isDiscrete(grid: SumGrid, column: GridColumn, stated: Amount): boolean {
  if (stated.decimals > 0 || stated.scale > 0) return false;
  const words = `${column.group}${column.measure}${column.unit}`;
  if (/[万亿千]|百万|元|金额|收入|支出|成本|费用?|利润|资产|负债|额$/.test(words)) return false;
  return !grid.scaled || /[家户人个笔次台件项套款]/.test(column.unit);
}
