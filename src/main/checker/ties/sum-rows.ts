import type { GridRow } from './sum-grid';

/** Which rows a total could be the sum of, the usual reading first. */
export function readingsOf(rows: readonly GridRow[], at: number): readonly (readonly GridRow[])[] {
  const total = rows[at];
  if (!total) return [];
  // 合计 over 笔数 and 金额: each adds up the rows of its own measure.
  const alike = (row: GridRow): boolean => total.measure === '' || row.measure === total.measure;
  const above = rows.slice(0, at).filter(alike);
  const below = rows.slice(at + 1).filter(alike);
  const grouped = groupReadings(total, [...above, ...below]);
  const plain = total.kind === 'subtotal' ? subtotalReadings(above, below) : totalReadings(above, below);
  const readings = grouped.length > 0 && total.kind === 'subtotal' ? grouped : [...grouped, ...plain];
  const seen = new Set<string>();
  return readings.filter((reading) => {
    // Readings are rising lists of rows: ends, length and total of the indices tell them apart.
    const indices = reading.reduce((sum, row) => sum + row.index, 0);
    const name = `${reading.length} ${reading[0]?.index} ${reading.at(-1)?.index} ${indices}`;
    if (reading.length < 2 || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

const isItem = (row: GridRow): boolean => row.kind === 'item';
const isSum = (row: GridRow): boolean => row.kind === 'subtotal' || row.kind === 'total';

/** The entries that stand under the same merged label as the total, the innermost label that has any. */
function groupReadings(total: GridRow, others: readonly GridRow[]): GridRow[][] {
  for (let depth = total.groups.length - 1; depth >= 0; depth--) {
    const group = total.groups[depth];
    const members = others.filter((row) => row.groups[depth] === group);
    if (members.some(isItem)) return [items(members), blocks(members, 'subtotal'), topLevel(items(members))];
  }
  return [];
}

function subtotalReadings(above: readonly GridRow[], below: readonly GridRow[]): GridRow[][] {
  const sinceSum = after(above, isSum);
  const sinceGroup = after(above, (row) => isSum(row) || row.kind === 'group');
  const untilSum = before(below, isSum);
  return [
    items(sinceGroup),
    items(sinceSum),
    topLevel(items(sinceSum)),
    numbered(items(sinceSum)),
    // 收入总计 below 本年收入合计 and what was carried over.
    [...above.slice(0, above.length - sinceSum.length).slice(-1), ...items(sinceSum)],
    items(before(below, (row) => isSum(row) || row.kind === 'group')),
    items(untilSum),
    topLevel(items(untilSum)),
  ];
}

function totalReadings(above: readonly GridRow[], below: readonly GridRow[]): GridRow[][] {
  const sinceTotal = after(above, (row) => row.kind === 'total');
  const upwards = [
    blocks(sinceTotal, 'subtotal'),
    items(sinceTotal),
    items(above),
    blocks(above, 'subtotal'),
    blocks(above, 'total'),
    topLevel(items(sinceTotal)),
    topLevel(items(above)),
    numbered(items(sinceTotal)),
    numbered(items(above)),
    withoutParts(sinceTotal),
    items(after(above, (row) => row.kind === 'group')),
  ];
  const downwards = [
    leadingBlocks(below, 'subtotal'),
    items(before(below, (row) => row.kind === 'total')),
    items(below),
    topLevel(items(below)),
    numbered(items(below)),
    withoutParts(below),
  ];
  return above.some((row) => isItem(row) || isSum(row)) ? [...upwards, ...downwards] : downwards;
}

const items = (rows: readonly GridRow[]): GridRow[] => rows.filter(isItem);

function after(rows: readonly GridRow[], edge: (row: GridRow) => boolean): readonly GridRow[] {
  return rows.slice(rows.findLastIndex(edge) + 1);
}

function before(rows: readonly GridRow[], edge: (row: GridRow) => boolean): readonly GridRow[] {
  const at = rows.findIndex(edge);
  return at < 0 ? rows : rows.slice(0, at);
}

/** The subtotals, and the entries under the last of them that no subtotal closes. */
function blocks(rows: readonly GridRow[], kind: 'subtotal' | 'total'): GridRow[] {
  const last = rows.findLastIndex((row) => row.kind === kind);
  return rows.filter((row, at) => row.kind === kind || (at > last && isItem(row)));
}

/** As `blocks`, where each subtotal stands above its entries. */
function leadingBlocks(rows: readonly GridRow[], kind: 'subtotal'): GridRow[] {
  const first = rows.findIndex((row) => row.kind === kind);
  return rows.filter((row, at) => row.kind === kind || (at < first && isItem(row)));
}

/** The outermost entries, where enumerators or indentation tell them from their parts. */
function topLevel(rows: readonly GridRow[]): GridRow[] {
  const least = rows.reduce((low, row) => Math.min(low, row.level), Number.POSITIVE_INFINITY);
  return rows.filter((row) => row.level === least);
}

/** The outermost of the numbered entries, where the parts below them have no numbers: 一、税收收入, 增值税 … 二、…. */
function numbered(rows: readonly GridRow[]): GridRow[] {
  const numbers = rows.filter((row) => row.level > 0 && row.level < 20);
  return numbers.length < rows.length ? topLevel(numbers) : [];
}

const UNNUMBERED = 19;
/** Depth below the table's edge: enumerators first, then what has none, then what is indented. */
const depth = (row: GridRow): number => (row.level === 0 ? UNNUMBERED : row.level);

/** The entries one step below a numbered one, up to the next entry of its own depth. */
export function childrenOf(rows: readonly GridRow[], at: number): readonly GridRow[] {
  const parent = rows[at];
  if (!parent || !isItem(parent) || parent.level === 0 || parent.level >= UNNUMBERED) return [];
  const below = before(rows.slice(at + 1), (row) => !isItem(row) || depth(row) <= depth(parent));
  const least = below.reduce((low, row) => Math.min(low, depth(row)), Number.POSITIVE_INFINITY);
  return below.filter((row) => depth(row) === least);
}

/** Entries without the parts that go on below a 其中 row until the next numbered entry. */
function withoutParts(rows: readonly GridRow[]): GridRow[] {
  let inside = false;
  return rows.filter((row) => {
    if (row.kind === 'part') inside = true;
    else if (row.level > 0 && row.level < 20) inside = false;
    return isItem(row) && !inside;
  });
}
