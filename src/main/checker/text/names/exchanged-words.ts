const SHORTEST = 2;

/** 网络科技支付 beside 网络支付科技: the same characters, two words of them in each other's place. */
export function hasWordsExchanged(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let head = 0;
  while (a[head] === b[head]) head++;
  let tail = 0;
  while (a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [own, other] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  for (let at = SHORTEST; at <= own.length - SHORTEST; at++)
    if (own.slice(at) + own.slice(0, at) === other) return true;
  return false;
}
