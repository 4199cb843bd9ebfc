import type { Analysis } from '../../shared/model/analysis';
import type { Finding } from '../../shared/model/finding';
import type { QuantityState } from '../../shared/model/quantity';
import { overlaps, type Range } from '../../shared/model/range';
import { coverageOf } from '../checker/coverage';

/** Findings that no waiver closes. A `fixed` disposition does not close a finding that is still there. */
export const openFindings = (findings: readonly Finding[], closed: ReadonlySet<string>): readonly Finding[] =>
  findings.filter((finding) => !closed.has(finding.fingerprint));

/**
 * The analysis with waivers applied to the quantities' states: a conflicting quantity counts as waived when
 * every finding that touches it has been closed by one; see `closedBy`.
 */
export function withWaivers(analysis: Analysis, closed: ReadonlySet<string>): Analysis {
  if (closed.size === 0) return analysis;
  const states = analysis.states.map((state, index): QuantityState => {
    const range = analysis.quantities[index]?.range;
    if (state !== 'conflicting' || !range) return state;
    const touching = analysis.findings.filter((finding) => touches(finding, range));
    const settled = touching.length > 0 && touching.every((finding) => closed.has(finding.fingerprint));
    return settled ? 'waived' : state;
  });
  return { ...analysis, states, coverage: coverageOf(states) };
}

const touches = (finding: Finding, range: Range): boolean =>
  overlaps(finding.range, range) || finding.related.some((place) => overlaps(place.range, range));
