/**
 * Shares of a whole in tenths of a percent that add up to exactly 1000 (largest remainder), as whole numbers; all 0
 * when there is nothing to share.
 */
export function sharesOf(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((count) => Math.floor((count * 1000) / total));
  const left = 1000 - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = counts
    .map((count, at) => ({ at, remainder: (count * 1000) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** 413 → `41.3%`. */
export const percentOf = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}%`;

/** The part as a percentage of the whole, to a tenth; only all of it is 100 %. Empty when there is no whole. */
export function percentOfPart(part: number, whole: number): string {
  if (whole === 0) return '';
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return percentOf(part < whole ? Math.min(999, tenths) : tenths);
}
