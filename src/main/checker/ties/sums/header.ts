import { isMergedRow } from '../../../../shared/merged-cells';
import type { Cell, Row, Table } from '../../../../shared/model/document';
import { rowwise, unmoved } from '../../../document/rows';
import { headerCells, isMergedTable } from '../../../document/spans';
import { type Amount, amountOf } from '../../tables/amount';
import { cellText, compactText, isBlank } from '../../tables/cell-text';

/** `blank` counts as zero; null: something that is no figure, or one of several columns at once. */
export type CellAmount = Amount | 'blank' | null;

export interface GridColumn {
  readonly index: number;
  /** Header texts from the top down, without their units. */
  readonly levels: readonly string[];
  /** Header without its unit. Of several header rows: all texts but the lowest. */
  readonly group: string;
  /** The lower header text, or empty. */
  readonly measure: string;
  readonly unit: string;
  readonly additive: boolean;
}

/** A column's header as written, blanks left out. */
interface Header {
  /** From the top down. */
  readonly texts: readonly string[];
  /** The lowest cell, the same for all columns that it reaches over. */
  readonly cell: Cell | undefined;
}

const NOT_ADDITIVE =
  /占比|比重|比例|比率|比(?=[\s（(]|$)|率|均|增长|增幅|增速|增减|变动|变化|同比|环比|较上|较去|较年|[%％‰]|百分点|单价|价格|价$|费率|排名|名次|序号|编号|编码|代码|代号|科目$|账号|电话(?!支付|银行|渠道)|日期|时间|年份|月份|年度$|期限|周期|倍|指数|评分|得分|系数|限额|上限|下限|阈值|峰值|最高|最大|最低|最小|中位|单笔|去重|时长|备注|说明|版本|等级|评级|温度|密度|目标|计划|预算执行/;
const UNIT = /[（([【]\s*(?:单位[：:])?\s*([^）)\]】]{1,8})\s*[）)\]】]$/;

/** The columns of a table with what their cells amount to. */
export interface SumColumns {
  readonly columns: readonly GridColumn[];
  /** For each row below the header. */
  readonly amounts: readonly (readonly CellAmount[])[];
  /** How many body rows belong to the header. */
  readonly headerRows: number;
}

export function sumColumns(table: Table, sequence: number): SumColumns {
  const second = secondHeader(table);
  const headerRows = second ? 1 : table.headerRows;
  const headers = second ? twoRows(table.header, second) : merged(table);
  const frame = isMergedTable(table) ? null : `${headers.length} ${sequence}`;
  const amounts = amountsOfRows(table, { headers, sequence }, frame).slice(headerRows);
  return { columns: columnsOf(headers, amounts, sequence), amounts, headerRows };
}

const merged = (table: Table): readonly Header[] =>
  headerCells(table).map((cells) => {
    const texts = cells.map(compactText);
    return { texts: texts.filter((text, at) => text !== texts[at - 1]), cell: cells.at(-1) };
  });

function twoRows(header: Row, second: Row): readonly Header[] {
  let carried = '';
  return header.cells.map((cell, column) => {
    carried = compactText(cell) || carried;
    const lower = compactText(second.cells[column]);
    return { texts: lower === carried ? [carried] : [carried, lower], cell };
  });
}

/** A figure merged over columns of different headers belongs to none of them alone. */
function rowAmounts(row: Row, headers: readonly Header[], sequence: number): readonly CellAmount[] {
  let spread = false;
  return headers.map(({ cell: header }, column) => {
    const cell = row.cells[column];
    const amount = cellAmount(cell);
    const goesOn = row.cells[column + 1]?.covered === 'left' && headers[column + 1]?.cell !== header;
    if (cell?.covered !== 'left') spread = goesOn && amount !== null && amount !== 'blank';
    return column === sequence || spread ? null : amount;
  });
}

const amountsOfRows = rowwise(
  (row, _, { headers, sequence }: { readonly headers: readonly Header[]; readonly sequence: number }) =>
    rowAmounts(row, headers, sequence),
  unmoved,
);

function cellAmount(cell: Cell | undefined): CellAmount {
  const text = cellText(cell);
  return isBlank(text) ? 'blank' : amountOf(text);
}

/** A first body row that holds only words is the lower row of a two-row header without merged cells. */
function secondHeader(table: Table): Row | null {
  const first = table.rows[0];
  if (!first || table.rows.length < 3 || isMergedRow(table.header) || isMergedRow(first)) return null;
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
  headers: readonly Header[],
  amounts: readonly (readonly CellAmount[])[],
  sequence: number,
): GridColumn[] {
  return headers.map(({ texts }, index) => {
    const uppers = texts.slice(0, Math.max(1, texts.length - 1));
    const measure = (texts.length > 1 ? texts.at(-1) : '') ?? '';
    const cells = amounts.map((row) => row[index]).filter((amount) => amount !== 'blank');
    const figures = cells.filter((amount) => amount !== null && amount !== undefined);
    const rates = figures.filter((amount) => /[%％‰]/.test(amount.unit)).length;
    const numeric = figures.length >= 2 && figures.length * 3 >= cells.length * 2;
    const named = !NOT_ADDITIVE.test(`${uppers.join('')} ${measure}`.replace(UNIT, ''));
    const unit = texts.map((text) => UNIT.exec(text)?.[1] ?? '').findLast((one) => one !== '') ?? '';
    const rated = rates * 2 >= figures.length || /[%％‰]|百分点|倍/.test(unit);
    const levels = texts.map((text) => text.replace(UNIT, ''));
    return {
      index,
      levels,
      group: levels.slice(0, uppers.length).join(''),
      measure: measure.replace(UNIT, ''),
      unit,
      additive: numeric && named && !rated && index !== sequence,
    };
  });
}
