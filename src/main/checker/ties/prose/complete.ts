import type { Claim } from './claims';
import { areComplements } from './complements';

/** Whether a list says, or its two names do, that nothing is left out. */
export function isComplete(text: string, parts: readonly Claim[], from: number): boolean {
  const end = parts.at(-1)?.spot.to ?? from;
  const span = text.slice(from, end + 8);
  if (/等/.test(span.slice(0, end - from)) || /等$|等[^，。；]{0,6}$/.test(text.slice(end, end + 8)))
    return false;
  const names = parts.map(({ spot, fact }) => `${spot.head}${fact.scope.split(' ').at(-1) ?? ''}`);
  if (names.length === 2) {
    const [a = '', b = ''] = names;
    return areComplements(a, b);
  }
  return (
    names.length === 3 && ['第一产业', '第二产业', '第三产业'].every((word, at) => names[at]?.includes(word))
  );
}
