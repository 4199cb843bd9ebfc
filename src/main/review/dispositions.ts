import type { Analysis } from '../../shared/model/analysis';
import type { Finding } from '../../shared/model/finding';
import type { QuantityState } from '../../shared/model/quantity';
import { overlaps, type Range } from '../../shared/model/range';
import type { Disposition } from '../../shared/model/review';
import { coverageOf } from '../checker/coverage';

/** Findings that nobody has waived. A `fixed` disposition does not close a finding that is still there. */
export function openFindings(
  findings: readonly Finding[],
  dispositions: readonly Disposition[],
): readonly Finding[] {
  const waived = waivedFingerprints(dispositions);
  return findings.filter((finding) => !waived.has(finding.fingerprint));
}

/**
 * The analysis with waivers applied to the quantities' states: a conflicting quantity counts as waived when
 * every finding that touches it has been waived.
 */
export function withDispositions(analysis: Analysis, dispositions: readonly Disposition[]): Analysis {
  const waived = waivedFingerprints(dispositions);
  if (waived.size === 0) return analysis;
  const states = analysis.states.map((state, index): QuantityState => {
    const range = analysis.quantities[index]?.range;
    if (state !== 'conflicting' || !range) return state;
    const touching = analysis.findings.filter((finding) => touches(finding, range));
    const settled = touching.length > 0 && touching.every((finding) => waived.has(finding.fingerprint));
    return settled ? 'waived' : state;
  });
  return { ...analysis, states, coverage: coverageOf(states) };
}

const waivedFingerprints = (dispositions: readonly Disposition[]): Set<string> =>
  new Set(dispositions.filter((one) => one.kind === 'waived').map((one) => one.fingerprint));

const touches = (finding: Finding, range: Range): boolean =>
  overlaps(finding.range, range) || finding.related.some((place) => overlaps(place.range, range));
