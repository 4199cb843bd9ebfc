import type { GridRow } from './grid';

export const isItem = (row: GridRow): boolean => row.kind === 'item';
export const isSum = (row: GridRow): boolean => row.kind === 'subtotal' || row.kind === 'total';

/** The entries among them. */
export const items = (rows: readonly GridRow[]): GridRow[] => rows.filter(isItem);

/** What stands behind the last row of that kind. */
export function after(rows: readonly GridRow[], edge: (row: GridRow) => boolean): readonly GridRow[] {
  return rows.slice(rows.findLastIndex(edge) + 1);
}

/** What stands before the first row of that kind. */
export function before(rows: readonly GridRow[], edge: (row: GridRow) => boolean): readonly GridRow[] {
  const at = rows.findIndex(edge);
  return at < 0 ? rows : rows.slice(0, at);
}

/** The subtotals, and the entries under the last of them that no subtotal closes. */
export function blocks(rows: readonly GridRow[], kind: 'subtotal' | 'total'): GridRow[] {
  const last = rows.findLastIndex((row) => row.kind === kind);
  return rows.filter((row, at) => row.kind === kind || (at > last && isItem(row)));
}

/** As `blocks`, where each subtotal stands above its entries. */
export function leadingBlocks(rows: readonly GridRow[], kind: 'subtotal'): GridRow[] {
  const first = rows.findIndex((row) => row.kind === kind);
  return rows.filter((row, at) => row.kind === kind || (at < first && isItem(row)));
}

/** The outermost entries, where enumerators or indentation tell them from their parts. */
export function topLevel(rows: readonly GridRow[]): GridRow[] {
  const least = rows.reduce((low, row) => Math.min(low, row.level), Number.POSITIVE_INFINITY);
  return rows.filter((row) => row.level === least);
}

/** The outermost of the numbered entries, where the parts below them have no numbers: 一、税收收入, 增值税 … 二、…. */
export function numbered(rows: readonly GridRow[]): GridRow[] {
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
  let end = at + 1;
  for (; end < rows.length; end++) {
    const row = rows[end];
    if (row && (!isItem(row) || depth(row) <= depth(parent))) break;
  }
  const below = rows.slice(at + 1, end);
  const least = below.reduce((low, row) => Math.min(low, depth(row)), Number.POSITIVE_INFINITY);
  return below.filter((row) => depth(row) === least);
}

/** Entries without the parts that go on below a 其中 row until the next numbered entry. */
export function withoutParts(rows: readonly GridRow[]): GridRow[] {
  let inside = false;
  return rows.filter((row) => {
    if (row.kind === 'part') inside = true;
    else if (row.level > 0 && row.level < 20) inside = false;
    return isItem(row) && !inside;
  });
}
