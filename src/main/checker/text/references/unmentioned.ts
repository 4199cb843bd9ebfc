import type { ReportDocument } from '../../../../shared/model/document';
import type { Target } from './label-targets';
import { PointedCaptions } from './pointed-captions';
import { keyOf } from './target-index';

/**
 * What is there and no sentence names: all of a report's tables, figures and annexes together. Where a report mentions
 * none of its tables and figures by number, it does not use to, and only its annexes are left.
 */
export function unmentioned(
  document: ReportDocument,
  targets: readonly Target[],
  mentioned: ReadonlySet<string>,
): readonly Target[] {
  const own = targets
    .filter(({ kind, inAnnex }) => kind !== 'listed' && !inAnnex)
    .sort((a, b) => a.index - b.index);
  const pointed = new PointedCaptions(document);
  const isPointed = (target: Target): boolean =>
    mentioned.has(keyOf(target)) || (target.kind === 'caption' && pointed.has(target.index));
  const left = own.filter((target) => !isPointed(target));
  const usesNumbers = own.some((target) => target.kind === 'caption' && mentioned.has(keyOf(target)));
  return usesNumbers ? left : left.filter(({ kind }) => kind === 'annex');
}
