import { remembered, rememberedText } from '../../shared/memo';
import { isMergedRow } from '../../shared/merged-cells';
import type { Block, Cell, ReportDocument, Row, Table } from '../../shared/model/document';
import { bannersOf, headerCells } from '../document/spans';
import { type StatedUnit, statedUnit } from './units';

export type ColumnKind = 'sequence' | 'code' | 'plain';

export interface ColumnContext {
  /** Header texts from the top down, without their units. */
  readonly path: readonly string[];
  readonly kind: ColumnKind;
  /** Unit of a bare number in this column, or null. */
  readonly unit: StatedUnit | null;
  /** The header names something counted, or a period whose figures stand below. */
  readonly measured: boolean;
}

export interface TableContext {
  readonly columns: readonly ColumnContext[];
  /** Body rows that carry on the header, merged or not. */
  readonly headerRows: number;
  /** Units stated for the whole table: `单位：万元`. */
  readonly units: readonly StatedUnit[];
}

/** Headers of a column that numbers the rows. */
export const SEQUENCE = /^(?:序号|编号|序|项次|行次|No\.?|NO\.?|№|#)$/i;
const CODE =
  /编号|编码|代码|证号|账号|帐号|卡号|电话|手机|号码|邮编|版本|批号|文号|工号|^IP|流水号|许可证|联系方式/;
const BRACKETED = /[（(［[【]\s*(?:单位\s*[:：]\s*)?([^（()）［\][\]【】]{1,12})\s*[）)\]］】]/;
const TRAILING = /[/／、，,：:]\s*([^/／、，,：:（(）)]{1,6})$/;
/** Figures that do not take a table's 单位：万元. */
const OTHER_MEASURE =
  /占比|比重|比例|比率|率|增长|增幅|增速|同比|环比|笔数|户数|人数|个数|家数|数量|次数|台数|件数|天数|时长|倍|指数|排名|得分|评分|商户数|用户数|系数/;
const RATE = /占比|比重|比例|比率|率$|率[（(]|增长|增幅|增速|同比|环比|变动/;
/** 环比增减额 is no rate. */
const AMOUNT_OF_CHANGE = /(?:增减|变动|增加|减少|增长|变化)额$/;
const COUNT_UNITS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:%|‰|个百分点)$/, RATE],
  [/元$/, /金额|额|收入|支出|余额|成本|费|资金|利润|资产|负债|价/],
  [/^笔$/, /笔/],
  [/^(?:户|个|家)$/, /户|商户|用户|客户|数量|个数|家数|账户/],
  [/^(?:人|人次|名)$/, /人/],
  [/^台$/, /终端|设备|台/],
  [/^件$/, /件|投诉|案/],
];

const MEASURED =
  /数(?![据字])|额|量|收入|支出|成本|利润|资产|负债|费|笔|占比|比重|率|规模|本[期年月]|上[期年月]|同期|合计|小计|增|降|均值|得分/;
const PERIOD_HEADER = /^(?:19|20)\d{2}年|^\d{1,2}月|季度|^期[初末]|^年[初末]/;
const DATED = /日期|时间|年份|月份|期间|年度$/;

const compact = (cell: Cell | undefined): string => (cell?.prose.text ?? '').replace(/\s+/g, '');

const contexts = remembered((document: ReportDocument) =>
  remembered((table: Table) => findContext(document, table)),
);

/** What headers and the lines above a table say about its columns. */
export const tableContext = (document: ReportDocument, table: Table): TableContext =>
  contexts(document)(table);

function findContext(document: ReportDocument, table: Table): TableContext {
  const second = secondHeader(table);
  const units = tableUnits(document, table);
  const ratesAreRows = units.length > 1 && ratesAmongRows(table);
  const columns = headersOf(table, second).map((headers, column): ColumnContext => {
    const path = distinct(headers.map(withoutUnit).filter((text) => text !== ''));
    const own = headers.map(headerUnit).findLast((unit) => unit !== null) ?? null;
    const header = path.join('');
    const measured =
      column > 0 && !DATED.test(header) && (MEASURED.test(header) || PERIOD_HEADER.test(header));
    return {
      path,
      kind: kindOf(table, column, headers),
      unit: own ?? sharedUnit(units, header, ratesAreRows),
      measured,
    };
  });
  return { columns, headerRows: second ? 1 : table.headerRows, units };
}

/** For each column, its header's texts as written from the top down. */
function headersOf(table: Table, second: Row | null): readonly (readonly string[])[] {
  if (!second) return headerCells(table).map((cells) => distinct(cells.map(compact)));
  let group = '';
  return table.header.cells.map((cell, column) => {
    group = compact(cell) || group;
    const lower = compact(second.cells[column]);
    return [group, lower === group ? '' : lower];
  });
}

const distinct = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, at) => text !== texts[at - 1]);

/** `交易金额（万元）` → 万元. */
export const headerUnit = rememberedText((text: string): StatedUnit | null => {
  const bracketed = BRACKETED.exec(text)?.[1];
  return (bracketed ? statedUnit(bracketed) : null) ?? trailingUnit(text);
});

const trailingUnit = (text: string): StatedUnit | null => {
  const trailing = TRAILING.exec(text)?.[1];
  return trailing ? statedUnit(trailing) : null;
};

function withoutUnit(text: string): string {
  const bracketed = BRACKETED.exec(text);
  if (bracketed && statedUnit(bracketed[1] ?? '')) return text.replace(BRACKETED, '');
  return trailingUnit(text) ? text.replace(TRAILING, '') : text;
}

const AVERAGE = /均|单价|每/;
const isRate = ({ unit }: StatedUnit): boolean => /%|‰|百分点/.test(unit);

/**
 * Of the units stated for the whole table, the one that suits this column; null when none does for certain. 单位：万元、% is one unit
 * for the amounts and one for the rates, unless the rates are rows.
 */
function sharedUnit(units: readonly StatedUnit[], header: string, ratesAreRows: boolean): StatedUnit | null {
  const average = AVERAGE.test(header) ? units.find(({ unit }) => unit.includes('/')) : undefined;
  if (average) return average;
  const amounts = units.filter((unit) => !isRate(unit) && !unit.unit.includes('/'));
  const [only, ...others] = units.length > 1 && ratesAreRows ? [] : amounts;
  const [rate, ...rates] = units.filter(isRate);
  const isRateNamed = RATE.test(header) && !AMOUNT_OF_CHANGE.test(header);
  if (isRateNamed && rate && rates.length === 0) return rate;
  if (only && others.length === 0) {
    const isOther = isRateNamed || OTHER_MEASURE.test(header);
    return isOther && !AMOUNT_OF_CHANGE.test(header) ? null : only;
  }
  return (
    amounts
      .concat(units.filter(isRate))
      .find((unit) =>
        COUNT_UNITS.some(([pattern, headers]) => pattern.test(unit.unit) && headers.test(header)),
      ) ?? null
  );
}

const RATE_LABEL = /率$|占比|比例|比重|同比|环比|增[长幅速]|百分点/;
const ratesAmongRows = ({ rows }: Table): boolean =>
  rows.some(({ cells }) => cells.slice(0, 2).some((cell) => RATE_LABEL.test(compact(cell))));

const UNIT_LINE = /单位\s*[:：]\s*([^）)】\]。；;\n]{1,24})/;

/** `单位：万元` in the header or in one of the two blocks above the table. */
function tableUnits(document: ReportDocument, table: Table): readonly StatedUnit[] {
  const above = [document.blocks[table.index - 1], document.blocks[table.index - 2]];
  const near = above.findIndex((block) => block?.kind === 'table' || block?.kind === 'heading');
  const texts = above.slice(0, near < 0 ? above.length : near).map(shortText);
  const banners = bannersOf(table).flatMap((row) => row.cells.map(compact));
  const stated = [...banners, ...texts, compact(table.header.cells[0])]
    .map((text) => UNIT_LINE.exec(text)?.[1] ?? '')
    .find((text) => text !== '');
  return (stated ?? '').split(/[、，,;；]/).flatMap((text, _, all) => {
    // 万元、元/张: the last is one unit, that of averages. 笔/万元 are two.
    const own = all.length > 1 || !/[/／]/.test(text) ? statedUnit(text) : null;
    return own ?? text.split(/[/／]/).flatMap((one) => statedUnit(one) ?? []);
  });
}

const shortText = (block: Block | undefined): string =>
  block && 'prose' in block && block.prose.text.length <= 80 ? block.prose.text : '';

/**
 * A first body row that holds only words under empty or repeated headers is the header's lower row. Where cells are
 * merged, `headerRows` says it.
 */
function secondHeader(table: Table): Row | null {
  const [first, next] = table.rows;
  if (!first || !next || table.headerRows > 0 || isMergedRow(table.header) || isMergedRow(first)) return null;
  const texts = first.cells.map(compact);
  if (texts.filter((text) => text !== '').length < 2 || texts.some((text) => /^[-−]?[\d.,]+/.test(text)))
    return null;
  const uppers = table.header.cells.map(compact);
  const shared = uppers.some((text, at) => at > 0 && (text === '' || text === uppers[at - 1]));
  return shared && next.cells.some((cell) => /^[-−]?\d/.test(compact(cell))) ? first : null;
}

function kindOf(table: Table, column: number, headers: readonly string[]): ColumnKind {
  const [upper = ''] = headers;
  const lower = (table.headerRows > 0 ? headers.at(-1) : upper) ?? '';
  const counts = column === 0 && counted(table);
  if (SEQUENCE.test(lower) && (column === 0 || lower !== '编号' || counted(table, column))) return 'sequence';
  if (counts && lower === '') return 'sequence';
  if (CODE.test(lower)) return 'code';
  // 账号 over 户数: what stands below is counted all the same.
  return CODE.test(upper) && !MEASURED.test(lower) ? 'code' : 'plain';
}

/** True when most cells of the column are 1, 2, 3 … A number merged downwards counts once. */
function counted(table: Table, column = 0): boolean {
  const cells = table.rows.slice(table.headerRows).flatMap((row) => {
    const cell = row.cells[column];
    return cell?.covered ? [] : [cell];
  });
  if (cells.length < 2) return false;
  const steps = cells.filter((cell, index) => compact(cell) === String(index + 1)).length;
  return steps * 3 >= cells.length * 2;
}
