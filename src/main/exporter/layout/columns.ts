/** What a column holds, in points. */
export interface ColumnContent {
  /** Its widest unbreakable piece. */
  readonly least: number;
  /** Its widest line if nothing were broken. */
  readonly most: number;
  /** Width of all its lines added up: a measure of how much text it holds. */
  readonly total: number;
}

/**
 * Shares out a width among columns. Each gets what it needs for its widest piece, as far as the width goes round; the rest goes in proportion to the square root
 * of the text it holds, which keeps the table low (the sum of total / width is smallest there), and to no column more
 * than it can use while another lacks room. What nobody needs is spread evenly: tables fill the measure.
 */
export function columnWidths(columns: readonly ColumnContent[], available: number): readonly number[] {
  const least = columns.map((column) => column.least);
  if (sum(least) >= available) return capped(least, available);
  const widths = shareByText(columns, least, available);
  const spare = available - sum(widths);
  const natural = sum(widths);
  return widths.map((width) => width + (spare * (width / natural + 1 / widths.length)) / 2);
}

/** Takes from the widest only what is lacking, so that the narrow ones stay whole. */
function capped(widths: readonly number[], available: number): readonly number[] {
  let [rest, open] = [available, widths.length];
  let cap = available;
  for (const width of [...widths].sort((a, b) => a - b)) {
    cap = rest / open;
    if (width > cap) break;
    rest -= width;
    open -= 1;
  }
  return widths.map((width) => Math.min(width, cap));
}

function shareByText(
  columns: readonly ColumnContent[],
  least: readonly number[],
  available: number,
): number[] {
  const widths = [...least];
  const settled = columns.map(() => false);
  // Each round settles at least one column, so there are at most as many rounds as columns.
  for (let round = 0; round <= columns.length; round += 1) {
    const open = columns.flatMap((_, index) => (settled[index] ? [] : [index]));
    if (open.length === 0) break;
    const room = available - sum(widths.filter((_, index) => settled[index]));
    const weights = open.map((index) => Math.sqrt(columns[index]?.total ?? 0) || 1);
    const share = (at: number) => (room * (weights[at] ?? 1)) / sum(weights);
    const tight = open.filter((index, at) => share(at) < (least[index] ?? 0));
    const loose = open.filter((index, at) => share(at) > (columns[index]?.most ?? 0));
    for (const [at, index] of open.entries()) widths[index] = share(at);
    const bounded = tight.length > 0 ? tight : loose;
    for (const index of bounded) {
      widths[index] =
        tight.length > 0 ? (least[index] ?? 0) : Math.max(columns[index]?.most ?? 0, least[index] ?? 0);
      settled[index] = true;
    }
    if (bounded.length === 0) break;
  }
  return widths;
}

/** The content in type of another size. */
export const scaled = ({ least, most, total }: ColumnContent, by: number): ColumnContent => ({
  least: least * by,
  most: most * by,
  total: total * by,
});

/** What a cell over several columns holds. */
export interface WideContent {
  readonly from: number;
  readonly columns: number;
  readonly content: ColumnContent;
}

/**
 * Columns with room for the cells that reach over several of them: what such a cell needs beyond its columns is
 * spread evenly. `between`: the room between two columns that a cell over both has besides.
 */
export function withWideCells(
  columns: readonly ColumnContent[],
  wide: readonly WideContent[],
  between: number,
): readonly ColumnContent[] {
  const result = columns.map((column) => ({ ...column }));
  for (const { from, columns: count, content } of [...wide].sort((a, b) => a.columns - b.columns)) {
    const under = result.slice(from, from + count);
    const room = between * (under.length - 1);
    const lack = (need: number, have: number): number => Math.max(0, need - have - room) / under.length;
    const least = lack(content.least, sum(under.map((column) => column.least)));
    const most = lack(content.most, sum(under.map((column) => column.most)));
    for (const column of under) {
      column.least += least;
      column.most = Math.max(column.most + most, column.least);
      column.total += content.total / under.length;
    }
  }
  return result;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
