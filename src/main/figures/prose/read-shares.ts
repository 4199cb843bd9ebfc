import { isRateUnit, type Share } from './changes';
import { isMetric, phraseOf, scopeText, splitMetric } from './phrases';
import { levelsBefore, push, type Reading, type State, stated } from './reading-state';
import { scopeIn } from './scopes';
import type { Spot } from './spots';

/** 占比, 占…的比重; with 分别 one for each of the figures or names before. */
export function readShares(state: State, at: number, share: Share, size: number): number {
  const levels = levelsBefore(state).filter(({ spot: { quantity } }) => !isRateUnit(quantity.unit));
  const noun = phraseOf(share.subject).noun;
  const names = size > 1 ? noun.split(/、|和|与|以及/).filter(Boolean) : [];
  const isPaired = size > 1 && (noun === '' ? levels.length >= size : names.length === size);
  for (let nth = 0; nth < (isPaired ? size : 1); nth++) {
    const spot = state.spots[at + nth];
    const own = isPaired ? (names[nth] ?? '') : noun;
    const base = own === '' ? levels[isPaired ? levels.length - size + nth : levels.length - 1] : null;
    if (spot) readShare(state, spot, share, own, base ?? null);
  }
  return isPaired ? size : 1;
}

function readShare(state: State, spot: Spot, { suffix }: Share, noun: string, base: Reading | null): void {
  const meaning = base ?? (isMetric(noun) ? splitMetric(noun) : { concept: scopeText(noun), scope: '' });
  const concept = `${meaning.concept}${suffix}`;
  const scope = base ? base.scope : scopeIn(state, meaning.scope);
  push(state, {
    spot,
    concept,
    scope,
    isOwnScope: base?.isOwnScope ?? false,
    period: base?.period ?? state.flow.periodAt(spot.from),
    isLevel: true,
    comparison: stated(state, spot, base?.period ?? ''),
  });
}
