import type { Analysis } from '../../../shared/model/analysis';
import type { RevisionComparison } from '../../../shared/model/comparison';
import type { Disposition } from '../../../shared/model/review';
import { compareFigures } from './figures';
import { stepBetween } from './growth';
import { compareTables } from './tables';
import { compareTexts } from './text';
import { unitsOf } from './units';

/** What the later of two revisions changed, or a report against that of an earlier period. A waiver is carried when its finding is still the same finding. */
export function compareRevisions(
  before: Analysis,
  after: Analysis,
  dispositions: readonly Disposition[],
): RevisionComparison {
  const earlier = new Set(before.findings.map((finding) => finding.fingerprint));
  const later = new Set(after.findings.map((finding) => finding.fingerprint));
  const staying = [...earlier].filter((one) => later.has(one)).length;
  const waived = dispositions.filter(
    ({ kind, fingerprint }) => kind === 'waived' && earlier.has(fingerprint),
  );
  const carried = waived.filter(({ fingerprint }) => later.has(fingerprint)).length;
  const step = stepBetween(before, after);
  return {
    text: compareTexts(unitsOf(before.document), unitsOf(after.document)),
    figures: compareFigures(before, after, step.months),
    tables: compareTables(before.document, after.document),
    years: step.months % 12 === 0 ? step.months / 12 : 0,
    periods: step,
    findings: { gone: earlier.size - staying, staying, arrived: later.size - staying },
    waivers: { carried, lapsed: waived.length - carried },
  };
}
