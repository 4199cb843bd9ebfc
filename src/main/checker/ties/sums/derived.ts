import { compactText } from '../../tables/cell-text';
import type { GridRow } from './grid';
import { after, isItem, items } from './layers';
import { nameOf } from './names';
import type { Reading, SignedRow } from './readings';

const NET = /净额|净增加|净减少|净流[入出量]|结余|顺差|逆差|收支差额|盈余(?!公积)/;
const HAN = /^[一二三四五六七八九十]+[、.．]/;
const SIGNED = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:(加)|减|扣除)[：:]?/;
const OPENING = /期初|年初|上年末|上期末|月初/;
const CLOSING = /期末|年末|月末/;
const UP = /增加|新增|计提|转入|购置|购入|流入|收入/;
const DOWN = /减少|处置|转出|转回|转销|核销|流出|支出|报废|偿还/;
/** Every movement says 加 or 减: no agreement is needed to show what is meant. */
export const SIGNED_ROLL = 'signed roll';
/** 其中 below 本期增加 is part of it. */
const MOVES = 8;
/** Rows above that it may be made of: a statement is not longer, and a list of very many rows must not be searched for each. */
const FAR = 2_000;

/**
 * Ways in which a row that is called no total is made of others, as financial statements do (formats of the Ministry of
 * Finance): 净额 of 流入小计 less 流出小计, 三、营业利润 of the entries with 加 and 减 above it, 期末 of 期初 and what was
 * added and taken away. Nothing but agreement shows that it is meant so.
 */
export function derivedReadings(rows: readonly GridRow[], at: number): readonly Reading[] {
  const row = rows[at];
  if (!row || row.kind === 'total' || row.kind === 'group' || !mayBeDerived(row)) return [];
  const above = rows.slice(Math.max(0, at - FAR), at);
  return [...netWays(row, above), ...statementWays(row, above), ...rollWays(row, above)].filter(
    ({ terms }) => terms.length >= 2,
  );
}

const mayBeDerived = (row: GridRow): boolean => {
  const name = nameOf(row);
  return NET.test(name) || CLOSING.test(name) || HAN.test(labelOf(row));
};

const reading = (way: string, terms: readonly SignedRow[]): Reading => ({ way, downwards: false, terms });
const plus = (row: GridRow): SignedRow => ({ row, sign: 1 });
const minus = (row: GridRow): SignedRow => ({ row, sign: -1 });

/** 流入小计 - 流出小计; and the net figures together with what stands below the last of them. */
function netWays(row: GridRow, above: readonly GridRow[]): readonly Reading[] {
  if (!NET.test(nameOf(row))) return [];
  const [outflow, inflow] = above.filter(({ kind }) => kind === 'subtotal' || kind === 'total').reverse();
  const nets = above.filter((one) => one.kind === 'net');
  const since = items(after(above, (one) => one.kind === 'net' || one.kind === 'subtotal'));
  return [
    ...(inflow && outflow ? [reading('net', [plus(inflow), minus(outflow)])] : []),
    ...(nets.length >= 2 ? [reading('nets', [...nets, ...since].map(plus))] : []),
  ];
}

/** 三、营业利润 = 一、营业总收入 - 二、营业总成本 + 加：… - 减：…. */
function statementWays(row: GridRow, above: readonly GridRow[]): readonly Reading[] {
  if (!HAN.test(labelOf(row))) return [];
  const heads = above.flatMap((one, index) =>
    one.kind !== 'group' && HAN.test(labelOf(one)) ? [index] : [],
  );
  const [last, before] = heads.reverse();
  const head = last === undefined ? undefined : above[last];
  if (last === undefined || !head) return [];
  const signed = signedRows(above.slice(last + 1));
  const first = before === undefined ? undefined : above[before];
  return [
    ...(signed.length > 0 ? [reading('statement', [plus(head), ...signed])] : []),
    ...(first ? [reading('statement of two', [plus(first), minus(head), ...signed])] : []),
  ];
}

/** Entries from the first 加： or 减： on; one without either goes on with the one before. 其中 and what follows it are parts. */
function signedRows(rows: readonly GridRow[]): readonly SignedRow[] {
  let sign: 1 | -1 | null = null;
  let inside = false;
  return rows.flatMap((row): SignedRow[] => {
    const match = SIGNED.exec(labelOf(row));
    if (match) {
      sign = match[1] === undefined ? -1 : 1;
      inside = false;
    } else if (row.kind === 'part') inside = true;
    return sign === null || inside || !isItem(row) ? [] : [{ row, sign }];
  });
}

/** 期末余额 = 期初余额 + 本期增加 - 本期减少. */
function rollWays(row: GridRow, above: readonly GridRow[]): readonly Reading[] {
  if (!CLOSING.test(nameOf(row)) || OPENING.test(nameOf(row))) return [];
  const opening = above.findLastIndex((one) => OPENING.test(nameOf(one)) && one.kind !== 'group');
  const head = above[opening];
  if (!head || above.length - opening > MOVES * 3) return [];
  const moves = above.slice(opening + 1).filter((one) => one.kind === 'item' && one.level === row.level);
  const signed = moves.flatMap((one): SignedRow[] => {
    const [name, said] = [nameOf(one), SIGNED.exec(labelOf(one))];
    // 加：and 减： say more than the name: 减：手续费收入结转.
    if (said) return [said[1] === undefined ? minus(one) : plus(one)];
    return DOWN.test(name) ? [minus(one)] : UP.test(name) ? [plus(one)] : [];
  });
  if (signed.length === 0 || signed.length < moves.length || moves.length > MOVES) return [];
  const isSaid = moves.every((one) => SIGNED.test(labelOf(one)));
  return [reading(isSaid ? SIGNED_ROLL : 'roll', [plus(head), ...signed])];
}

const labelOf = ({ row }: GridRow): string => {
  const texts = row.cells.slice(0, 3).map(compactText);
  const words = texts.findIndex((text) => /\p{L}/u.test(text));
  // 一 in a column of its own, then the label.
  return words === 0 && HAN.test(`${texts[0]}、`) && texts[0]?.length === 1
    ? `${texts[0]}、${texts[1] ?? ''}`
    : (texts[words] ?? '');
};

/** Net rows of a statement of flows: named so, below a subtotal of what came in and one of what went out. */
export function markNets(rows: readonly GridRow[]): readonly GridRow[] {
  let subtotals = 0;
  return rows.map((row) => {
    if (row.kind === 'subtotal') subtotals++;
    if (row.kind !== 'item' || subtotals < 2 || !NET.test(nameOf(row))) return row;
    subtotals = 0;
    return { ...row, kind: 'net' };
  });
}
