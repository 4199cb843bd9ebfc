const BITS = 1 << 20;

/** Which pairs of units stand side by side in a text: a sieve that can err towards yes, in linear time. */
export function pairsOf(text: string): (left: string, right: string) => boolean {
  const sieve = new Uint8Array(BITS);
  const place = (left: number, right: number): number => ((left * 31_337) ^ (right * 2_654_435)) & (BITS - 1);
  for (let at = 1; at < text.length; at++) {
    const slot = place(text.charCodeAt(at - 1), text.charCodeAt(at));
    if ((sieve[slot] ?? 0) < 2) sieve[slot] = (sieve[slot] ?? 0) + 1;
  }
  return (left, right) => (sieve[place(left.charCodeAt(left.length - 1), right.charCodeAt(0))] ?? 0) > 0;
}
