import { compactText } from '../../tables/cell-text';
import type { GridRow } from './grid';
import {
  after,
  before,
  blocks,
  isItem,
  isSum,
  items,
  leadingBlocks,
  numbered,
  topLevel,
  withoutParts,
} from './layers';
import { namedSums, nameOfSum } from './names';

/** A row as it takes part in a sum. */
export interface SignedRow {
  readonly row: GridRow;
  readonly sign: 1 | -1;
}

/** One way in which a row can be made of others. */
export interface Reading {
  /** The same name for every row of a table that is made in this way: what holds for one tells of the others. */
  readonly way: string;
  /** True when the rows stand below the one they make. */
  readonly downwards: boolean;
  readonly terms: readonly SignedRow[];
}

type Ways = readonly (readonly [way: string, rows: readonly GridRow[]])[];

/** Ways in which a total may stand over a single entry. */
const MAY_BE_ONE = new Set(['since heading', 'since sum', 'group']);

/** Which rows a total could be the sum of, the usual way first. `nested`: entries that only break down another one. */
export function readingsOf(
  rows: readonly GridRow[],
  at: number,
  nested: ReadonlySet<GridRow>,
): readonly Reading[] {
  const total = rows[at];
  if (!total) return [];
  // 合计 over 笔数 and 金额: each adds up the rows of its own measure.
  const alike = (row: GridRow): boolean => total.measure === '' || row.measure === total.measure;
  const above = rows.slice(0, at).filter(alike);
  const below = rows.slice(at + 1).filter(alike);
  const grouped = groupWays(total, [...above, ...below]);
  const plain = total.kind === 'subtotal' ? subtotalWays(total, above, below) : totalWays(above, below);
  const ways = grouped.length > 0 && total.kind === 'subtotal' ? grouped : [...grouped, ...plain];
  const whole = ways.flatMap(([way, reading]): Ways => {
    const outer = reading.filter((row) => !nested.has(row));
    const named: Ways = [[way, reading]];
    return outer.length < reading.length ? [[`${way}, outer`, outer], ...named] : named;
  });
  return distinct(total, whole);
}

function distinct(total: GridRow, ways: Ways): readonly Reading[] {
  const seen = new Set<string>();
  return ways.flatMap(([way, rows]): Reading[] => {
    // Readings are rising lists of rows: ends, length and total of the indices tell them apart.
    const indices = rows.reduce((sum, row) => sum + row.index, 0);
    const name = `${rows.length} ${rows[0]?.index} ${rows.at(-1)?.index} ${indices}`;
    if (rows.length < (MAY_BE_ONE.has(way) ? 1 : 2) || seen.has(name)) return [];
    seen.add(name);
    const downwards = (rows[0]?.index ?? 0) > total.index;
    const plain = { way, downwards, terms: rows.map((row) => ({ row, sign: row.sign })) };
    const carried = withCarriedSign(rows);
    return carried ? [plain, { way: `${way}, minus goes on`, downwards, terms: carried }] : [plain];
  });
}

/** 减：所得税影响额, then 少数股东权益影响额: what follows a deduction may be one too. Null where that changes nothing. */
function withCarriedSign(rows: readonly GridRow[]): readonly SignedRow[] | null {
  if (!rows.some(({ sign }) => sign < 0)) return null;
  let sign: 1 | -1 = 1;
  const terms = rows.map((row): SignedRow => {
    if (row.sign < 0) sign = -1;
    else if (isAdded(row)) sign = 1;
    return { row, sign };
  });
  return terms.some((term) => term.sign !== term.row.sign) ? terms : null;
}

const isAdded = ({ row }: GridRow): boolean =>
  row.cells.slice(0, 2).some((cell) => /^加[：:]/.test(compactText(cell)));

/** The entries that stand under the same merged label as the total, the innermost label that has any. */
function groupWays(total: GridRow, others: readonly GridRow[]): Ways {
  for (let depth = total.groups.length - 1; depth >= 0; depth--) {
    const group = total.groups[depth];
    const members = others.filter((row) => row.groups[depth] === group);
    if (!members.some(isItem)) continue;
    return [
      ['group', items(members)],
      ['group blocks', blocks(members, 'subtotal')],
      ['group top', topLevel(items(members))],
    ];
  }
  return [];
}

function subtotalWays(total: GridRow, above: readonly GridRow[], below: readonly GridRow[]): Ways {
  const sinceSum = after(above, isSum);
  const sinceGroup = after(above, (row) => isSum(row) || row.kind === 'group');
  const untilSum = before(below, isSum);
  return [
    ['named', namedSums(nameOfSum(total), above)],
    ['since heading', items(sinceGroup)],
    ['since sum', items(sinceSum)],
    ['since sum, top', topLevel(items(sinceSum))],
    ['since sum, numbered', numbered(items(sinceSum))],
    ['since sum, whole', withoutParts(sinceSum)],
    // 收入总计 below 本年收入合计 and what was carried over.
    ['carried', [...above.slice(0, above.length - sinceSum.length).slice(-1), ...items(sinceSum)]],
    ['until heading', items(before(withoutHeading(below), (row) => isSum(row) || row.kind === 'group'))],
    ['until sum', items(untilSum)],
    ['until sum, top', topLevel(items(untilSum))],
    ['until sum, whole', withoutParts(untilSum)],
  ];
}

function totalWays(above: readonly GridRow[], below: readonly GridRow[]): Ways {
  const sinceTotal = after(above, (row) => row.kind === 'total');
  const upwards: Ways = [
    ['blocks', blocks(sinceTotal, 'subtotal')],
    ['items', items(sinceTotal)],
    ['all items', items(above)],
    ['all blocks', blocks(above, 'subtotal')],
    ['totals', blocks(above, 'total')],
    ['top', topLevel(items(sinceTotal))],
    ['all top', topLevel(items(above))],
    ['numbered', numbered(items(sinceTotal))],
    ['all numbered', numbered(items(above))],
    ['whole', withoutParts(sinceTotal)],
    ['since heading', items(after(above, (row) => row.kind === 'group'))],
    // An entry may be called by a word that elsewhere names what does not add: 同比增长类, 计划内.
    ['with others', sinceTotal.filter((row) => isItem(row) || row.kind === 'other')],
  ];
  const untilTotal = before(below, (row) => row.kind === 'total');
  const downwards: Ways = [
    ['blocks below', leadingBlocks(below, 'subtotal')],
    ['items below', items(untilTotal)],
    ['all items below', items(below)],
    ['top below', topLevel(items(below))],
    ['numbered below', numbered(items(below))],
    ['whole below', withoutParts(below)],
    ['until heading', items(before(withoutHeading(below), (row) => row.kind === 'group'))],
  ];
  return above.some((row) => isItem(row) || isSum(row)) ? [...upwards, ...downwards] : downwards;
}

/** 总计, then 按地区分: a heading before the first entry. */
function withoutHeading(rows: readonly GridRow[]): readonly GridRow[] {
  const first = rows.findIndex((row) => row.kind !== 'group');
  return first < 0 ? [] : rows.slice(first);
}
