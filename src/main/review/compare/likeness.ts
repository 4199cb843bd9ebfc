/** Only so much of a passage is looked at. */
const REACH = 2_000;

/** How alike two texts are, 0 to 1: twice the character pairs they share over all their pairs (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = new Map<string, number>();
  const first = Math.min(a.length, REACH) - 1;
  const second = Math.min(b.length, REACH) - 1;
  if (first < 1 || second < 1) return 0;
  for (let at = 0; at < first; at++) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < second; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * shared) / (first + second);
}
