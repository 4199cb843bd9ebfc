import { allMatches } from '../../../../shared/matches';
import { compactText } from '../../tables/cell-text';
import { FORMULA, hasFormula, NAME, NUMBERED_ROWS } from '../../tables/column-numbers';
import type { ColumnReading } from './across';
import type { SumGrid } from './grid';
import type { GridColumn } from './header';

const STOCK = '(?:账面)?(?:余额|数|金额|价值|原值|[\\p{Script=Han}]{2,6}(?:数|余额|存量))?';
const OPENING = new RegExp(`^(?:[期年季月周]初|上[年期季月]末|上年年末)${STOCK}$`, 'u');
const CLOSING = new RegExp(`^(?:[期年季月周]末|本[期年季月]末)${STOCK}$`, 'u');
const UP = /增加|新增|计提|转入|确认|购置|流入|入[金账库场职会]|收[入款]|调入|接入|开立|存入|发放/;
const DOWN =
  /减少|转出|转回|转销|核销|支付|使用|结转|处置|流出|摊销|出[金账库]|离[场职会]|退[场会]|支出|付款|调出|退出|注销|取出|收回/;
const SIGNED = /^[（(]?(加|减)[：:）)]/;
const GROSS = /^(?:账面余额|账面原值|原值|原价|余额)$/;
const LESS = /(?:坏账|跌价|减值|资产减值)准备$|^累计(?:折旧|摊销)$|^备抵/;
const NET = /^(?:账面价值|账面净值|净值|净额|账面净额)$/;

/** Columns that others make by what they are called, or by the formula under their header: `3=1+2`. */
export function formulasOf(grid: SumGrid): readonly ColumnReading[] {
  const named = groupsOf(grid).flatMap((columns) => [...rolls(columns), ...books(columns)]);
  return [...named, ...numbered(grid)];
}

const own = ({ levels }: GridColumn): string => levels.at(-1) ?? '';

/** Columns under one upper header: 账面原值 over 期初, 增加, 减少 and 期末. */
function groupsOf({ columns }: SumGrid): readonly (readonly GridColumn[])[] {
  const groups = new Map<string, GridColumn[]>();
  for (const column of columns) {
    const upper = column.levels.slice(0, -1).join('');
    const group = groups.get(upper);
    if (group) group.push(column);
    else groups.set(upper, [column]);
  }
  return [...groups.values()];
}

type Term = ColumnReading['terms'][number];
const plus = (column: GridColumn): Term => ({ column, sign: 1 });
const minus = (column: GridColumn): Term => ({ column, sign: -1 });

/** 期末余额 = 期初余额 + 本期增加 - 本期减少. */
function rolls(columns: readonly GridColumn[]): readonly ColumnReading[] {
  const opening = columns.find((column) => OPENING.test(own(column)));
  const closing = columns.find((column) => CLOSING.test(own(column)));
  if (!opening || !closing?.additive) return [];
  const moves = columns.filter((column) => column.index > opening.index && column.index < closing.index);
  const terms = moves.flatMap((column) => {
    const name = own(column);
    // 加：售卡金额, 减：消费金额 say more than the name.
    const said = SIGNED.exec(name)?.[1];
    if (said !== undefined) return [said === '加' ? plus(column) : minus(column)];
    return DOWN.test(name) ? [minus(column)] : UP.test(name) ? [plus(column)] : [];
  });
  if (terms.length === 0 || terms.length < moves.length) return [];
  return [{ total: closing, terms: [plus(opening), ...terms], named: false }];
}

/** 账面价值 = 账面余额 - 坏账准备. */
function books(columns: readonly GridColumn[]): readonly ColumnReading[] {
  const net = columns.findIndex((column) => NET.test(own(column)));
  const total = columns[net];
  const gross = columns.slice(0, net).findLast((column) => GROSS.test(own(column)));
  if (!total || !gross) return [];
  const less = columns
    .filter(({ index }) => index > gross.index && index < total.index)
    .filter((column) => LESS.test(own(column)));
  return less.length > 0 ? [{ total, terms: [plus(gross), ...less.map(minus)], named: false }] : [];
}

const TERM = /([+＋\-－—]?)[（(]?([A-Z]|\d{1,2}|[①-⑳])[）)]?/g;

/** A row of column numbers, some of them formulas (栏次): 1 | 2 | 3=1+2. */
function numbered({ table, columns }: SumGrid): readonly ColumnReading[] {
  const row = [table.header, ...table.rows.slice(0, NUMBERED_ROWS)].find(hasFormula);
  if (!row) return [];
  const texts = row.cells.map(compactText);
  const byName = new Map<string, GridColumn>();
  texts.forEach((text, index) => {
    const name = NAME.exec(text)?.[1];
    const column = columns[index];
    if (name && column) byName.set(name, column);
  });
  return texts.flatMap((text, index) => readingOf(text, columns[index], byName));
}

function readingOf(
  text: string,
  total: GridColumn | undefined,
  byName: ReadonlyMap<string, GridColumn>,
): readonly ColumnReading[] {
  const right = FORMULA.exec(text)?.[2];
  if (!right || !total || right.replace(TERM, '') !== '') return [];
  const terms = allMatches(right, TERM).flatMap(([, sign = '', name = '']) => {
    const column = byName.get(name);
    return column ? [/[-－—]/.test(sign) ? minus(column) : plus(column)] : [];
  });
  return terms.length >= 2 ? [{ total, terms, named: false }] : [];
}
